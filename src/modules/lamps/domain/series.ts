import { yearOf } from './days.ts'
import type { StatementFact, TargetFact } from './facts.ts'
import { kindRules } from './target-words.ts'
import type { Counting } from './thresholds.ts'

/** A figure an agency stated for a target, with the statement it stands in. */
export interface Observation {
  statement: StatementFact
  on: string
  value: number
}

/** What stands after an observation, counted as the kind of target demands. */
export interface Reached {
  on: string
  value: number
  observation: Observation
}

/** Figures of one day in the order they were handed in. */
const inOrder = (a: Observation, b: Observation): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.statement.submittedOn < b.statement.submittedOn ? -1 : 1

export function sortObservations(observations: readonly Observation[]): Observation[] {
  return [...observations].sort(inOrder)
}

/** Which earlier figure a running figure takes the place of; different keys add up. */
function keyOf({ statement, on }: Observation, counting: Counting): string {
  if (counting === 'increments') return `${statement.agencyId} ${statement.cycle} ${on}`
  return counting === 'totals' ? statement.agencyId : `${statement.agencyId} ${yearOf(on)}`
}

/** A net increase with a known start is stated as what there is; the start is taken off. */
const offsetOf = ({ kind, baseline }: TargetFact): number => (kind === 'net_increase' ? (baseline ?? 0) : 0)

const isRunning = ({ kind, baseline }: TargetFact): boolean =>
  kindRules[kind].counted !== 'level' && !(kind === 'net_increase' && baseline !== null)

/**
 * Counts the figures of a target, oldest first.
 * @param observations of the stretch that is judged, sorted
 * @param counting how running figures are stated: 本年累计, 期初以来累计, 本期数
 */
export function countReached(target: TargetFact, observations: readonly Observation[], counting: Counting): Reached[] {
  if (!isRunning(target)) {
    const offset = offsetOf(target)
    return observations.map((observation) => ({ on: observation.on, value: observation.value - offset, observation }))
  }
  const latest = new Map<string, number>()
  let total = 0
  return observations.map((observation) => {
    const key = keyOf(observation, counting)
    total += observation.value - (latest.get(key) ?? 0)
    latest.set(key, observation.value)
    return { on: observation.on, value: Number(total.toPrecision(12)), observation }
  })
}
