import { and, asc, isNull } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { isJudged } from '#modules/programme/plans/contract.ts'
import { callTask } from '#modules/programme/programmes/contract.ts'
import { listOwnAgencyIds, saidSight } from '#modules/programme/programmes/server/index.ts'
import { type Owned, ofRow, owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type ReportingView, reportingContract } from '../contract.ts'
import { rhythmOn } from '../domain/cycle.ts'
import { delegationChoices } from '../domain/delegate.ts'
import { listSources } from './list-sources.ts'
import { type OpenReporting, openReporting } from './open-reporting.ts'
import { questions } from './tables.ts'

export const getReporting = implement(reportingContract.getReporting, (call) =>
  viewReporting(call, call.input.programmeId),
)

/** How a programme is reported: the plan's words, the settings since, who is asked for what. */
export async function viewReporting(
  { tx, actor, now, today }: Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>,
  programmeId: string,
): Promise<ReportingView> {
  const opened = await openReporting(tx, programmeId, { actor, now })
  const { fromPlan, planId, settings, rhythms, asksMeasures } = opened.reporting
  return {
    programmeId,
    planId,
    today,
    fromPlan: fromPlan
      ? { rhythm: fromPlan.rhythm, quote: fromPlan.quote, span: [...fromPlan.span], dayNamed: fromPlan.dayNamed }
      : null,
    rhythm: rhythmOn(rhythms, today),
    withMeasures: asksMeasures(today),
    cycle: opened.cycle,
    settings: [...settings].reverse(),
    targets: viewTargets(
      opened,
      new Set((await listSources(tx, owned(programmeId, actor))).map(({ targetId }) => targetId)),
    ),
    delegations: await viewDelegations(tx, opened, { actor, today }),
    delegable: await viewDelegable(tx, opened, actor),
    questions: await listQuestions(tx, owned(programmeId, actor)),
    can: { saveReporting: may(actor, reportingContract.saveReporting) },
  }
}

function viewTargets(opened: OpenReporting, set: ReadonlySet<string>): ReportingView['targets'] {
  const asking = opened.cycle && opened.askingWith(opened.cycle, () => false)
  const taken = new Map(opened.outside.map((one) => [one.targetId, one]))
  return [...opened.targets.values()].filter(isJudged).map((target) => {
    const value = taken.get(target.id)
    return {
      targetId: target.id,
      label: target.indicator.text,
      aim: target.sentence,
      unit: target.unit,
      taskTitle: target.taskTitle,
      ...opened.sourceOf(target),
      usual: !set.has(target.id),
      why: asking?.get(target.id)?.why ?? null,
      value: value ? { value: value.value, on: value.on, from: value.from } : null,
    }
  })
}

/** Who asked whom to report, and why, is for the two and for those who answer for the task. */
async function viewDelegations(
  tx: Tx,
  { programmeId, reporting, tasks, nameOf }: OpenReporting,
  { actor, today }: { actor: Actor; today: string },
): Promise<ReportingView['delegations']> {
  const sight = await saidSight(tx, programmeId, actor)
  const own = await listOwnAgencyIds(tx, actor)
  return reporting.delegations
    .filter(({ toOn }) => toOn === null || toOn >= today)
    .filter(({ taskId, fromAgencyId, toAgencyId }) => own.includes(toAgencyId) || sight(taskId, [fromAgencyId]))
    .map(({ id, taskId, fromOn, toOn, reason, savedBy, fromAgencyId, toAgencyId }) => ({
      id,
      taskId,
      fromOn,
      toOn,
      reason,
      savedBy,
      taskTitle: tasks.get(taskId)?.title ?? '',
      from: nameOf(fromAgencyId),
      to: nameOf(toAgencyId),
    }))
}

async function viewDelegable(tx: Tx, opened: OpenReporting, actor: Actor): Promise<ReportingView['delegable']> {
  const own = actor.role === 'office' ? null : await listOwnAgencyIds(tx, actor)
  const named = (ids: readonly string[]) => ids.map((agencyId) => ({ agencyId, name: opened.nameOf(agencyId) }))
  return [...opened.tasks.values()].flatMap((task) => {
    const { from, to } = delegationChoices(task, own)
    return from.length > 0 && to.length > 0
      ? [{ taskId: task.id, title: callTask(task), from: named(from), to: named(to) }]
      : []
  })
}

function listQuestions(tx: Tx, programme: Owned): Promise<ReportingView['questions']> {
  const { id, text, cycle, savedBy, savedAt } = questions
  const open = and(ofRow(questions.programmeId, programme), isNull(questions.withdrawnAt))
  return tx.select({ id, text, cycle, savedBy, savedAt }).from(questions).where(open).orderBy(asc(savedAt), asc(id))
}
