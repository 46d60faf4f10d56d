import { daysBetween } from '#kernel/day.ts'
import { countReached, type Reached } from './series.ts'
import type { TargetCase } from './target-case.ts'

/** A milestone or a cadence as it stands on a day. */
export interface DoneCase extends TargetCase {
  newest: Reached | undefined
  /** Of a cadence: its newest cycle, and the one before it, were stated as missed. */
  isMissed: boolean
  isMissedBefore: boolean
  isAsked: boolean
  isDone: boolean
  /** Days until the last day, negative when it is over; null without one. */
  left: number | null
}

export function doneCase(of: TargetCase): DoneCase {
  const { target, observations, day } = of
  const counted = countReached(of, observations)
  const newest = counted.at(-1)
  return {
    ...of,
    newest,
    isMissed: isMissed(newest),
    isMissedBefore: isMissed(counted.at(-2)),
    isAsked: target.kind === 'cadence' && newest !== undefined,
    isDone: of.isFinished || isReached(newest?.value, target),
    left: target.endOn === null ? null : daysBetween(day, target.endOn),
  }
}

const isMissed = (one: Reached | undefined): boolean => one !== undefined && one.value < 1

/** Coverage is stated as a share; a milestone and a cadence as 做到 (1) or 未做到 (0). */
const isReached = (value: number | undefined, { kind, value: wanted }: TargetCase['target']): boolean =>
  value !== undefined && value >= (kind === 'coverage' ? (wanted ?? 1) : 1)
