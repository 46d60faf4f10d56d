import { dayNumber, dayOfNumber } from '#kernel/day.ts'
import { rounded } from '#kernel/figures.ts'
import type { Point } from './course.ts'
import { quantile } from './numbers.ts'
import type { Forecast } from './verdict.ts'

/** Fewer days with figures, or a shorter time, say nothing about a pace. */
const fewest = 4
const shortestDays = 60
/** No further ahead than this many times the time looked at. */
const furthest = 2
/** The newest observations looked at: two years of months. */
const newest = 24
/** A day further behind the target's last one is not named. */
const horizonDays = 3 * 366
/** What figures may stray from a straight line, of what they moved; and how much faster or slower the newer half may go. */
const straying = 0.35
const bending = 1.6
/** The least a band is wide to each side, of what is still to come. */
const leastShare = 0.05

interface Line {
  slope: number
  low: number
  high: number
  residuals: readonly number[]
}

/**
 * Theil–Sen line: the median of the slopes between all pairs of observations, and the median of what is left; a third
 * of the figures may be wrong without moving it. `low` and `high` are the tenth and the ninetieth of a hundred slopes.
 */
function fit(xs: readonly number[], ys: readonly number[]): Line {
  const slopes = new Float64Array((xs.length * (xs.length - 1)) / 2)
  let n = 0
  for (let i = 0; i < xs.length; i++)
    for (let j = i + 1; j < xs.length; j++) slopes[n++] = ((ys[j] ?? 0) - (ys[i] ?? 0)) / ((xs[j] ?? 0) - (xs[i] ?? 0))
  slopes.sort()
  const slope = quantile(slopes, 0.5)
  const rest = ys.map((y, i) => y - slope * (xs[i] ?? 0)).sort((a, b) => a - b)
  const intercept = quantile(rest, 0.5)
  const residuals = rest.map((r) => r - intercept)
  return {
    slope,
    low: quantile(slopes, 0.1),
    high: quantile(slopes, 0.9),
    residuals,
  }
}

/** One point a day, the last one; the newest few. */
function thin(series: readonly Point[]): Point[] {
  const byDay = new Map(series.map((point) => [point.on, point]))
  return [...byDay.values()].slice(-newest)
}

interface Aim {
  wanted: number
  wantedOn: string
  falling: boolean
  /** Running figures do not go back. */
  running: boolean
  /** Counted in whole things. */
  whole: boolean
  /** No figure is higher: shares end at 100. */
  highest: number
}

/** What reckoning with fractions leaves. */
const tiny = 1e-9
const tidy = (value: number): number => rounded(value, 4)

/**
 * Whether the figures go along a straight line: they move from one to the next (what comes in lumps is a staircase), stray little from
 * it, and the newer half goes about as fast as the older.
 */
function isStraight(points: readonly Point[], { slope, residuals }: Line): boolean {
  const moves = points.slice(1).filter(({ value }, i) => value !== points[i]?.value)
  if (moves.length * 2 <= points.length - 1) return false
  const xs = points.map(({ on }) => dayNumber(on))
  const move = Math.abs(slope) * ((xs.at(-1) ?? 0) - (xs[0] ?? 0))
  if (move === 0 || quantile(residuals, 0.85) - quantile(residuals, 0.15) > straying * move) return false
  const middle = Math.floor(points.length / 2)
  const paceOf = (half: readonly Point[]) =>
    fit(
      half.map(({ on }) => dayNumber(on)),
      half.map(({ value }) => value),
    ).slope / slope
  const [older, newer] = [paceOf(points.slice(0, middle + 1)), paceOf(points.slice(middle))]
  return older > 0 && newer > 0 && Math.max(older / newer, newer / older) <= bending
}

/**
 * Where a series will stand on the target's last day if it goes on along its straight line, with a band: the pace so far (the
 * middle 80 % of it), widened by what the figures strayed. Null where a line means nothing: fewer than four days or two months of figures, no
 * movement, figures that bend or jump, a last day that has passed or is more than twice as far as what is known. It knows no
 * seasons: who has one asks for no forecast. Back-tested in `forecast.test.ts` and `docs/figures.md`.
 */
export function forecastOf(
  series: readonly Point[],
  { wanted, wantedOn, falling, running, whole, highest }: Aim,
): Forecast | null {
  const points = thin(series)
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < fewest || !first || !last || wantedOn <= last.on) return null
  const span = dayNumber(last.on) - dayNumber(first.on)
  const endX = dayNumber(wantedOn)
  const ahead = endX - dayNumber(last.on)
  if (span < shortestDays || ahead > furthest * span) return null
  const line = fit(
    points.map(({ on }) => dayNumber(on)),
    points.map(({ value }) => value),
  )
  if (!isStraight(points, line)) return null
  const lowest = points.every(({ value }) => value >= 0) ? 0 : -Infinity
  const within = (value: number) => Math.min(Math.max(value, running ? last.value : lowest), highest)
  const value = last.value + line.slope * ahead
  const least = Math.max(leastShare * Math.abs(line.slope) * ahead, whole ? 1 : 0.0001)
  const low = Math.min(value - least, last.value + line.low * ahead + quantile(line.residuals, 0.1))
  const high = Math.max(value + least, last.value + line.high * ahead + quantile(line.residuals, 0.9))
  const [round, floor, ceil] = whole ? [Math.round, Math.floor, Math.ceil] : [tidy, tidy, tidy]
  const shown = { value: round(within(value)), low: floor(within(low) + tiny), high: ceil(within(high) - tiny) }
  // At the highest there is there is nothing to foresee.
  if (shown.low >= shown.high) return null
  return { on: wantedOn, ...shown, reachesOn: dayReached(points, line.slope, { wanted, falling, endX }) }
}

function dayReached(points: readonly Point[], slope: number, aim: { wanted: number; falling: boolean; endX: number }) {
  const is = (value: number) => (aim.falling ? value <= aim.wanted : value >= aim.wanted)
  const last = points.at(-1)
  if (!last) return null
  if (is(last.value)) return (points.find(({ value }) => is(value)) ?? last).on
  if (aim.falling ? slope >= 0 : slope <= 0) return null
  const x = dayNumber(last.on) + Math.max(1, Math.ceil((aim.wanted - last.value) / slope))
  return x > aim.endX + horizonDays ? null : dayOfNumber(x)
}
