/** A text as the pairs of neighbouring characters it contains, each with how often. */
export interface Profile {
  /** Without spaces, full-width and half-width forms made one. */
  plain: string
  pairs: ReadonlyMap<string, number>
  size: number
}

/** One form for what people read as the same: width, spaces and line breaks do not count. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff]/gu, '')

export function profile(text: string): Profile {
  const letters = [...plain(text)]
  const pairs = new Map<string, number>()
  const count = (pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  if (letters.length === 1) count(letters[0] ?? '')
  for (let i = 1; i < letters.length; i++) count(`${letters[i - 1]}${letters[i]}`)
  return { plain: letters.join(''), pairs, size: Math.max(letters.length - 1, pairs.size) }
}

/** Dice's coefficient on character pairs, 0 to 1; two empty texts are alike. */
export function similarity(a: Profile, b: Profile): number {
  if (a.plain === b.plain) return 1
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a]
  let shared = 0
  for (const [pair, times] of small.pairs) shared += Math.min(times, large.pairs.get(pair) ?? 0)
  return (2 * shared) / (a.size + b.size)
}
