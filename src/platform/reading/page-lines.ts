import type { Character } from './pdf-drawing.ts'

export interface PageLine {
  text: string
  left: number
  right: number
  y: number
  size: number
  /** From left to right. */
  characters: Character[]
  /** Lines of one column share it, and with it their margins. */
  block: number
  /** The fields of a row of a ruled table, which stands whole as it is. */
  fields: Field[] | null
}

/** A field of a row of a ruled table. */
export interface Field {
  /** Number of its cell within the table on this page. */
  cell: number
  words: string
  /** The cell has more rows than this one. */
  isShared: boolean
  /** Its last line fills it, so that what follows runs on. */
  isFull: boolean
}

/** Gaps, in widths of a character: one that is a blank between Latin words, one that is a blank anywhere, one that parts columns. */
export const gaps = { latin: 0.15, blank: 0.6, column: 1.8 }

/** Puts the characters of one page, or of one part of it, together into lines by their height, top to bottom, left to right. */
export function toLines(characters: readonly Character[]): PageLine[] {
  return rowsOf(characters)
    .map(toLine)
    .sort((a, b) => a.y - b.y)
}

/** Rows by the baseline of their first character, found by its height so that a long page takes no longer a character. */
function rowsOf(characters: readonly Character[]): Character[][] {
  const step = 4
  const rows = new Map<number, Character[][]>()
  const all: Character[][] = []
  for (const each of characters) {
    const at = Math.floor(each.y / step)
    const reach = Math.ceil((0.45 * each.size) / step) + 1
    const near = Array.from({ length: 2 * reach + 1 }, (_, i) => rows.get(at - reach + i) ?? []).flat()
    const row = near.findLast(([first]) => first && isSameRow(first, each))
    if (row) row.push(each)
    else {
      const begun = [each]
      all.push(begun)
      rows.set(at, [...(rows.get(at) ?? []), begun])
    }
  }
  return all
}

const isSameRow = (a: Character, b: Character): boolean => Math.abs(a.y - b.y) < 0.45 * Math.max(a.size, b.size)

/** The PDF reader drops hyphens some typesetters encode as soft ones; two years run together are a period. */
const withYearRange = (words: string): string =>
  words.replace(/(?<!\d)((?:19|20)\d{2})(?=(?:19|20)\d{2}(?!\d))/g, '$1-')

export function toLine(row: readonly Character[]): PageLine {
  const sorted = [...row].sort((a, b) => a.x - b.x)
  const characters = sorted.slice(
    Math.max(
      0,
      sorted.findIndex((each) => !isBlank(each)),
    ),
  )
  let text = ''
  let blank = ''
  let end = characters[0]?.x ?? 0
  let right = end
  for (const each of characters) {
    blank = widest(blank, isBlank(each) ? ' ' : '', blankBetween(text, each, each.x - end))
    end = Math.max(end, each.x + each.width)
    if (isBlank(each)) continue
    text += (text === '' ? '' : blank) + each.text
    blank = ''
    right = end
  }
  const sizes = characters.map((each) => each.size).sort((a, b) => a - b)
  const size = sizes[Math.floor(sizes.length / 2)] ?? 0
  const [first] = characters
  const place = { left: first?.x ?? 0, right, y: first?.y ?? 0, size }
  return { text: withYearRange(text), ...place, characters, block: 0, fields: null }
}
const isBlank = ({ text }: Character): boolean => text.trim() === ''

const widest = (...blanks: string[]): string => (blanks.includes('\t') ? '\t' : blanks.includes(' ') ? ' ' : '')

function blankBetween(before: string, { text, size }: Character, gap: number): string {
  const width = gap / (size || 1)
  if (width > gaps.column) return '\t'
  if (width > gaps.blank) return ' '
  return width > gaps.latin && /[A-Za-z\d,.;:]$/.test(before) && /^[A-Za-z\d]/.test(text) ? ' ' : ''
}
