import { implement } from '#platform/operation/implement.ts'
import { statementContract } from '../contract.ts'
import { statementErrors } from '../domain/errors.ts'
import { drafts } from './tables.ts'

/** Keeps what a person has begun to answer; it concerns nobody else until it is handed in. */
export const saveDrafts = implement(statementContract.saveDrafts, async ({ input, tx, actor, now, about }) => {
  const { divisionCode, userId, agencyId } = actor
  if (agencyId === null) throw statementErrors.noAgency({})
  for (const { taskId, cycle, answer } of input.drafts) {
    const row = { divisionCode, userId, agencyId, taskId, cycle, answer, savedAt: now }
    const target = [drafts.divisionCode, drafts.userId, drafts.taskId, drafts.agencyId, drafts.cycle]
    await tx.insert(drafts).values(row).onConflictDoUpdate({ target, set: row })
  }
  about(`报送草稿 ${input.drafts.length} 项`)
  return { savedAt: now }
})
