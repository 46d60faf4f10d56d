import { parseNumeral } from '#kernel/numerals.ts'

/** What kind of number stands before a heading, in the order GB/T 9704 nests them (一、→（一）→1.→（1）). */
export const NUMBER_KINDS = [
  'volume', 'chapter', 'section', 'article', 'cn', 'cnParen', 'num', 'decimal', 'numParen', 'circle',
] as const // biome-ignore format: a list
export type NumberKind = (typeof NUMBER_KINDS)[number]

export interface NumberToken {
  kind: NumberKind
  ordinal: number
  /** As written, without brackets or dot: `十一`, `11`. */
  text: string
  /** Characters it takes, its mark included. */
  length: number
}

const CN = '[一二三四五六七八九十百〇零]{1,4}'
const TOKEN = new RegExp(
  [
    `第(${CN}|\\d{1,3})(编|篇|部分|章|节|条)(?!第)[\\s、.:]{0,2}`,
    `(${CN})(?:[、.]\\s?|[ ](?=[\\u4e00-\\u9fff]))`,
    `\\((${CN})\\)[、.]?\\s?`,
    `(\\d{1,2}(?:\\.[1-9]\\d?){1,3})(?:[、.]|[ ](?=[\\u4e00-\\u9fff]))`,
    `(\\d{1,3})(?:\\.(?!\\d{1,3}(?!\\d))|、(?!\\d{1,3}(?![\\d月])))\\s?`,
    `\\((\\d{1,3})\\)[、.]?\\s?`,
    `(\\d{1,2})\\)\\s?`,
    '([①-⑳])',
  ].join('|'),
  'y',
)

const DIVISION_KINDS: Readonly<Record<string, NumberKind>> = {
  编: 'volume', 篇: 'volume', 部分: 'volume', 章: 'chapter', 节: 'section', 条: 'article',
} // biome-ignore format: a table

/** 一、二、三产业 and 一、二级: an enumeration inside a sentence, not a number before one. */
const ENUMERATION = /[一二三四五六七八九十]+[、级类三产]/y

/** Characters that can open a number; everything else is settled by one look. */
const OPENERS = new Set('第一二三四五六七八九十(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')

/** Reads the number that stands at `position` of the reading text; undefined when none does. */
export function readNumber(text: string, position: number): NumberToken | undefined {
  if (!OPENERS.has(text[position] ?? '')) return undefined
  TOKEN.lastIndex = position
  const found = TOKEN.exec(text)
  if (!found) return undefined
  const [whole, division, unit, cn, cnParen, decimal, num, numParen, halfParen, circle] = found
  const token = (kind: NumberKind, numeral: string): NumberToken | undefined => {
    const ordinal =
      kind === 'circle'
        ? numeral.charCodeAt(0) - 0x245f
        : kind === 'decimal'
          ? lastPart(numeral)
          : parseNumeral(numeral)
    return ordinal === undefined || ordinal < 1 ? undefined : { kind, ordinal, text: numeral, length: whole.length }
  }
  if (division !== undefined) return token(DIVISION_KINDS[unit ?? ''] ?? 'chapter', division)
  if (cn !== undefined) {
    ENUMERATION.lastIndex = position + whole.length
    return ENUMERATION.test(text) ? undefined : token('cn', cn)
  }
  if (cnParen !== undefined) return token('cnParen', cnParen)
  if (decimal !== undefined) return token('decimal', decimal)
  if (num !== undefined) return token('num', num)
  const inner = numParen ?? halfParen
  if (inner !== undefined) return token('numParen', inner)
  return circle === undefined ? undefined : token('circle', circle)
}

const lastPart = (numeral: string): number => Number(numeral.slice(numeral.lastIndexOf('.') + 1))
