import { newId } from '#kernel/ids.ts'
import { sameRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { planErrors } from '../domain/errors.ts'
import { correctingStep, planFlow } from '../domain/plan.ts'
import { findAcceptance } from '../domain/publication.ts'
import { lockPlan, openPlan, saveDocument } from './load-plan.ts'
import { matchPlanNames, problemsOf } from './plan-problems.ts'
import { acceptances } from './tables.ts'
import { viewPlan } from './view-plan.ts'

export const acceptProblem = implement(planContract.acceptProblem, async ({ input, tx, actor, now, about }) => {
  const row = await lockPlan(tx, input, actor)
  planFlow.next(row.state, correctingStep(row))
  const opened = await openPlan(tx, row)
  const asked = { id: '', code: input.code, at: input.at }
  const problem = problemsOf(opened, await matchPlanNames(tx, opened)).find((one) => findAcceptance(one, [asked]))
  if (!problem) throw planErrors.problemNotFound({})
  if (!findAcceptance(problem, opened.acceptances)) {
    const { divisionCode, id: planId } = row
    const accepted = { acceptedBy: actor.name, acceptedAt: now, withdrawnBy: null, withdrawnAt: null }
    await tx
      .insert(acceptances)
      .values({ ...asked, id: newId(now.getTime()), divisionCode, planId, reason: input.reason, ...accepted })
  }
  about(`规划《${row.title}》`, { code: input.code, problem: problem.message, reason: input.reason })
  const saved = await saveDocument(tx, row, opened.plan)
  return viewPlan(tx, await openPlan(tx, saved), actor)
})

export const withdrawAcceptance = implement(
  planContract.withdrawAcceptance,
  async ({ input, tx, actor, now, about }) => {
    const row = await lockPlan(tx, input, actor)
    planFlow.next(row.state, correctingStep(row))
    const opened = await openPlan(tx, row)
    const found = opened.acceptances.find((one) => one.id === input.acceptanceId)
    if (!found) throw planErrors.acceptanceNotFound({})
    await tx.update(acceptances).set({ withdrawnBy: actor.name, withdrawnAt: now }).where(sameRow(acceptances, found))
    about(`规划《${row.title}》`, { code: found.code, withdrawn: found.reason })
    const saved = await saveDocument(tx, row, opened.plan)
    return viewPlan(tx, await openPlan(tx, saved), actor)
  },
)
