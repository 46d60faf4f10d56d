import type { Actor } from '#kernel/actor.ts'
import { sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract, planPublished } from '../contract.ts'
import { keepSettled } from '../domain/corrections/keep-settled.ts'
import { pairIds } from '../domain/diff/pair-ids.ts'
import { diffPlans } from '../domain/diff-plans.ts'
import { planErrors } from '../domain/errors.ts'
import { planFlow } from '../domain/plan.ts'
import { listBlockers } from '../domain/publication.ts'
import { getPlanRow, lockPlan, type OpenedPlan, openPlan, storeCorrections } from './load-plan.ts'
import { matchPlanNames, problemsOf } from './plan-problems.ts'
import { plans } from './tables.ts'

export const publishPlan = implement(planContract.publishPlan, async ({ input, tx, actor, now, emit, about }) => {
  const row = await lockPlan(tx, input, actor)
  const state = planFlow.next(row.state, 'publish')
  const draft = await openPlan(tx, row)
  await refuseUnready(tx, draft)
  const earlier = input.newIssueOf ? await supersede(tx, input.newIssueOf, actor) : null
  if (earlier) await storeCorrections(tx, { opened: draft, actor, now }, keepSettled(earlier.plan, draft.plan))
  const opened = earlier ? await openPlan(tx, row) : draft
  const place = earlier
    ? { seriesId: earlier.row.seriesId, version: earlier.row.version + 1 }
    : { seriesId: row.id, version: 1 }
  const stamp = { state, publishedBy: actor.name, publishedAt: now, amendedAt: now, revision: row.revision + 1 }
  await tx
    .update(plans)
    .set({ ...place, ...stamp })
    .where(sameRow(plans, row))
  const diff = earlier ? diffPlans(earlier.plan, opened.plan) : null
  const kept = earlier ? pairIds(earlier.plan, opened.plan) : { tasks: [], targets: [] }
  await emit(planPublished, { planId: row.id, previousPlanId: earlier?.row.id ?? null, diff, kept, ground: null })
  about(`规划《${row.title}》`, { version: place.version, number: row.number })
  return { planId: row.id, version: place.version }
})

export async function refuseUnready(tx: Tx, opened: OpenedPlan): Promise<void> {
  if (opened.plan.tasks.length === 0) throw planErrors.nothingToPublish({})
  const blockers = listBlockers(problemsOf(opened, await matchPlanNames(tx, opened)), opened.acceptances)
  const [first] = blockers
  if (first) throw planErrors.blocked({ count: blockers.length, first: first.message })
}

async function supersede(tx: Tx, planId: string, actor: Actor): Promise<OpenedPlan> {
  await getPlanRow(tx, planId, actor)
  const [row] = await tx
    .select()
    .from(plans)
    .where(sameRow(plans, { ...actor, id: planId }))
    .for('update')
  if (!row) throw planErrors.planNotFound({})
  if (!planFlow.can(row.state, 'supersede')) throw planErrors.earlierIssueClosed({})
  const state = planFlow.next(row.state, 'supersede')
  await tx
    .update(plans)
    .set({ state, revision: row.revision + 1 })
    .where(sameRow(plans, row))
  return openPlan(tx, row, 'inForce')
}
