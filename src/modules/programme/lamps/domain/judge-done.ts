import { dayInWords, daysBetween } from '#kernel/day.ts'
import type { Lamp } from './lamp.ts'
import { quoted, withUnit } from './numbers.ts'
import { countReached, type Reached, speakersOf, statementRef } from './series.ts'
import { blank, silentTarget } from './silent-target.ts'
import type { TargetCase } from './target-case.ts'
import type { TargetVerdict } from './verdict.ts'

/** Milestones, coverage, cadences: done or not, nothing in between. */
export function judgeDone(of: TargetCase): TargetVerdict {
  const { target, day, isFinished, isSpokenOf, observations, thresholds } = of
  const counted = countReached(target, observations)
  const newest = counted.at(-1)
  const figures = { reached: newest?.value ?? null, asOfOn: newest?.on ?? null }
  const said = newest ? `，截至${dayInWords(newest.on, day)}为 ${withUnit(newest.value, target.unit)}` : ''
  const refs = [{ kind: 'target' as const, id: target.id }, ...statementRef(newest?.observation)]
  const name = quoted(target.indicator)
  const give = (lamp: Lamp, code: string, text: string): TargetVerdict => ({
    ...blank(of),
    ...figures,
    lamp,
    reasons: [{ code, text, refs, saidBy: speakersOf(observations) }],
  })
  if (target.kind === 'cadence' && newest) {
    const { lamp, code, words } = ofCadence(counted)
    return give(lamp, code, `${name}${words}（${dayInWords(newest.on, day)}报）。`)
  }
  if (isFinished || isReached(newest?.value, target)) return give('green', 'done', `${name}已完成${said}。`)
  if (target.startOn !== null && day < target.startOn) return silentTarget(of, 'notStarted')
  if (target.endOn === null)
    return newest ? give('grey', 'notDue', `${name}没有期限，尚未完成${said}。`) : silentTarget(of, 'noData')
  const left = daysBetween(day, target.endOn)
  if (left < 0) {
    if (!newest && !isSpokenOf) return silentTarget(of, 'noData')
    return give(
      'red',
      'overdue',
      `${name}应在${dayInWords(target.endOn, day)}前完成，已过 ${-left} 天，尚未完成${said}。`,
    )
  }
  const due = dayInWords(target.endOn, day)
  if (left <= thresholds.nearDays)
    return give('yellow', 'near', `${name}${due}到期，还有 ${left} 天，尚未完成${said}。`)
  return newest ? give('grey', 'notDue', `${name}${due}到期，尚未完成${said}。`) : silentTarget(of, 'notDue')
}

const isMissed = (one: Reached | undefined): boolean => one !== undefined && one.value < 1

/** A cadence is asked cycle by cycle: missed once is yellow, twice running is red. */
function ofCadence(counted: readonly Reached[]): { lamp: Lamp; code: string; words: string } {
  if (!isMissed(counted.at(-1))) return { lamp: 'green', code: 'done', words: '最近一期已做到' }
  if (!isMissed(counted.at(-2))) return { lamp: 'yellow', code: 'missedOnce', words: '最近一期未做到' }
  return { lamp: 'red', code: 'missedTwice', words: '连续两期未做到' }
}

/** Coverage is stated as a share; a milestone and a cadence as 做到 (1) or 未做到 (0). */
const isReached = (value: number | undefined, { kind, value: wanted }: TargetCase['target']): boolean =>
  value !== undefined && value >= (kind === 'coverage' ? (wanted ?? 1) : 1)
