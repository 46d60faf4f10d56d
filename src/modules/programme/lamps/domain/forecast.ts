import { dayNumber, dayOfNumber } from '#kernel/day.ts'
import { rounded } from '#kernel/figures.ts'
import type { Point } from './course.ts'
import { quantile } from './numbers.ts'
import type { Forecast } from './verdict.ts'

/** Fewer observations say nothing about a pace. */
const fewest = 3
/** The newest observations looked at: two years of months. */
const newest = 24
/** A day further behind the target's last one is not named. */
const horizonDays = 3 * 366

interface Line {
  slope: number
  low: number
  high: number
  residuals: readonly number[]
}

/**
 * Theil–Sen line: the median of the slopes between all pairs of observations, and the median of what is left; a third
 * of the figures may be wrong without moving it. `low` and `high` are the lower and upper quartile of the slopes.
 */
function fit(xs: readonly number[], ys: readonly number[]): Line {
  const slopes = new Float64Array((xs.length * (xs.length - 1)) / 2)
  let n = 0
  for (let i = 0; i < xs.length; i++)
    for (let j = i + 1; j < xs.length; j++) slopes[n++] = ((ys[j] ?? 0) - (ys[i] ?? 0)) / ((xs[j] ?? 0) - (xs[i] ?? 0))
  slopes.sort()
  const steady = quantile(slopes, 0.5)
  // What comes in lumps (0 0 0 1 1 2) stands still between most days; its pace is then that of the whole time.
  const slope = steady === 0 ? ((ys.at(-1) ?? 0) - (ys[0] ?? 0)) / ((xs.at(-1) ?? 1) - (xs[0] ?? 0)) : steady
  const rest = ys.map((y, i) => y - slope * (xs[i] ?? 0)).sort((a, b) => a - b)
  const intercept = quantile(rest, 0.5)
  const residuals = rest.map((r) => r - intercept)
  return {
    slope,
    low: quantile(slopes, 0.25),
    high: quantile(slopes, 0.75),
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
 * Where a series will stand on the target's last day if it goes on from where it is, with a band: the quartiles of the
 * pace so far, widened by what the figures strayed from the line (the middle 80 % of it). Null with fewer than three days of figures, or when the
 * last day has passed. It knows no seasons: what comes all at once in December is not foreseen.
 */
export function forecastOf(
  series: readonly Point[],
  { wanted, wantedOn, falling, running, whole, highest }: Aim,
): Forecast | null {
  const points = thin(series)
  const last = points.at(-1)
  if (points.length < fewest || !last || wantedOn <= last.on) return null
  const line = fit(
    points.map(({ on }) => dayNumber(on)),
    points.map(({ value }) => value),
  )
  const endX = dayNumber(wantedOn)
  const ahead = endX - dayNumber(last.on)
  const lowest = points.every(({ value }) => value >= 0) ? 0 : -Infinity
  const within = (value: number) => Math.min(Math.max(value, running ? last.value : lowest), highest)
  const value = within(last.value + line.slope * ahead)
  const low = within(Math.min(value, last.value + line.low * ahead + quantile(line.residuals, 0.1)))
  const high = within(Math.max(value, last.value + line.high * ahead + quantile(line.residuals, 0.9)))
  const [round, floor, ceil] = whole ? [Math.round, Math.floor, Math.ceil] : [tidy, tidy, tidy]
  const shown = { value: round(value), low: floor(low + tiny), high: ceil(high - tiny) }
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
