import { daysBetween } from '#kernel/day.ts'
/** Sorted days as spans of days that follow one another. */
export function inSpans(days: readonly string[]): [from: string, to: string][] {
  const spans: [string, string][] = []
  for (const day of [...days].sort()) {
    const last = spans.at(-1)
    if (last && daysBetween(last[1], day) <= 1) last[1] = day
    else spans.push([day, day])
  }
  return spans
}
