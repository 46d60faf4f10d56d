import type { Basis, OutsideFact, ReportFact, TargetFact } from './facts.ts'
import { kindRules } from './target-words.ts'
import type { Ref } from './verdict.ts'

/** A figure stated for a target: by an agency in a report, or taken over from outside. */
export interface Observation {
  targetId: string
  on: string
  value: number
  agencyId: string
  /** Whose share it is: agencies named in the task speak of the whole, members of a group each of their own. */
  share: string
  cycle: string
  submittedOn: string
  /** Null for a figure from outside. */
  reportId: string | null
  /** Where a figure from outside stood; null for one of an agency. */
  from: string | null
}

/** What stands after an observation, counted as the kind of target demands. */
export interface Reached {
  on: string
  value: number
  observation: Observation
}

/** Every figure of the reports and from outside, none said to speak of a later day than the one asked for. */
export function listObservations(
  { reports, outside, basis }: { reports: readonly ReportFact[]; outside: readonly OutsideFact[]; basis: Basis },
  day: string,
): Observation[] {
  const named = new Set(basis.tasks.flatMap(({ id, agencies }) => agencies.map(({ agencyId }) => `${id} ${agencyId}`)))
  const stated = reports.flatMap(({ id, taskId, agencyId, cycle, submittedOn, values }) => {
    const share = named.has(`${taskId} ${agencyId}`) ? '' : agencyId
    return values.map(({ targetId, value, on }) => {
      const known = on > day ? day : on
      return { targetId, on: known, value, agencyId, share, cycle, submittedOn, reportId: id, from: null }
    })
  })
  const taken = outside
    .filter(({ on }) => on <= day)
    .map(({ targetId, value, on, from }) => {
      return {
        targetId,
        on,
        value,
        agencyId: '',
        share: '',
        cycle: on.slice(0, 7),
        submittedOn: on,
        reportId: null,
        from,
      }
    })
  return [...stated, ...taken]
}

/** Figures of one day in the order they were handed in. */
const inOrder = (a: Observation, b: Observation): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.submittedOn < b.submittedOn ? -1 : a.submittedOn > b.submittedOn ? 1 : 0

export function sortObservations(observations: readonly Observation[]): readonly Observation[] {
  const isSorted = observations.every((one, i) => i === 0 || inOrder(observations[i - 1] ?? one, one) <= 0)
  return isSorted ? observations : [...observations].sort(inOrder)
}

/** Takes off what adding fractions leaves (0.1 + 0.2); six decimals are more than any plan names. */
const tidy = (value: number): number => (Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6)

/** A net increase with a known start is stated as what there is; the start is taken off. */
const offsetOf = ({ kind, baseline }: TargetFact): number => (kind === 'net_increase' ? (baseline ?? 0) : 0)

const isRunning = ({ kind, baseline }: TargetFact): boolean =>
  kindRules[kind].counted === 'running' && !(kind === 'net_increase' && baseline !== null)

/**
 * Counts the figures of a target, oldest first. Running figures are stated as what came together since the period (of a
 * yearly target: the year) began. Agencies a task names speak of the whole of it, the last word counts; members of a group (各乡镇) each
 * speak of their own, and these, like the years of a whole, add up.
 * @param observations of the stretch that is judged, sorted
 */
export function countReached(target: TargetFact, observations: readonly Observation[]): Reached[] {
  if (!isRunning(target)) {
    const offset = offsetOf(target)
    return observations.map((observation) => ({ on: observation.on, value: observation.value - offset, observation }))
  }
  const latest = new Map<string, number>()
  let total = 0
  return observations.map((observation) => {
    const key = `${observation.share} ${observation.targetId}`
    total += observation.value - (latest.get(key) ?? 0)
    latest.set(key, observation.value)
    return { on: observation.on, value: tidy(total), observation }
  })
}

/** The agencies whose figures these are; a figure from outside is nobody's. */
export const speakersOf = (observations: readonly Observation[]): string[] => [
  ...new Set(observations.flatMap(({ agencyId, reportId }) => (reportId === null ? [] : [agencyId]))),
]

/** The report a figure stands in; a figure from outside has none. */
export const reportRef = (one: Observation | undefined): Ref[] =>
  one === undefined || one.reportId === null ? [] : [{ kind: 'statement', id: one.reportId }]
