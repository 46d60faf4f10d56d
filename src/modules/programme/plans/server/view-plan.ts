import { and, desc, eq, getTableColumns, isNull, ne } from 'drizzle-orm'
import type { Diagnostic } from '#compiler/compiled-plan.ts'
import { compilerVersion } from '#compiler/plan/version.ts'
import type { Actor } from '#kernel/actor.ts'
import type { OperationLine } from '#kernel/contract.ts'
import { may } from '#kernel/contract.ts'
import { ofRow, refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type PlanView, planContract } from '../contract.ts'
import { correctionTitles } from '../domain/corrections/correction.ts'
import { correctingStep, type Plan, planFlow, planStateTitles } from '../domain/plan.ts'
import { findAcceptance, isDoubt, listBlockers } from '../domain/publication.ts'
import { isLikelyNewIssue } from '../domain/series.ts'
import { isProposed, type OpenedPlan } from './load-plan.ts'
import { matchPlanNames, problemsOf } from './plan-problems.ts'
import { corrections, plans } from './tables.ts'

/** Everything the workbench shows of a plan, with what this person may do and, where not, why not. */
export async function viewPlan(tx: Tx, opened: OpenedPlan, actor: Actor): Promise<PlanView> {
  const { row, plan, compilation, lost } = opened
  const names = await matchPlanNames(tx, opened)
  const problems = problemsOf(opened, names)
  const asked = and(ofRow(corrections.planId, row), isProposed(row))
  const proposed = may(actor, planContract.amendPlan) ? await tx.$count(corrections, asked) : 0
  return {
    ...row,
    plan,
    names,
    problems: problems.map((problem) => ({ ...problem, accepted: acceptedAs(opened, problem) })),
    corrections: opened.corrections.map((made) => {
      const title = correctionTitles[made.correction.kind]
      const { amendedAt } = row
      return { ...made, title, lost: lost.has(made.id), proposed: amendedAt !== null && made.madeAt > amendedAt }
    }),
    notices: compilation.notices.filter((notice) => !isDoubt(notice)),
    pages: compilation.pages,
    outdated: row.state === 'draft' && row.compiler !== compilerVersion,
    earlierIssues: row.state === 'draft' ? await listEarlierIssues(tx, row) : [],
    proposed,
    can: canDo(opened, { problems, proposed }, actor),
  }
}

function acceptedAs({ acceptances }: OpenedPlan, problem: Parameters<typeof findAcceptance>[0]) {
  const found = findAcceptance(problem, acceptances)
  return found ? { id: found.id, reason: found.reason, by: found.acceptedBy, at: found.acceptedAt } : null
}

function canDo(
  opened: OpenedPlan,
  { problems, proposed }: { problems: readonly Diagnostic[]; proposed: number },
  actor: Actor,
): PlanView['can'] {
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
    correctPlan: allow(planContract.correctPlan, correctingStep(row)),
    amendPlan: allow(planContract.amendPlan, 'amend', proposed === 0 ? '没有待生效的更正。' : unready),
    publishPlan: allow(planContract.publishPlan, 'publish', unready),
    discardPlan: allow(planContract.discardPlan, 'discard'),
    recompilePlan: allow(planContract.recompilePlan, 'correct'),
  }
}

async function listEarlierIssues(tx: Tx, row: Plan): Promise<PlanView['earlierIssues']> {
  const inForce = and(eq(plans.divisionCode, row.divisionCode), eq(plans.state, 'published'), ne(plans.id, row.id))
  const made = tx.$count(corrections, and(refersTo(corrections.planId, plans), isNull(corrections.undoneAt)))
  const rows = await tx
    .select({ ...getTableColumns(plans), corrections: made })
    .from(plans)
    .where(inForce)
    .orderBy(desc(plans.publishedAt), desc(plans.id))
  return rows
    .map((other) => ({
      planId: other.id,
      title: other.title,
      number: other.number,
      version: other.version,
      corrections: other.corrections,
      likely: isLikelyNewIssue(row, other),
    }))
    .sort((a, b) => Number(b.likely) - Number(a.likely))
}
