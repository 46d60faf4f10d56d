import type { WorkingCalendar } from '#kernel/calendar.ts'
import { addDays } from '#kernel/day.ts'
import type { Constraint } from './conflict.ts'
import type { Step } from './step.ts'

/**
 * Constraints held against each other by themselves, beside the solver and without its reckoning: whether any days at all keep
 * them. Moments stand before a working day; a step not told to take time takes none; a mark is the moment its day is over.
 */
interface Moments {
  start: number
  end: number
  latestStart: number
  latestEnd: number
  takes: Extract<Constraint, { kind: 'duration' }> | undefined
  next: Extract<Constraint, { kind: 'order' }>[]
}

export function canHold(
  constraints: readonly Constraint[],
  steps: readonly Step[],
  calendar: WorkingCalendar,
): boolean {
  const [floor, deadline] = ['floor', 'deadline'].map((kind) => constraints.find((one) => one.kind === kind))
  if (floor?.kind === 'floor' && deadline?.kind === 'deadline' && floor.on > deadline.on) return false
  const marks = new Set(steps.flatMap(({ id, days }) => (days === 0 ? [id] : [])))
  const moments = momentsOf(constraints, marks, calendar)
  const waiting = new Map([...moments.keys()].map((id) => [id, 0]))
  for (const { next } of moments.values())
    for (const one of next) waiting.set(one.next, (waiting.get(one.next) ?? 0) + 1)
  const ready = [...waiting].flatMap(([id, count]) => (count === 0 ? [id] : []))
  for (const id of ready) {
    const own = moments.get(id)
    if (!own) continue
    const takes = own.takes && own.start > -Infinity ? over(own.start, own.takes, calendar) : -Infinity
    const end = Math.max(own.end, own.start, takes)
    if (own.start > own.latestStart || end > own.latestEnd) return false
    for (const order of own.next) {
      const later = moments.get(order.next)
      if (later && end > -Infinity)
        later.start = Math.max(later.start, waited(dayBefore(end, calendar), order, marks.has(order.next), calendar))
      const left = (waiting.get(order.next) ?? 0) - 1
      waiting.set(order.next, left)
      if (left === 0) ready.push(order.next)
    }
  }
  return ready.length === moments.size
}

const dayBefore = (moment: number, calendar: WorkingCalendar): string => calendar.dayAt(moment - 1)
const firstWorked = (day: string, calendar: WorkingCalendar): number => {
  let on = day
  while (!calendar.isWorkingDay(on)) on = addDays(on, 1)
  return calendar.ordinalOf(on)
}

function over(start: number, { days, unit }: Pick<Step, 'days' | 'unit'>, calendar: WorkingCalendar): number {
  if (unit === 'working_day') return start + days
  return firstWorked(addDays(calendar.dayAt(start), days), calendar) + 1
}

/** The moment from which something may begin that waits for what was over on a day. */
function waited(
  endOn: string,
  { lagDays, lagUnit }: Pick<Step, 'lagDays' | 'lagUnit'>,
  isMark: boolean,
  calendar: WorkingCalendar,
): number {
  const mark = isMark ? 1 : 0
  if (lagDays === 0) return isMark ? firstWorked(endOn, calendar) + 1 : calendar.ordinalOf(endOn) + 1
  if (lagUnit === 'working_day') return calendar.ordinalOf(endOn) + lagDays + mark
  return firstWorked(addDays(endOn, lagDays), calendar) + mark
}

function momentsOf(
  constraints: readonly Constraint[],
  marks: ReadonlySet<string>,
  calendar: WorkingCalendar,
): Map<string, Moments> {
  const all = new Map<string, Moments>()
  const of = (id: string): Moments => {
    const known = all.get(id) ?? {
      start: -Infinity, end: -Infinity, latestStart: Infinity, latestEnd: Infinity, takes: undefined, next: [],
    } // biome-ignore format: a list
    all.set(id, known)
    return known
  }
  const from = (id: string, on: number) => {
    of(id).start = Math.max(of(id).start, marks.has(id) ? on + 1 : on)
  }
  const until = (id: string, on: number) => {
    of(id).latestEnd = Math.min(of(id).latestEnd, on + 1)
  }
  for (const one of constraints) {
    if (one.kind === 'duration') of(one.stepId).takes = one
    if (one.kind === 'order') of(one.next)
    if (one.kind === 'order') of(one.stepId).next.push(one)
    if (one.kind === 'notBefore') from(one.stepId, firstWorked(one.on, calendar))
    if (one.kind === 'notAfter') until(one.stepId, calendar.ordinalOf(one.on))
    if (one.kind === 'done') {
      const next = of(one.next)
      next.start = Math.max(next.start, waited(one.on, one, marks.has(one.next), calendar))
    }
    if (one.kind !== 'pin') continue
    const on = calendar.ordinalOf(one.on)
    const own = of(one.stepId)
    if (marks.has(one.stepId) || one.edge === 'start') from(one.stepId, on)
    else own.end = Math.max(own.end, on + 1)
    if (marks.has(one.stepId) || one.edge === 'finish') until(one.stepId, on)
    else own.latestStart = Math.min(own.latestStart, on)
  }
  const ids = [...all.keys()]
  for (const one of constraints) {
    if (one.kind === 'floor') for (const id of ids) from(id, firstWorked(one.on, calendar))
    if (one.kind === 'deadline') for (const id of ids) until(id, calendar.ordinalOf(one.on))
  }
  return all
}
