import { sameRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { planFlow } from '../domain/plan.ts'
import { lockPlan } from './load-plan.ts'
import { plans } from './tables.ts'

export const discardPlan = implement(planContract.discardPlan, async ({ input, tx, actor, about }) => {
  const row = await lockPlan(tx, input, actor)
  const next = { ...row, state: planFlow.next(row.state, 'discard'), revision: row.revision + 1 }
  await tx.update(plans).set(next).where(sameRow(plans, row))
  about(`规划《${row.title}》`, { reason: input.reason })
  return next
})
