export {
  formatNumber as figure,
  gapInWords,
  lackInWords,
  percent,
  reckoned,
  targetInWords,
  withUnit,
} from '#kernel/figures.ts'

/** An indicator's name in quotation marks; those inside it become single ones (GB/T 15834-2011 4.8.3.3). */
export const quoted = (name: string): string => `“${(name || '指标').replaceAll('“', '‘').replaceAll('”', '’')}”`

/** The value below which a share of the sorted values lies, between two of them in proportion. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}
