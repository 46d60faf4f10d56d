import { and, desc, eq, ne } from 'drizzle-orm'
import type { Diagnostic } from '#compiler/compiled-plan.ts'
import { compilerVersion } from '#compiler/plan/version.ts'
import type { Actor } from '#kernel/actor.ts'
import type { OperationLine } from '#kernel/contract.ts'
import { may } from '#kernel/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type PlanView, planContract } from '../contract.ts'
import { correctionTitles } from '../domain/corrections/correction.ts'
import { type Plan, planFlow, planStateTitles } from '../domain/plan.ts'
import { findAcceptance, isDoubt, listBlockers } from '../domain/publication.ts'
import { isLikelyNewIssue } from '../domain/series.ts'
import type { OpenedPlan } from './load-plan.ts'
import { matchPlanNames, problemsOf } from './plan-problems.ts'
import { plans } from './tables.ts'

/** Everything the workbench shows of a plan, with what this person may do and, where not, why not. */
export async function viewPlan(tx: Tx, opened: OpenedPlan, actor: Actor): Promise<PlanView> {
  const { row, plan, compilation, lost } = opened
  const names = await matchPlanNames(tx, opened)
  const problems = problemsOf(opened, names)
  return {
    ...row,
    plan,
    names,
    problems: problems.map((problem) => ({ ...problem, accepted: acceptedAs(opened, problem) })),
    corrections: opened.corrections.map((made) => {
      return { ...made, title: correctionTitles[made.correction.kind], lost: lost.has(made.id) }
    }),
    notices: compilation.notices.filter((notice) => !isDoubt(notice)),
    pages: compilation.pages,
    outdated: row.state === 'draft' && row.compiler !== compilerVersion,
    earlierIssues: row.state === 'draft' ? await listEarlierIssues(tx, row) : [],
    can: canDo(opened, problems, actor),
  }
}

function acceptedAs({ acceptances }: OpenedPlan, problem: Parameters<typeof findAcceptance>[0]) {
  const found = findAcceptance(problem, acceptances)
  return found ? { id: found.id, reason: found.reason, by: found.acceptedBy, at: found.acceptedAt } : null
}

function canDo(opened: OpenedPlan, problems: readonly Diagnostic[], actor: Actor): PlanView['can'] {
  const { row, plan } = opened
  const allow = (
    operation: Pick<OperationLine, 'by'>,
    step: Parameters<typeof planFlow.can>[1],
    more: string | null = null,
  ) => {
    if (!may(actor, operation)) return { allowed: false, reason: '只有专班办公室可以操作。' }
    if (!planFlow.can(row.state, step)) return { allowed: false, reason: `规划${planStateTitles[row.state]}。` }
    return { allowed: more === null, reason: more }
  }
  const blockers = listBlockers(problems, opened.acceptances)
  const unready =
    plan.tasks.length === 0 ? '还没有任务。' : blockers.length > 0 ? `还有 ${blockers.length} 个错误没有处理。` : null
  return {
    correctPlan: allow(planContract.correctPlan, 'correct'),
    publishPlan: allow(planContract.publishPlan, 'publish', unready),
    discardPlan: allow(planContract.discardPlan, 'discard'),
    recompilePlan: allow(planContract.recompilePlan, 'correct'),
  }
}

async function listEarlierIssues(tx: Tx, row: Plan): Promise<PlanView['earlierIssues']> {
  const inForce = and(eq(plans.divisionCode, row.divisionCode), eq(plans.state, 'published'), ne(plans.id, row.id))
  const rows = await tx.select().from(plans).where(inForce).orderBy(desc(plans.publishedAt), desc(plans.id))
  return rows
    .map((other) => ({
      planId: other.id,
      title: other.title,
      number: other.number,
      version: other.version,
      likely: isLikelyNewIssue(row, other),
    }))
    .sort((a, b) => Number(b.likely) - Number(a.likely))
}
