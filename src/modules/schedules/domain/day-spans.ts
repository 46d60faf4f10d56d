/** Sorted days as spans of days that follow one another. */
export function inSpans(days: readonly string[]): [from: string, to: string][] {
  const spans: [string, string][] = []
  for (const day of [...days].sort()) {
    const last = spans.at(-1)
    if (last && Date.parse(day) - Date.parse(last[1]) <= 86_400_000) last[1] = day
    else spans.push([day, day])
  }
  return spans
}
