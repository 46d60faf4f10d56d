import { z } from 'zod'
import { daysBetween } from '#kernel/day.ts'
import { lengthInWords, waitInWords } from './explain.ts'
import type { ScheduleState } from './schedule.ts'

const Span = z.object({ startOn: z.iso.date(), finishOn: z.iso.date() })

/** How one step differs between two days. */
export const StepDifference = z.object({
  stepId: z.string(),
  title: z.string(),
  kind: z.enum(['added', 'removed', 'moved', 'done', 'reopened', 'renamed', 'lengthened']),
  before: Span.nullable(),
  after: Span.nullable(),
  /** Calendar days the finish moved, later positive; null where one side has no date. */
  movedDays: z.int().nullable(),
  doneOn: z.iso.date().nullable(),
  /** The name on the earlier day, where it was another; how long it took or waited likewise. */
  was: z.string().nullable(),
})
export type StepDifference = z.infer<typeof StepDifference>

/** What became of a task's schedule between two days. */
export const ScheduleDifference = z.object({
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  deadlineBefore: z.iso.date().nullable(),
  deadlineAfter: z.iso.date().nullable(),
  doneBefore: z.int(),
  doneAfter: z.int(),
  totalBefore: z.int(),
  totalAfter: z.int(),
  steps: z.array(StepDifference),
})
export type ScheduleDifference = z.infer<typeof ScheduleDifference>

type Side = Pick<ScheduleState, 'steps' | 'dates' | 'deadlineOn'>

/** Compares a task's schedule of two days, the earlier first; undefined where there was none. */
export function compareSchedules(before: Side | undefined, after: Side | undefined): ScheduleDifference {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const steps = [
    ...[...now.values()].flatMap((row) => compareStep(old.get(row.stepId), row)),
    ...[...old.values()].filter(({ stepId }) => !now.has(stepId)).map((row) => gone(row)),
  ]
  const deadlineMoved = before?.deadlineOn !== after?.deadlineOn
  const kind = !before
    ? after
      ? 'added'
      : 'same'
    : !after
      ? 'removed'
      : deadlineMoved || steps.length > 0
        ? 'changed'
        : 'same'
  return {
    kind,
    deadlineBefore: before?.deadlineOn ?? null,
    deadlineAfter: after?.deadlineOn ?? null,
    doneBefore: countDone(old),
    doneAfter: countDone(now),
    totalBefore: old.size,
    totalAfter: now.size,
    steps,
  }
}

interface Row {
  stepId: string
  title: string
  length: string
  doneOn: string | null
  span: z.infer<typeof Span> | null
}

function rowsOf(side: Side | undefined): Map<string, Row> {
  const dates = new Map(side?.dates.map(({ stepId, startOn, finishOn }) => [stepId, { startOn, finishOn }]))
  return new Map(
    side?.steps.map((step) => {
      const { id: stepId, title, done } = step
      const length = [lengthInWords(step), waitInWords(step)].filter((part) => part !== '').join('，')
      return [stepId, { stepId, title, length, doneOn: done?.on ?? null, span: dates.get(stepId) ?? null }]
    }),
  )
}

const countDone = (rows: ReadonlyMap<string, Row>): number =>
  [...rows.values()].filter(({ doneOn }) => doneOn !== null).length

const gone = ({ stepId, title, span }: Row): StepDifference => {
  return { stepId, title, kind: 'removed', before: span, after: null, movedDays: null, doneOn: null, was: null }
}

function compareStep(old: Row | undefined, now: Row): StepDifference[] {
  const { stepId, title, span, doneOn } = now
  const row = { stepId, title, before: old?.span ?? null, after: span, movedDays: null, doneOn, was: null }
  if (!old) return [{ ...row, kind: 'added' }]
  const found: StepDifference[] = []
  if (old.title !== title) found.push({ ...row, kind: 'renamed', was: old.title })
  if (old.doneOn !== doneOn) found.push({ ...row, kind: doneOn === null ? 'reopened' : 'done', was: old.doneOn })
  if (old.length !== now.length) found.push({ ...row, kind: 'lengthened', was: old.length })
  const hasMoved = old.span?.startOn !== span?.startOn || old.span?.finishOn !== span?.finishOn
  if (hasMoved) found.push({ ...row, kind: 'moved', movedDays: daysMoved(old.span?.finishOn, span?.finishOn) })
  return found
}

const daysMoved = (a: string | undefined, b: string | undefined): number | null =>
  a === undefined || b === undefined ? null : daysBetween(a, b)
