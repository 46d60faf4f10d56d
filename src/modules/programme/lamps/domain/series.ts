import { baseTakenOff, rollUp } from '#modules/programme/plans/contract.ts'
import { meaningOfFact } from './fact-meaning.ts'
import type { Basis, OutsideFact, ReportFact, TargetFact } from './facts.ts'
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
  /** Stated by the office of how things stood at the beginning. */
  isOpening?: boolean | undefined
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
    .map(({ targetId, value, on, from, isOpening }) => {
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
        isOpening,
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

/**
 * Counts the figures of a target, oldest first (`rollUp`): agencies a task names speak of the whole of it, members of a
 * group (各乡镇) each of their own.
 * @param observations of the stretch that is judged, sorted
 */
export function countReached(
  { target, asBefore }: { target: TargetFact; asBefore: boolean },
  observations: readonly Observation[],
): Reached[] {
  const base = baseTakenOff(target)
  const meaning = meaningOfFact(target)
  // Stated as what there is: a level, whose parts were not added while the kind alone told how figures are counted.
  const asLevel = { counted: 'level', addsOverAgencies: target.accrual !== undefined } as const
  const values = rollUp(base === null ? meaning : asLevel, observations, asBefore)
  return observations.map((observation, i) => {
    return { on: observation.on, value: (values[i] ?? 0) - (base ?? 0), observation }
  })
}

/** The agencies whose figures these are; a figure from outside is nobody's. */
export const speakersOf = (observations: readonly Observation[]): string[] => [
  ...new Set(observations.flatMap(({ agencyId, reportId }) => (reportId === null ? [] : [agencyId]))),
]

/** The report a figure stands in; a figure from outside has none. */
export const reportRef = (one: Observation | undefined): Ref[] =>
  one === undefined || one.reportId === null ? [] : [{ kind: 'statement', id: one.reportId }]
