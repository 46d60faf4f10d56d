import { dayNumber } from '#kernel/day.ts'
import type { Point } from './course.ts'
import type { Forecast } from './verdict.ts'

/** The drawing of one target in its own units: what is drawn where, nothing about how it looks. */
export interface TargetChart {
  width: number
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  x: (on: string) => number
  y: (value: number) => number
  yTicks: readonly number[]
  xTicks: readonly { on: string; label: string }[]
}

export interface ChartContents {
  series: readonly Point[]
  course: readonly Point[]
  forecast: Forecast | null
  wanted: number | null
  day: string
}

const steps = [1, 2, 2.5, 5, 10]

/** Round figures from the lowest to the highest, about four of them. */
function roundTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4 || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (steps.find((s) => s * power >= rough) ?? 10) * power
  const first = Math.floor(low / step) * step
  const count = Math.ceil((high - first) / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => Number((first + i * step).toPrecision(10)))
}

/** Beginnings of quarters, years written out; of long times only the years. */
function quarterTicks(from: string, to: string): { on: string; label: string }[] {
  const ticks: { on: string; label: string }[] = []
  const long = dayNumber(to) - dayNumber(from) > 550
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const month of long ? ['01', '07'] : ['01', '04', '07', '10']) {
      const on = `${year}-${month}-01`
      const label = month === '01' ? `${year}年` : `${Number(month)}月`
      if (on >= from && on <= to) ticks.push({ on, label })
    }
  return ticks
}

/** Lays out a chart that holds all it is given, zero among it when it is near. */
export function layOutTargetChart(
  { series, course, forecast, wanted, day }: ChartContents,
  width: number,
): TargetChart {
  const height = Math.round(Math.max(220, Math.min(340, width * 0.42)))
  const days = [...series, ...course].map(({ on }) => on).concat(day, forecast ? [forecast.on] : [])
  const values = [...series, ...course].map(({ value }) => value)
  const all = values.concat(wanted ?? [], forecast ? [forecast.low, forecast.high] : [])
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const yTicks = roundTicks(low >= 0 && low < high * 0.6 ? 0 : low - (high - low) * 0.1, high + (high - low) * 0.05)
  const [from, to] = [days.reduce((a, b) => (a < b ? a : b)), days.reduce((a, b) => (a > b ? a : b))]
  const plot = { left: 52, right: width - 16, top: 26, bottom: height - 26 }
  const [bottom, top] = [yTicks[0] ?? 0, yTicks.at(-1) ?? 1]
  const span = Math.max(1, dayNumber(to) - dayNumber(from))
  return {
    width,
    height,
    plot,
    x: (on) => plot.left + ((dayNumber(on) - dayNumber(from)) / span) * (plot.right - plot.left),
    y: (value) => plot.bottom - ((value - bottom) / (top - bottom || 1)) * (plot.bottom - plot.top),
    yTicks,
    xTicks: quarterTicks(from, to),
  }
}
