import { getPlanContents, writePlanTable } from '#modules/programme/plans/server/index.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { programmeContract } from '../contract.ts'
import { getProgrammeRow } from './load-programme.ts'

const titles = { tasks: '任务分解表', targets: '目标表' } as const

export const exportTable = implementDownload(programmeContract.exportTable, async ({ input, tx, actor, about }) => {
  const row = await getProgrammeRow(tx, input.programmeId, actor)
  const plan = await getPlanContents(tx, row.planId, row.divisionCode)
  const file = await writePlanTable(plan, input)
  const name = `${row.title}${titles[input.table]}.${input.format}`
  about(`工作方案《${row.title}》`, { table: titles[input.table], format: input.format })
  return { ...file, name }
})
