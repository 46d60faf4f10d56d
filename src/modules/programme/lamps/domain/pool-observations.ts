import { isYearOf, meaningOfFact } from './fact-meaning.ts'
import type { TargetFact } from './facts.ts'
import type { Family } from './families.ts'
import { type Observation, sortObservations } from './series.ts'

type Observed = ReadonlyMap<string, readonly Observation[]>

/**
 * The figures a target is judged by, oldest first. How a thing stands is one series for its whole family; what adds up
 * is the target's own series, or that of the target it repeats; a whole nobody stated is the sum of its years.
 */
export function poolObservations(target: TargetFact, { members }: Family, observed: Observed): readonly Observation[] {
  const of = ({ id }: TargetFact) => observed.get(id) ?? []
  if (members.length === 1) return sortObservations(of(target))
  const others = members.filter(({ id, kind }) => id !== target.id && kind === target.kind)
  const { counted, span } = meaningOfFact(target)
  if (counted !== 'running') return oneEach(target, [...others.flatMap(of), ...of(target)])
  const same = others.filter((other) => {
    const isLate = span === 'last_year' && meaningOfFact(other).span === span
    return other.endOn === target.endOn && (isLate || other.startOn === target.startOn)
  })
  const own = oneEach(target, [...same.flatMap(of), ...of(target)])
  return own.length > 0 ? own : sortObservations(others.filter((other) => isYearOf(other, target)).flatMap(of))
}

/** Of one report and day one figure, the target's own before those of its family; all of them count as its own. */
function oneEach({ id }: TargetFact, observations: readonly Observation[]): readonly Observation[] {
  const kept = new Map(observations.map((one) => [`${one.reportId ?? one.from} ${one.on}`, { ...one, targetId: id }]))
  return sortObservations([...kept.values()])
}
