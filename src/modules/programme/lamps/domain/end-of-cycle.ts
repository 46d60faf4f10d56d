import { lastOfMonth } from '#kernel/day.ts'

/** The last day of a cycle of reports, `2026-03` or `2026-Q1`. */
export function endOfCycle(cycle: string): string {
  const part = cycle.slice(5)
  const month = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
  return lastOfMonth(Number(cycle.slice(0, 4)), month)
}
