import type { MinutesSentence } from './minutes-text.ts'

/** A reading form may leave out this many characters of the source in a row: blanks, line breaks, page marks. */
const reach = 12

const isSame = (written: string, reads: string): boolean => written === reads || written.normalize('NFKC') === reads

/**
 * Where a stretch of a sentence's reading form stands in the source: both are read side by side, what the reading form left out
 * is passed over. Never beyond the sentence.
 */
export function placeIn(
  source: string,
  { span, reads }: MinutesSentence,
  [start, end]: readonly [number, number],
): [number, number] {
  const [from, to] = span
  let at = from
  let first = from
  for (let i = 0; i < end && at < to; i++) {
    const wanted = reads[i] ?? ''
    let ahead = at
    while (ahead < Math.min(to, at + reach) && !isSame(source[ahead] ?? '', wanted)) ahead++
    if (isSame(source[ahead] ?? '', wanted)) at = ahead
    if (i === start) first = at
    at++
  }
  return [first, Math.max(first, Math.min(at, to))]
}
