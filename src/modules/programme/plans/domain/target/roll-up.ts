import type { TargetKind } from '#compiler/compiled-plan.ts'
import type { Meaning } from './meaning.ts'

/** A figure somebody stated. */
export interface Stated {
  value: number
  /** Whose part it is: agencies a task names speak of the whole (``), members of a group (各乡镇) each of their own. */
  share: string
  /** The target it was stated for: the whole, or a year of it. */
  targetId: string
}

/** Takes off what adding fractions leaves (0.1 + 0.2); six decimals are more than any plan names. */
export const tidy = (value: number): number => (Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6)

/** What is taken off a stated figure: a net increase whose start the plan names is stated as what there is. Null for all others. */
export const baseTakenOff = ({ kind, baseline }: { kind: TargetKind; baseline: number | null }): number | null =>
  kind === 'net_increase' ? baseline : null

/**
 * What stands after each figure of one stretch, oldest first. Of those who speak of one thing the last word counts. Running figures of
 * several parts, or of several years of a whole, add up; levels add only where every one speaks of its own part and the
 * measure adds at all: a word for the whole stands for all parts.
 */
export function rollUp(
  { counted, addsOverAgencies }: Pick<Meaning, 'counted' | 'addsOverAgencies'>,
  stated: readonly Stated[],
): number[] {
  const isRunning = counted === 'running'
  if (!isRunning && !addsOverAgencies) return stated.map(({ value }) => value)
  const latest = new Map<string, number>()
  let total = 0
  let whole: number | undefined
  return stated.map(({ value, share, targetId }) => {
    if (!isRunning && share === '') whole = value
    if (whole !== undefined) return whole
    const key = isRunning ? `${share} ${targetId}` : share
    total += value - (latest.get(key) ?? 0)
    latest.set(key, value)
    return tidy(total)
  })
}
