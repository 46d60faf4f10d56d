import { z } from 'zod'

/** 填报负担: what a month's reporting asked of an agency. */
export const Burden = z.object({
  agencyId: z.uuid(),
  /** `2026-03`. */
  month: z.string(),
  /** Taps and figures asked for. */
  cells: z.int(),
  /** Minutes spent, as browsers measured; null when nothing was handed in. */
  minutes: z.number().nullable(),
})
export type Burden = z.infer<typeof Burden>

/** Longer than this nobody fills in a form without leaving it: a form left open over lunch is not work. */
const longest = 30 * 60

/** Seconds as the browser measured them, bounded; null when it could not tell. */
export const boundSeconds = (seconds: number | null): number | null =>
  seconds === null || seconds < 0 ? null : Math.min(Math.round(seconds), longest)

interface BurdenFacts {
  asked: readonly { agencyId: string; month: string; cells: number }[]
  spent: readonly { agencyId: string; month: string; seconds: number | null }[]
}

/** Adds up cells and minutes by agency and month; months in order, the heaviest agency first within a month. */
export function addUpBurden({ asked, spent }: BurdenFacts): Burden[] {
  const found = new Map<string, Burden>()
  for (const { agencyId, month, cells } of asked) {
    const key = `${agencyId}/${month}`
    const known = found.get(key) ?? { agencyId, month, cells: 0, minutes: null }
    found.set(key, { ...known, cells: known.cells + cells })
  }
  for (const { agencyId, month, seconds } of spent) {
    const key = `${agencyId}/${month}`
    const known = found.get(key) ?? { agencyId, month, cells: 0, minutes: null }
    if (seconds !== null) found.set(key, { ...known, minutes: (known.minutes ?? 0) + seconds / 60 })
  }
  return [...found.values()].sort((a, b) => (a.month === b.month ? b.cells - a.cells : a.month < b.month ? -1 : 1))
}
