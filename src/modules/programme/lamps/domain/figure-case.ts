import { dayNumber, daysBetween } from '#kernel/day.ts'
import { isFalling, isMet } from '#modules/programme/plans/contract.ts'
import { meaningOfFact } from './fact-meaning.ts'
import type { Lamp } from './lamp.ts'
import type { Reached } from './series.ts'
import type { Stretch, TargetCase } from './target-case.ts'

const tiny = 1e-9

/** A figure beside what its course wants on the day it speaks of. */
export interface FigureCase {
  of: TargetCase
  stretch: Stretch
  newest: Reached | undefined
  reached: number
  expected: number
  falling: boolean
  limit: boolean
  /** Green at or ahead of the course, yellow down to the ratio set, red below it. */
  standing: Exclude<Lamp, 'grey'>
  /** What may not be exceeded, of a target that names a span or 左右; null for others. */
  ceiling: number | null
  /** The whole of what is wanted is reached. */
  isFull: boolean
  /** Whether a last day asks anything of it: a limit holds at every moment. */
  hasDeadline: boolean
  /** Days until the last day of the stretch, negative when it is over. */
  left: number
}

export function figureCase(of: TargetCase, stretch: Stretch, expected: number): FigureCase {
  const { target, day } = of
  const newest = stretch.series.at(-1)
  const reached = newest?.value ?? 0
  const { limit, from } = meaningOfFact(target)
  return {
    of,
    stretch,
    newest,
    reached,
    expected,
    falling: isFalling(target),
    limit,
    standing: compare(of, stretch, { reached, expected }),
    ceiling: ceilingOf(of),
    isFull: isFullFor(of, reached, stretch.wanted),
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

function compare(of: TargetCase, stretch: Stretch, figures: Figures): FigureCase['standing'] {
  const { target, thresholds } = of
  const { limit, from } = meaningOfFact(target)
  const sign = isFalling(target) ? -1 : 1
  const { reached } = figures
  const expected = target.op === '~' ? figures.expected * (1 - thresholds.aboutShare) : figures.expected
  const isWhole = Math.abs(figures.expected - stretch.wanted) < tiny
  if (isWhole ? isFullFor(of, reached, stretch.wanted) : sign * (reached - expected) >= -tiny) return 'green'
  if (from === 'always' && !limit)
    return sign * (expected - reached) <= thresholds.growthPoints + tiny ? 'yellow' : 'red'
  const start = limit ? expected : startOf(stretch)
  if (progress({ reached, expected }, start, sign) >= thresholds.yellowRatio - tiny) return 'yellow'
  const isSlight = target.whole && sign * (expected - reached) <= thresholds.slackPieces
  return isSlight || (!limit && isEarly(stretch, thresholds.earlyShare)) ? 'yellow' : 'red'
}

const startOf = ({ approach }: Stretch): number => approach.knots[0]?.value ?? 0

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
