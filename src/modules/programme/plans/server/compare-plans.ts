import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { implementPrepared, type Preparing } from '#platform/operation/implement.ts'
import { type JobKind, threads } from '#platform/threads/thread-pool.ts'
import { planContract } from '../contract.ts'
import type { Plan } from '../domain/plan.ts'
import type { PlanDiff } from '../domain/plan-diff.ts'
import { getPlanRow, openPlan } from './load-plan.ts'

const comparing: JobKind<{ before: CompiledPlan; after: CompiledPlan }, PlanDiff> = {
  beside: import.meta.url,
  worker: 'compare-plans-worker',
}

interface Compared {
  before: Plan
  after: Plan
  diff: PlanDiff
}

/** Before the transaction and on a thread: two long plans are held against each other word by word. */
async function prepare({
  input,
  actor,
  transaction,
}: Preparing<{ planId: string; otherId: string }>): Promise<Compared> {
  const { before, after } = await transaction(async (tx) => ({
    before: await openPlan(tx, await getPlanRow(tx, input.otherId, actor), 'inForce'),
    after: await openPlan(tx, await getPlanRow(tx, input.planId, actor)),
  }))
  const diff = await threads.run(comparing, { before: before.plan, after: after.plan })
  return { before: before.row, after: after.row, diff }
}

export const comparePlans = implementPrepared(planContract.comparePlans, prepare, async ({ prepared }) => prepared)
