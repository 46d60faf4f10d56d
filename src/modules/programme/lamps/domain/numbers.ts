import { withUnit as besideUnit, formatNumber } from '#modules/programme/plans/contract.ts'

/** A figure as written in a sentence: at most four decimals. */
export const figure = formatNumber

/** A figure that was reckoned, not stated: more than two decimals would claim an exactness it does not have. */
export const reckoned = (value: number): number => Number(value.toFixed(Math.abs(value) >= 1 ? 2 : 4))

/** `12 家`, `4.2%`. */
export const withUnit = (value: number, unit: string): string => besideUnit(figure(value), unit)

/** An indicator's name in quotation marks; those inside it become single ones (GB/T 15834-2011 4.8.3.3). */
export const quoted = (name: string): string => `“${(name || '指标').replaceAll('“', '‘').replaceAll('”', '’')}”`

/** What lies between two figures; between two percentages it is 个百分点. */
export const gapInWords = (gap: number, unit: string): string =>
  withUnit(Math.abs(gap), unit === '%' ? '个百分点' : unit)

/** A share as a whole percentage, not rounded up to 100. */
export const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)}%`

/** The value below which a share of the sorted values lies, between two of them in proportion. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}
