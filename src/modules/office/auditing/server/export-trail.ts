import { listStoredChain } from '#platform/audit/stored-chain.ts'
import { writeTrail } from '#platform/audit/trail-file.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { auditingContract } from '../contract.ts'

/** A text file that `guatu audit verify FILE` checks on any machine, without this server. */
export const exportTrail = implementDownload(auditingContract.exportTrail, async ({ tx, actor, now, today, about }) => {
  const { divisionCode } = actor
  const bytes = await writeTrail(listStoredChain(tx, divisionCode), { divisionCode, now })
  about('审计记录')
  return { name: `审计记录-${divisionCode}-${today}.jsonl`, mediaType: 'application/x-ndjson', bytes }
})
