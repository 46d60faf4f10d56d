import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { getPlanRow, openPlan } from './load-plan.ts'
import { viewPlan } from './view-plan.ts'

export const getPlan = implement(planContract.getPlan, async ({ input, tx, actor }) =>
  viewPlan(tx, await openPlan(tx, await getPlanRow(tx, input.planId, actor)), actor),
)
