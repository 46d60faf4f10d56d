import { parseNumeral } from '#kernel/numerals.ts'
import { findClauses } from '../responsibility/find-clauses.ts'
import { characterTable } from '../text/character-table.ts'
import { COUNTED } from '../text/counted.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { type NumberToken, rankOf, readNumber } from './numbering.ts'

/** Where an item can begin within a paragraph: after a sentence or a bracket. */
const PLACES = /[。;)〕\]】](?=\d{1,2}[.、](?!\d)|\([一二三四五六七八九十]{1,3}\))/g
const CLOSES = characterTable(')〕]】。')
const SHORTEST = 16
const LONGEST_HEADING = 40

interface Place {
  at: number
  number: NumberToken
}

/** The items of one numbering that follow each other within the paragraph. */
function placesIn(text: string, { start, end, number }: Paragraph): Place[] {
  const places: Place[] = []
  const words = text.slice(start, end)
  for (const found of words.matchAll(PLACES)) {
    const at = start + found.index + 1
    const token = readNumber(text, at)
    const last = places[places.length - 1]?.number ?? (number?.kind === token?.kind ? number : undefined)
    if (token && (last ? token.kind === last.kind && token.ordinal === last.ordinal + 1 : rankOf(token) > 0))
      places.push({ at, number: token })
  }
  return places
}

/** Each item ends with a bracket of its own, or is a heading that runs into its first item. */
function isItem(text: string, start: number, end: number): boolean {
  const last = findClauses(text, start, end).at(-1)
  return last?.bracketed === true && end - last.outerEnd <= 1
}

/**
 * Parts items that run on within one paragraph: 1.清淤。……（甲局负责）2.护岸。……（乙局负责）, also after a heading
 * (（一）治水行动。1.清淤。……). Only where every item ends with its own bracket; any other list stays inside its task.
 */
function parted(text: string, paragraph: Paragraph): Paragraph[] {
  const { start, end, number } = paragraph
  const mayHold = number !== undefined && CLOSES[text.charCodeAt(end - 1)] === 1 && end - start > SHORTEST
  const places = mayHold ? placesIn(text, paragraph) : []
  if (places.length === 0) return [paragraph]
  const bounds = [start, ...places.map(({ at }) => at), end]
  const isHeading = (places[0]?.at ?? end) - start <= LONGEST_HEADING && places[0]?.number.kind !== number?.kind
  const areItems = places.every((_, i) => isItem(text, bounds[i + 1] ?? end, bounds[i + 2] ?? end))
  if (!areItems || !(isHeading || isItem(text, start, bounds[1] ?? end))) return [paragraph]
  return cutAt(paragraph, places)
}

/** The paragraph up to the first of the places, where something stands there, and an item from each of them on. */
function cutAt(paragraph: Paragraph, places: readonly Place[]): Paragraph[] {
  const { start, end } = paragraph
  const items = places.map(({ at, number }, i) => ({
    ...paragraph,
    start: at,
    end: places[i + 1]?.at ?? end,
    number,
    afterGap: at === start && paragraph.afterGap,
  }))
  const first = places[0]?.at ?? end
  return first > start ? [{ ...paragraph, end: first }, ...items] : items
}

const SPOKEN = new RegExp(`(?<=^|[。;:)])${COUNTED},?`, 'g')

/**
 * In a text without any other numbering 一是……。二是……。 is what numbers it: each begins an item, in one paragraph or in several. What
 * looks back (存在问题：一是……) is no list of items.
 */
export function partCounted(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  if (paragraphs.some(({ number }) => number)) return [...paragraphs]
  let last = 0
  const parted = paragraphs.flatMap((paragraph) => {
    const words = text.slice(paragraph.start, paragraph.end)
    const marks = [...words.matchAll(SPOKEN)].flatMap((hit) => {
      const ordinal = parseNumeral(NUMERAL.exec(hit[0])?.[0] ?? '') ?? 0
      if ((ordinal !== 1 && ordinal !== last + 1) || LOOKS_BACK.test(words.slice(0, hit.index))) return []
      last = ordinal
      const number = { kind: 'num', ordinal, text: NUMERAL.exec(hit[0])?.[0] ?? '', length: hit[0].length } as const
      return [{ at: paragraph.start + hit.index, number }]
    })
    return marks.length === 0 ? [paragraph] : cutAt(paragraph, marks)
  })
  return last > 1 ? parted : [...paragraphs]
}

const NUMERAL = /[一二三四五六七八九十]+/
const LOOKS_BACK = /问题|不足|困难|成效|原因/

export const partRunInItems = (text: string, paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.flatMap((paragraph) => (paragraph.row ? [paragraph] : parted(text, paragraph)))
