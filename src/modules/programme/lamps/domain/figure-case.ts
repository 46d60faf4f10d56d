import { dayNumber, daysBetween } from '#kernel/day.ts'
import { holdsThroughout, isFalling, isMet } from '#modules/programme/plans/contract.ts'
import { meaningOfFact } from './fact-meaning.ts'
import type { Lamp } from './lamp.ts'
import type { Observation, Reached } from './series.ts'
import type { Stretch, TargetCase } from './target-case.ts'

const tiny = 1e-9

/** A figure beside what its course wants on the day it speaks of. */
export interface FigureCase {
  of: TargetCase
  stretch: Stretch
  newest: Reached | undefined
  reached: number
  /** Null where there is no course. */
  expected: number | null
  falling: boolean
  limit: boolean
  /** Green at or ahead of the course, yellow down to the ratio set, red below it; grey while there is no course, or the figure is old. */
  standing: Lamp
  /** The last figures of one cycle, where agencies that speak of the whole state different ones. */
  differing: readonly Observation[]
  /** What may not be exceeded, of a target that names a span or 左右; null for others. */
  ceiling: number | null
  /** The whole of what is wanted is reached. */
  isFull: boolean
  /** Whether a last day asks anything of it: a limit holds at every moment. */
  hasDeadline: boolean
  /** Days until the last day of the stretch, negative when it is over. */
  left: number
}

export function figureCase(of: TargetCase, stretch: Stretch, expected: number | null): FigureCase {
  const { target, day } = of
  const newest = stretch.series.at(-1)
  const reached = newest?.value ?? 0
  const { limit, from, counted } = meaningOfFact(target)
  const isFull = isFullFor(of, reached, stretch.wanted)
  // What adds up can not be lost again.
  const isOld = stretch.isOld && !(isFull && counted === 'running')
  // After the last day only a word on that day says how it ended.
  const isUnended =
    !of.asBefore && from !== 'always' && day > stretch.endOn && stretch.judgedOn < stretch.endOn && !isFull
  const standing = compare(of, stretch, { reached, expected })
  return {
    of,
    stretch,
    newest,
    reached,
    expected,
    falling: isFalling(target),
    limit,
    standing: (isOld || isUnended) && standing === 'green' ? 'grey' : standing,
    differing: of.asBefore ? [] : listDiffering(stretch.series),
    ceiling: ceilingOf(of),
    isFull,
    hasDeadline: from !== 'always',
    left: daysBetween(day, stretch.endOn),
  }
}

/** Whether the whole of what is wanted is reached by a target's own comparison. */
export const isFullFor = ({ target, thresholds }: TargetCase, value: number, wanted: number): boolean =>
  isMet({ ...target, value: wanted }, value, thresholds.aboutShare)

function ceilingOf({ target, thresholds }: TargetCase): number | null {
  if (target.op === 'range') return target.valueMax
  return target.op === '~' ? (target.value ?? 0) * (1 + thresholds.aboutShare) : null
}

export const isOver = ({ ceiling, reached }: FigureCase): boolean => ceiling !== null && reached > ceiling + tiny

interface Figures {
  reached: number
  expected: number
}

/** Of agencies that speak of the whole each the last figure of the newest cycle; none where they agree. */
function listDiffering(series: readonly Reached[]): Observation[] {
  const newest = series.at(-1)?.observation
  if (!newest || newest.reportId === null) return []
  const { cycle, targetId } = newest
  const last = new Map(
    series.flatMap(({ observation: one }) =>
      one.cycle === cycle && one.targetId === targetId && one.share === '' && one.reportId !== null
        ? [[one.agencyId, one] as const]
        : [],
    ),
  )
  const all = [...last.values()]
  return new Set(all.map(({ value }) => value)).size > 1 ? all : []
}

function compare(
  of: TargetCase,
  stretch: Stretch,
  figures: { reached: number; expected: number | null },
): FigureCase['standing'] {
  if (figures.expected !== null)
    return compareWith(of, stretch, { reached: figures.reached, expected: figures.expected })
  return isFullFor(of, figures.reached, stretch.wanted) ? 'green' : 'grey'
}

function compareWith(of: TargetCase, stretch: Stretch, figures: Figures): FigureCase['standing'] {
  const { target, thresholds } = of
  const meaning = meaningOfFact(target)
  const { limit, from } = meaning
  const falling = isFalling(target)
  const sign = falling ? -1 : 1
  const { reached } = figures
  const expected = target.op === '~' ? figures.expected * (1 - thresholds.aboutShare) : figures.expected
  const isWhole = Math.abs(figures.expected - stretch.wanted) < tiny
  if (isWhole ? isFullFor(of, reached, stretch.wanted) : sign * (reached - expected) >= -tiny) return 'green'
  if (from === 'always' && !limit)
    return sign * (expected - reached) <= thresholds.growthPoints + tiny ? 'yellow' : 'red'
  // A standard, and a cap on what adds up, is kept or broken.
  if (!of.asBefore && holdsThroughout(meaning, falling)) return 'red'
  const start = limit ? expected : startOf(stretch)
  if (progress({ reached, expected }, start, sign) >= thresholds.yellowRatio - tiny) return 'yellow'
  const isSlight = target.whole && sign * (expected - reached) <= thresholds.slackPieces
  return isSlight || (!limit && isEarly(stretch, thresholds.earlyShare)) ? 'yellow' : 'red'
}

/** What was there before; nothing is taken off where that is not known. */
const startOf = ({ approach, startKnown }: Stretch): number => (startKnown ? (approach.knots[0]?.value ?? 0) : 0)

/** What was gained of what should have been gained; where nothing was to be gained, what is left of what should be kept. */
function progress({ reached, expected }: Figures, start: number, sign: number): number {
  const due = sign * (expected - start)
  if (due > tiny) return (sign * (reached - start)) / due
  return sign > 0 ? reached / expected : expected / reached
}

function isEarly({ approach, judgedOn, endOn, startOn }: Stretch, share: number): boolean {
  const from = dayNumber(approach.knots[0]?.on ?? startOn)
  const whole = dayNumber(endOn) - from
  return whole > 0 && (dayNumber(judgedOn) - from) / whole < share
}
