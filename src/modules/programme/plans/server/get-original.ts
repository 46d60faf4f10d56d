import { implementDownload } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { getPlanRow } from './load-plan.ts'
import type { PlanPorts } from './ports.ts'

/** Sent as bytes to keep, never as a page to show: an HTML file handed in must not run in our site. */
export const getOriginal = ({ files }: PlanPorts) =>
  implementDownload(planContract.getOriginal, async ({ input, tx, actor, about }) => {
    const row = await getPlanRow(tx, input.planId, actor)
    about(`规划《${row.title}》`)
    const bytes = await files.get(row.fileSha256, row.fileName)
    return { name: row.fileName, mediaType: 'application/octet-stream', bytes }
  })
