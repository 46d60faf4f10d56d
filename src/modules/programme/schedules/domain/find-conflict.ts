import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Conflict, Constraint } from './conflict.ts'
import { type Floor, firstOn } from './earliest-dates.ts'
import type { Network } from './network.ts'
import type { Step } from './step.ts'

interface AskedDays {
  network: Network
  floor: Floor
  deadlineOn: string
  /** Whether what was done, and when, counts. */
  outlook: boolean
}

/** Something that keeps a step from beginning before `start`; a pinned end gives `end` whatever the step takes. */
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
    const found = tooLate({ starts, done }, { uppers, steps: network.steps })
    if (found) return found
    const before = { starts, done }
    starts = network.before.map((places, place) =>
      latest(places.map((one) => ordered(one, { place, network, before }))),
    )
    const [own, earlier] = [starts, before.starts]
    done = network.steps.map((step, place) => latest([own[place], taking(step, earlier[place])]))
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
}

/** The start that follows from the end of a step before. */
function ordered(earlier: number, { place, network, before }: Going): Reach | undefined {
  const end = before.done[earlier]
  const [stepId = '', next = ''] = [network.steps[earlier]?.id, network.steps[place]?.id]
  return end && { ordinal: end.ordinal, constraint: { kind: 'order', stepId, next }, before: end }
}

/** The end that follows from a start when the time the step takes is counted too. */
const taking = ({ id: stepId, workingDays }: Step, start: Reach | undefined): Reach | undefined =>
  start && {
    ordinal: start.ordinal + workingDays,
    constraint: { kind: 'duration', stepId, workingDays },
    before: start,
  }

function tooLate(
  { starts, done }: { starts: Layer; done: Layer },
  { uppers, steps }: { uppers: readonly (readonly Upper[])[]; steps: readonly Step[] },
): Conflict | undefined {
  const all = uppers.flatMap((own, place) =>
    own.flatMap(({ constraint, by, edge }) => {
      const reach = edge === 'start' ? starts[place] : done[place]
      const shortDays = reach ? reach.ordinal - (edge === 'start' ? 0 : 1) - by : 0
      return reach && shortDays > 0 && reach.constraint !== constraint ? [{ reach, constraint, shortDays }] : []
    }),
  )
  const worst = all.reduce<(typeof all)[number] | undefined>(
    (best, one) => (best && best.shortDays >= one.shortDays ? best : one),
    undefined,
  )
  if (!worst) return undefined
  const constraints = [...chainOf(worst.reach), worst.constraint]
  return { constraints, shortDays: worst.shortDays + spared(constraints, steps) }
}

/**
 * Between days set by hand what is missing is counted with all the work there is on the way, though the conflict stands
 * without some of it: who moves one of the days wants to know how far.
 */
function spared(constraints: readonly Constraint[], steps: readonly Step[]): number {
  const [first, last] = [constraints[0], constraints.at(-1)]
  if (first?.kind !== 'pin' && last?.kind !== 'pin') return 0
  const way = new Set(constraints.flatMap((one) => (one.kind === 'order' ? [one.stepId, one.next] : [])))
  for (const one of constraints) if (one.kind === 'duration') way.delete(one.stepId)
  if (first?.kind === 'pin' && first.edge === 'finish') way.delete(first.stepId)
  if (last?.kind === 'pin' && last.edge === 'start') way.delete(last.stepId)
  return steps.reduce((sum, { id, workingDays }) => sum + (way.has(id) ? workingDays : 0), 0)
}

const chainOf = ({ constraint, before }: Reach): Constraint[] => [...(before ? chainOf(before) : []), constraint]

function lowersOf(
  { id: stepId, notBefore, pin, workingDays }: Step,
  { asked: { floor, outlook, network }, place }: { asked: AskedDays; place: number },
  calendar: WorkingCalendar,
): Lower[] {
  const found: Lower[] = [
    { constraint: { kind: 'floor', why: floor.why, on: floor.on }, start: firstOn(calendar, floor.on) },
  ]
  if (notBefore !== null)
    found.push({ constraint: { kind: 'notBefore', stepId, on: notBefore }, start: firstOn(calendar, notBefore) })
  if (pin) {
    const on = calendar.ordinalOf(pin.on)
    const constraint: Constraint = { kind: 'pin', stepId, edge: pin.edge, on: pin.on }
    found.push(
      pin.edge === 'start' ? { constraint, start: on } : { constraint, start: on - workingDays + 1, end: on + 1 },
    )
  }
  if (!outlook) return found
  const earlier = (network.done[place] ?? []).flatMap(({ id, done }): Lower[] =>
    done
      ? [
          {
            constraint: { kind: 'done', stepId: id, next: stepId, on: done.on },
            start: calendar.ordinalOf(done.on) + 1,
          },
        ]
      : [],
  )
  return [...found, ...earlier]
}

function uppersOf({ id: stepId, notAfter, pin }: Step, deadlineOn: string, calendar: WorkingCalendar): Upper[] {
  const finish = (constraint: Constraint, on: string): Upper => ({
    constraint,
    by: calendar.ordinalOf(on),
    edge: 'finish',
  })
  return [
    finish({ kind: 'deadline', on: deadlineOn }, deadlineOn),
    ...(notAfter === null ? [] : [finish({ kind: 'notAfter', stepId, on: notAfter }, notAfter)]),
    ...(pin ? [{ ...finish({ kind: 'pin', stepId, edge: pin.edge, on: pin.on }, pin.on), edge: pin.edge }] : []),
  ]
}
