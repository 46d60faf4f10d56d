import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { minuteOf } from '#kernel/moment.ts'
import { attachFiles } from '#modules/office/files/server/index.ts'
import { carriesOver } from '#modules/programme/plans/contract.ts'
import type { TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import { type Cycle, formatCycle, reportingErrors } from '#modules/programme/reporting/contract.ts'
import { ofRow, owned } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import { type reportContract, reportSubmitted } from '../contract.ts'
import { stands } from '../domain/answered.ts'
import { type AskedFigure, checkAnswer } from '../domain/check-answer.ts'
import { isSameAnswer, whole } from '../domain/draft.ts'
import { reportErrors } from '../domain/errors.ts'
import { lastValues } from '../domain/last-values.ts'
import { isOpen } from '../domain/owed.ts'
import type { Outcome, Report } from '../domain/report.ts'
import type { ProgrammeReports } from './open-reports.ts'
import { drafts, reports } from './tables.ts'

export interface Submitting {
  opened: ProgrammeReports
  answered: z.output<typeof reportContract.submitReports.input>['answers'][number]
  submissionId: string
  agencyId: string
}

/** One answer, all or nothing: what refuses it is its outcome and leaves the others alone. */
export async function submitOne(
  call: Call<unknown>,
  submitting: Submitting,
): Promise<{ outcome: Outcome; asked: number }> {
  const { taskId } = submitting.answered
  try {
    const { report, asked } = await call.tx.transaction((tx) => take({ ...call, tx }, submitting))
    return { outcome: { taskId, reportId: report.id, refusal: null }, asked }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { outcome: { taskId, reportId: null, refusal: error.message }, asked: 0 }
  }
}

async function take(call: Call<unknown>, submitting: Submitting): Promise<{ report: Report; asked: number }> {
  const { opened, answered } = submitting
  const { task, cycle } = getDuty(submitting)
  const figures = figuresOf(task, cycle, submitting)
  const values = checkAnswer(answered, figures)
  await refuseOtherDraft(call, submitting, task.title)
  const report = describe(call, submitting, { cycle, values })
  const [taken] = await call.tx.insert(reports).values(report).onConflictDoNothing().returning()
  if (!taken) throw await alreadySaid(call, submitting, task.title)
  const leads = task.leads.flatMap(({ agencyId }) => agencyId ?? [])
  await attachFiles(call.tx, {
    fileIds: answered.fileIds,
    actor: call.actor,
    to: { kind: 'statement', id: report.id },
    visibleTo: { agencyIds: [submitting.agencyId, ...leads] },
  })
  await forgetDraft(call, submitting)
  await call.emit(reportSubmitted, { programmeId: opened.programmeId, taskId: task.id, reportId: report.id })
  return { report, asked: 1 + figures.filter(({ asking }) => asking.ask !== null).length }
}

/** The task and cycle the agency owes a word on, or why it does not. */
function getDuty({ opened, answered, agencyId }: Submitting): { task: TaskView; cycle: Cycle } {
  const task = opened.tasks.get(answered.taskId)
  const cycle = opened.reporting.cycles.find(({ key }) => key === answered.cycle)
  if (!cycle) throw reportingErrors.notOpen({ cycle: formatCycle(answered.cycle) })
  const duty = opened.duties.find(
    (one) => one.taskId === answered.taskId && one.agencyId === agencyId && one.cycle === cycle.key,
  )
  if (!task || !duty) throw reportErrors.notYours({ title: task?.title ?? '这项任务' })
  const known = { rows: opened.rowsOf(duty), cycles: opened.reporting.cycles }
  if (!isOpen(duty, known)) throw reportErrors.closed({ cycle: formatCycle(cycle.key) })
  return { task, cycle }
}

function figuresOf(task: TaskView, cycle: Cycle, { opened, agencyId }: Submitting): AskedFigure[] {
  const asking = opened.askingIn(cycle)
  const last = lastValues(opened.validOf({ taskId: task.id, agencyId }), {
    taskId: task.id,
    agencyId,
    before: cycle,
    cycles: opened.reporting.cycles,
  })
  return task.targets.map((target) => ({
    targetId: target.id,
    label: target.indicator.text,
    kind: target.kind,
    accrual: target.accrual,
    period: target.period,
    baseline: target.baseline,
    unit: target.unit,
    asking: asking.get(target.id) ?? { ask: null, why: '', covers: [], sumOf: [] },
    last: standingOf(target, last.get(target.id), cycle),
  }))
}

/** The figure that stands where nothing else is said: of a count that began again in January the last year's does not. */
const standingOf = (target: TargetView, last: { value: number; cycle: string } | undefined, { key }: Cycle) =>
  last && carriesOver(target, last.cycle, key) ? last.value : null

function describe(
  { actor, now, today }: Call<unknown>,
  { opened, answered, submissionId, agencyId }: Submitting,
  { cycle, values }: { cycle: Cycle; values: Report['values'] },
): Report {
  const earlier = opened.rowsOf({ taskId: answered.taskId, agencyId }).filter((row) => row.cycle === cycle.key)
  const { progress, text, needsCoordination, taskId, fileIds } = answered
  return {
    id: newId(now.getTime()),
    divisionCode: actor.divisionCode,
    programmeId: opened.programmeId,
    taskId,
    agencyId,
    cycle: cycle.key,
    dueOn: cycle.dueOn,
    endOn: cycle.endOn,
    attempt: Math.max(0, ...earlier.map(({ attempt }) => attempt)) + 1,
    submissionId,
    progress,
    text,
    needsCoordination,
    values,
    evidence: new Set(fileIds).size,
    submittedById: actor.userId,
    submittedBy: actor.name,
    submittedAt: now,
    submittedOn: today,
    status: 'submitted',
    settledBy: null,
    settledAt: null,
    settledOn: null,
    settledReason: null,
  }
}

async function alreadySaid(
  { tx, actor }: Call<unknown>,
  { answered, agencyId }: Submitting,
  title: string,
): Promise<Refusal> {
  const same = and(
    ofRow(reports.taskId, owned(answered.taskId, actor)),
    eq(reports.agencyId, agencyId),
    eq(reports.cycle, answered.cycle),
  )
  const rows = await tx.select().from(reports).where(same)
  const held = rows.find(stands)
  return reportErrors.alreadySaid({ title, by: held?.submittedBy ?? '同事', on: held?.submittedOn ?? '今天' })
}

const draftsOf = ({ actor }: Call<unknown>, { answered, agencyId }: Submitting) =>
  and(
    eq(drafts.divisionCode, actor.divisionCode),
    eq(drafts.agencyId, agencyId),
    eq(drafts.taskId, answered.taskId),
    eq(drafts.cycle, answered.cycle),
  )

/** Handing in ends the draft: one the same person has saved on another device, and not seen here, is not ended unseen. */
async function refuseOtherDraft(call: Call<unknown>, submitting: Submitting, title: string): Promise<void> {
  const { tx, actor } = call
  const { asOf, ...answered } = submitting.answered
  const own = and(draftsOf(call, submitting), eq(drafts.userId, actor.userId))
  const [draft] = await tx.select().from(drafts).where(own)
  if (!draft || draft.savedAt.getTime() === asOf?.getTime() || isSameAnswer(whole(draft.answer), answered)) return
  throw reportErrors.draftElsewhere({ title, at: minuteOf(draft.savedAt) })
}

const forgetDraft = (call: Call<unknown>, submitting: Submitting) =>
  call.tx.delete(drafts).where(draftsOf(call, submitting))
