import type { WorkingCalendar } from '#kernel/calendar.ts'
import { type Conflict, type Constraint, orderOf } from './conflict.ts'
import type { Floor } from './earliest-dates.ts'
import type { Network } from './network.ts'
import type { Step } from './step.ts'
import { endOf, firstOn, follows, followsDay, isMark, startFor } from './step-days.ts'

interface AskedDays {
  network: Network
  floor: Floor
  deadlineOn: string
  /** Whether what was done, and when, counts. */
  outlook: boolean
}

/**
 * Something that keeps a step from beginning before `start`; a pinned end gives `end` whatever the step takes. A step ends
 * before the working day `end`. A mark begins and ends with its day.
 */
interface Lower {
  constraint: Constraint
  start: number
  end?: number
}

/** Something a step has to end by; a pinned begin is missed by its start alone. */
interface Upper {
  constraint: Constraint
  by: number
  edge: 'start' | 'finish'
}

/** How late a step is forced to be by so many constraints, and the last of them; `before` is the rest. */
interface Reach {
  ordinal: number
  constraint: Constraint
  before: Reach | null
}

type Layer = readonly (Reach | undefined)[]

/**
 * The smallest conflict of a network without circles: of all sets of constraints that cannot hold together one of fewest.
 * Undefined when the plan is possible. Whatever cannot hold is a chain from something that keeps a step back to something
 * one behind it has to end by; layer c holds for each step the latest start and end that c constraints force, so the first
 * layer in which one is too late gives the smallest set.
 */
export function findConflict(asked: AskedDays, calendar: WorkingCalendar): Conflict | undefined {
  const { floor, deadlineOn, network } = asked
  const [first, last] = [firstOn(calendar, floor.on), calendar.ordinalOf(deadlineOn)]
  const ends: Constraint[] = [
    { kind: 'floor', why: floor.why, on: floor.on },
    { kind: 'deadline', on: deadlineOn },
  ]
  if (floor.on > deadlineOn) return { constraints: ends, shortDays: first - last }
  const lowers = network.steps.map((step, place) => lowersOf(step, { asked, place }, calendar))
  const uppers = network.steps.map((step) => uppersOf(step, deadlineOn, calendar))
  let starts: Layer = lowers.map((all) => latest(all.map(({ constraint, start }) => begin(constraint, start))))
  let done: Layer = lowers.map((all) =>
    latest(all.map(({ constraint, start, end }) => begin(constraint, end ?? start))),
  )
  const most = 2 * network.steps.length + 1
  for (let count = 1; count <= most; count++) {
    const found = tooLate({ starts, done }, { uppers, steps: network.steps }, calendar)
    if (found) return found
    const before = { starts, done }
    starts = network.before.map((places, place) =>
      latest(places.map((one) => ordered(one, { place, network, before, calendar }))),
    )
    const [own, earlier] = [starts, before.starts]
    done = network.steps.map((step, place) => latest([own[place], taking(step, earlier[place], calendar)]))
  }
  return undefined
}

const begin = (constraint: Constraint, ordinal: number): Reach => ({ ordinal, constraint, before: null })

const latest = (all: readonly (Reach | undefined)[]): Reach | undefined =>
  all.reduce((best, one) => (one && (!best || one.ordinal > best.ordinal) ? one : best), undefined)

interface Going {
  place: number
  network: Network
  before: { done: Layer }
  calendar: WorkingCalendar
}

/** Where a step stands that begins no earlier than a day: a mark begins when its day is over. */
const beginning = (step: Step, on: number): number => (isMark(step) ? on + 1 : on)

const startAfter = (step: Step, end: number, calendar: WorkingCalendar): number =>
  beginning(step, follows(step, end - 1, calendar))

/** The start that follows from the end of a step before. */
function ordered(earlier: number, { place, network, before, calendar }: Going): Reach | undefined {
  const [end, from, to] = [before.done[earlier], network.steps[earlier], network.steps[place]]
  if (!end || !from || !to) return undefined
  return { ordinal: startAfter(to, end.ordinal, calendar), constraint: orderOf(from.id, to), before: end }
}

/** The end that follows from a start when the time the step takes is counted too; a mark takes none. */
function taking(step: Step, start: Reach | undefined, calendar: WorkingCalendar): Reach | undefined {
  if (!start || isMark(step)) return undefined
  const { id: stepId, days, unit } = step
  const constraint: Constraint = { kind: 'duration', stepId, days, unit }
  return { ordinal: endOf(step, start.ordinal, calendar) + 1, constraint, before: start }
}

interface Late {
  reach: Reach
  upper: Upper
  shortDays: number
}

const shortBy = (ordinal: number, { edge, by }: Upper): number => ordinal - (edge === 'start' ? 0 : 1) - by

function tooLate(
  { starts, done }: { starts: Layer; done: Layer },
  { uppers, steps }: { uppers: readonly (readonly Upper[])[]; steps: readonly Step[] },
  calendar: WorkingCalendar,
): Conflict | undefined {
  const all = uppers.flatMap((own, place) =>
    own.flatMap((upper): Late[] => {
      const reach = upper.edge === 'start' ? starts[place] : done[place]
      const shortDays = reach ? shortBy(reach.ordinal, upper) : 0
      return reach && shortDays > 0 ? [{ reach, upper, shortDays }] : []
    }),
  )
  const worst = all.reduce<Late | undefined>(
    (best, one) => (best && best.shortDays >= one.shortDays ? best : one),
    undefined,
  )
  if (!worst) return undefined
  const constraints = [...chainOf(worst.reach), worst.upper.constraint]
  return { constraints, shortDays: alongAll(worst, constraints, steps, calendar) }
}

/**
 * Between days set by hand what is missing is counted with all the work there is on the way, though the conflict stands
 * without some of it: who moves one of the days wants to know how far.
 */
function alongAll(
  { reach, upper, shortDays }: Late,
  constraints: readonly Constraint[],
  steps: readonly Step[],
  calendar: WorkingCalendar,
): number {
  const [first, last] = [constraints[0], constraints.at(-1)]
  const orders = constraints.filter((one) => one.kind === 'order')
  if ((first?.kind !== 'pin' && last?.kind !== 'pin') || orders.length === 0) return shortDays
  const stepOf = (id: string | undefined) => steps.find((step) => step.id === id)
  const over = (step: Step | undefined, start: number) =>
    step && !isMark(step) ? endOf(step, start, calendar) + 1 : start
  let at = rootOf(reach).ordinal
  orders.forEach(({ stepId, next }, i) => {
    const isOver = i === 0 && first?.kind === 'pin' && first.edge === 'finish'
    const [from, to] = [stepOf(stepId), stepOf(next)]
    if (to) at = startAfter(to, isOver ? at : over(from, at), calendar)
  })
  return shortBy(upper.edge === 'start' ? at : over(stepOf(orders.at(-1)?.next), at), upper)
}

const chainOf = ({ constraint, before }: Reach): Constraint[] => [...(before ? chainOf(before) : []), constraint]

const rootOf = (reach: Reach): Reach => (reach.before ? rootOf(reach.before) : reach)

function lowersOf(
  step: Step,
  { asked: { floor, outlook, network }, place }: { asked: AskedDays; place: number },
  calendar: WorkingCalendar,
): Lower[] {
  const { id: stepId, notBefore, pin } = step
  const from = (constraint: Constraint, on: number): Lower => ({ constraint, start: beginning(step, on) })
  const found = [from({ kind: 'floor', why: floor.why, on: floor.on }, firstOn(calendar, floor.on))]
  if (notBefore !== null) found.push(from({ kind: 'notBefore', stepId, on: notBefore }, firstOn(calendar, notBefore)))
  if (pin) {
    const on = calendar.ordinalOf(pin.on)
    const lower = from({ kind: 'pin', stepId, edge: pin.edge, on: pin.on }, on)
    const isEnd = pin.edge === 'finish' && !isMark(step)
    found.push(isEnd ? { ...lower, start: startFor(step, on, calendar), end: on + 1 } : lower)
  }
  if (!outlook) return found
  const { lagDays, lagUnit } = step
  const earlier = (network.done[place] ?? []).flatMap(({ id, done }): Lower[] =>
    done
      ? [
          from(
            { kind: 'done', stepId: id, next: stepId, on: done.on, lagDays, lagUnit },
            followsDay(step, done.on, calendar),
          ),
        ]
      : [],
  )
  return [...found, ...earlier]
}

function uppersOf(step: Step, deadlineOn: string, calendar: WorkingCalendar): Upper[] {
  const { id: stepId, notAfter, pin } = step
  const pinned = isMark(step) ? 'finish' : pin?.edge
  const finish = (constraint: Constraint, on: string): Upper => ({
    constraint,
    by: calendar.ordinalOf(on),
    edge: 'finish',
  })
  return [
    finish({ kind: 'deadline', on: deadlineOn }, deadlineOn),
    ...(notAfter === null ? [] : [finish({ kind: 'notAfter', stepId, on: notAfter }, notAfter)]),
    ...(pin && pinned
      ? [{ ...finish({ kind: 'pin', stepId, edge: pin.edge, on: pin.on }, pin.on), edge: pinned }]
      : []),
  ]
}
