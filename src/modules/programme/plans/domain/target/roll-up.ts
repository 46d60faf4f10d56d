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
 * What stands after each figure of one stretch, oldest first. Of those who speak of one thing the last word counts. Parts add up where
 * the measure adds at all, and so do the years of a running whole; a word for the whole stands in the place of its parts, so that
 * nothing is counted twice.
 * @param isApart a running whole and its parts are added to each other, as days were judged until the second edition of the lamps
 */
export function rollUp(
  { counted, addsOverAgencies }: Pick<Meaning, 'counted' | 'addsOverAgencies'>,
  stated: readonly Stated[],
  isApart = false,
): number[] {
  const isRunning = counted === 'running'
  if (!isRunning && !addsOverAgencies) return stated.map(({ value }) => value)
  const sums = new Map<string, Sum>()
  let total = 0
  return stated.map(({ value, share, targetId }) => {
    const key = isRunning ? targetId : ''
    const sum = sums.get(key) ?? { whole: undefined, parts: new Map() }
    sums.set(key, sum)
    total -= totalOf(sum)
    if (share === '' && !(isRunning && isApart)) sum.whole = value
    else sum.parts.set(share, value)
    total += totalOf(sum)
    return tidy(total)
  })
}

/** What is known of one whole: a word for it, and what its parts came to. */
interface Sum {
  whole: number | undefined
  parts: Map<string, number>
}

const totalOf = ({ whole, parts }: Sum): number => whole ?? [...parts.values()].reduce((sum, value) => sum + value, 0)
