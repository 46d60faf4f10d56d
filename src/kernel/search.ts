/** What a record can be found by. */
export interface Searched {
  words: readonly string[]
  /** First letters in pinyin, words parted by spaces: `xkjj kjj`. */
  initials: string
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * Whether a record answers what was typed: every part between spaces stands in one of its words, or is the beginning
 * letters of one (kjj for 科技局). Full-width and half-width forms, capitals and small letters are the same.
 */
export function matchesText(text: string, { words, initials }: Searched): boolean {
  const known = words.map(plain)
  return plain(text)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => known.some((word) => word.includes(part)) || (/^[a-z]+$/.test(part) && initials.includes(part)))
}
