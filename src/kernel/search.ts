/** What a record can be found by. */
export interface Searched {
  words: readonly string[]
  /** First letters in pinyin, words parted by spaces: `xkjj kjj`. */
  initials: string
}

export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The parts of what was typed, each of which must be found. */
export const partsOf = (text: string): readonly string[] => plain(text).split(/\s+/).filter(Boolean)

/** How a text is read in pinyin: `kjj`, `kejiju`, and where each syllable begins. */
export interface Sounds {
  initials: string
  spelled: string
  starts: readonly number[]
}

const near = { whole: 0, beginning: 1, within: 2, sound: 3 } as const

const isHeard = (part: string, { initials, spelled, starts }: Sounds): boolean =>
  initials.includes(part) || starts.some((start) => spelled.startsWith(part, start))

function nearness(word: string, part: string, soundsOf: (text: string) => Sounds): number | undefined {
  const known = plain(word)
  if (known === part) return near.whole
  const at = known.indexOf(part)
  if (at >= 0) return at === 0 ? near.beginning : near.within
  return /^[a-z][a-z0-9]+$/.test(part) && isHeard(part, soundsOf(word)) ? near.sound : undefined
}

/**
 * How near a record with these words is to what was typed, smaller is nearer: the word itself, its beginning, within it,
 * by its pinyin or initials from two letters on. Undefined when a part is in none of them.
 */
export function rankOf(
  words: readonly string[],
  parts: readonly string[],
  soundsOf: (text: string) => Sounds,
): number | undefined {
  const ranks = parts.map((part) => Math.min(...words.map((word) => nearness(word, part, soundsOf) ?? Infinity)))
  const rank = Math.max(...ranks)
  return Number.isFinite(rank) ? rank : undefined
}

/**
 * Whether a record answers what was typed: every part between spaces stands in one of its words, or is the beginning
 * letters of one (kjj for 科技局). Full-width and half-width forms, capitals and small letters are the same.
 */
export function matchesText(text: string, { words, initials }: Searched): boolean {
  const parts = partsOf(text)
  if (parts.length === 0) return true
  const known = words.map(plain)
  return parts.every(
    (part) => known.some((word) => word.includes(part)) || (/^[a-z]+$/.test(part) && initials.includes(part)),
  )
}
