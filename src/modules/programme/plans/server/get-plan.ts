import { may } from '#kernel/contract.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { getPlanRow, openPlan } from './load-plan.ts'
import { viewPlan } from './view-plan.ts'

/** What the office has proposed of a plan in force is shown to the office alone: to all others the plan is what holds. */
export const getPlan = implement(planContract.getPlan, async ({ input, tx, actor }) => {
  const only = may(actor, planContract.amendPlan) ? undefined : 'inForce'
  return viewPlan(tx, await openPlan(tx, await getPlanRow(tx, input.planId, actor), only), actor)
})
