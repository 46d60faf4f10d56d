import { type Dimension, findUnit } from './quantity.ts'

/**
 * Figures, units and what lies between them, as sentences say them. Nobody else composes a figure with a unit
 * (`test/one-place.test.ts`); what these can never say is a table in `figures.test.ts`.
 */

/** @param places decimals kept at most; no minus before nothing */
export const rounded = (value: number, places: number): number => Number(value.toFixed(places)) + 0

/** A figure without noise: at most four decimals, no grouping (GB/T 15835-2011 allows both; tables read better without). */
export const formatNumber = (value: number): string => String(rounded(value, 4))

const tight = /^(?:%|％|‰|个?[百千]分点)/u

/** A figure with its unit: `12 家`, `4.2%`, `3个百分点`; what is no figure (完成) bears no unit. */
export function withUnit(figure: number | string, unit: string): string {
  const text = typeof figure === 'number' ? formatNumber(figure) : figure
  if (unit === '' || !/\d/u.test(text)) return text
  return tight.test(unit) ? text + unit : `${text} ${unit}`
}

/** Two figures of one unit, the unit once: `3～5 家`. */
export const spanWithUnit = (low: string, high: string, unit: string): string =>
  low === high ? withUnit(low, unit) : withUnit(`${low}～${high}`, unit)

const dimensionOf = (unit: string): Dimension | undefined => findUnit(unit)?.dimension

/** A figure that was reckoned, not stated: more decimals would claim an exactness it does not have; time is whole. */
export function reckoned(value: number, unit = ''): number {
  const isLarge = Math.abs(value) >= 1
  if (dimensionOf(unit) === 'time') return rounded(value, isLarge ? 0 : 1)
  return rounded(value, isLarge ? 2 : 4)
}

/** Between two percentages lie 个百分点. */
const unitBetween = (unit: string): string =>
  unit === '%' || unit === '％' ? '个百分点' : unit === '‰' ? '个千分点' : unit

const least = 0.0001

/** How far two figures are apart, without a sign; what is there is never said to be nothing. */
export function gapInWords(gap: number, unit: string): string {
  const size = Math.abs(gap)
  const words = withUnit(size, unitBetween(unit))
  return size > 0 && size < least / 2 ? `不到 ${withUnit(least, unitBetween(unit))}` : words
}

/** Against an earlier figure, with its sign: 个百分点 between percentages, else per cent; null where nothing can be divided. */
export function changeInWords(then: number, now: number, unit: string): string | null {
  if (unitBetween(unit) !== unit) return withUnit(now - then, unitBetween(unit))
  return then === 0 ? null : withUnit(reckoned(((now - then) / then) * 100), '%')
}

/** A share, not rounded up: 99.9 % is not said to be all, and a little is not said to be nothing. */
export function percent(share: number, places = 0): string {
  const scale = 10 ** places
  const shown = Math.floor(share * 100 * scale + 1e-9) / scale
  return share > 0 && shown === 0 ? `不到 ${withUnit(1 / scale, '%')}` : withUnit(shown, '%')
}

interface Beside {
  reached: number
  wanted: number
  unit: string
}

/** Figures of which one is no share of another: 98% is not 占目标 98%的 100%. */
const unshared: ReadonlySet<Dimension | undefined> = new Set(['percent', 'points', 'multiple', 'rank'])

/** What is wanted in all, and what share of it is reached: `占目标 20 家的 45%`, `目标 98%`. */
export function targetInWords({ reached, wanted, unit }: Beside): string {
  const all = withUnit(wanted, unit)
  const isShare = !unshared.has(dimensionOf(unit)) && reached > 0 && reached < wanted
  return isShare ? `占目标 ${all}的 ${percent(reached / wanted)}` : `目标 ${all}`
}

/** What an unmet target lacks, behind 还 or 仍: `差 3 家`, `高出 3 家`, and on the very figure that is to be passed `没有超过 20 家`. */
export function lackInWords({ reached, wanted, unit }: Beside, falling: boolean): string {
  const gap = falling ? reached - wanted : wanted - reached
  if (gap <= 1e-9) return `没有${falling ? '低于' : '超过'} ${withUnit(wanted, unit)}`
  return `${falling ? '高出' : '差'} ${gapInWords(gap, unit)}`
}

/** Where a figure will stand; a band only where it has a width: `约 30 家，区间 27～33 家`. */
export function outlookInWords(
  { value, low, high }: { value: number; low: number; high: number },
  unit: string,
): string {
  const [at, from, to] = [value, low, high].map((figure) => formatNumber(reckoned(figure, unit)))
  const band = from === to ? '' : `，区间 ${spanWithUnit(from ?? '', to ?? '', unit)}`
  return `约 ${withUnit(at ?? '', unit)}${band}`
}
