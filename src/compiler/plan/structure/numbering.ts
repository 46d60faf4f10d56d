import { parseNumeral } from '#kernel/numerals.ts'
import { characterTable } from '../text/character-table.ts'

/**
 * What kind of number stands before a heading, in the order GB/T 9704 nests them (一、→（一）→1.→（1）). `named` is 行动一：
 * and 任务1：, `step` the 举措1：below them.
 */
export const NUMBER_KINDS = [
  'volume', 'chapter', 'section', 'article', 'cn', 'named', 'cnParen', 'num', 'decimal', 'step', 'numParen', 'circle',
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

/** How deep numbers of this kind nest; -1 without a number. */
export const rankOf = (number: NumberToken | undefined): number => (number ? NUMBER_KINDS.indexOf(number.kind) : -1)

/** After 2.5 these make it a figure (2.5万亩), not the number of a paragraph (2.5 加强巡查). */
export const MEASURES =
  '万亿千百十个倍吨元米公平立方亩分年月日天小时家条座项户人级版寸升克度至到及和或左以英厘毫兆瓦海里台套辆名处所件张次期周岁斤吉艘架层的—%'
const CN = '[一二三四五六七八九十百〇零]{1,4}'
const BANKERS = '壹贰叁肆伍陆柒捌玖拾'
const BANKER = new RegExp(`[${BANKERS}]`, 'g')
const TOKEN = new RegExp(
  [
    `第(${CN}|[${BANKERS}]{1,3}|\\d{1,3})(编|篇|部分|章|节|条)(?!第)[\\s、.:]{0,2}`,
    `(${CN})(?:[、.]\\s?|[ ](?=[\\u4e00-\\u9fff]))`,
    `\\((${CN})\\)[、.]?\\s?`,
    `(\\d{1,2}(?:\\.[1-9]\\d?){1,3})(?:[、.]|[ ]?(?=[\\u4e00-\\u9fff“])(?![${MEASURES}])|[ ](?=20\\d\\d年))`,
    `(\\d{1,3})(?:\\.(?!\\d{1,3}(?!\\d))|、(?!\\d{1,3}(?![\\d月])))\\s?`,
    `\\((\\d{1,3})\\)[、.]?\\s?`,
    `(\\d{1,2})\\)\\s?`,
    '([①-⑳㈠-㈩⑴-⒇⒈-⒛Ⅰ-Ⅻ])[、.]?',
    `(?:专项)?(行动|工程|任务|专项|举措|措施)(${CN}|\\d{1,2})(?::|、|\\.(?!\\d))`,
    `([${BANKERS}]{1,3})[、.:]\\s?`,
  ].join('|'),
  'y',
)

const DIVISION_KINDS: Readonly<Record<string, NumberKind>> = {
  编: 'volume', 篇: 'volume', 部分: 'volume', 章: 'chapter', 节: 'section', 条: 'article',
} // biome-ignore format: a table

/** 一、二、三产业 and 一、二级: an enumeration inside a sentence, not a number before one. */
const ENUMERATION = /[一二三四五六七八九十]+[、级类三产]/y

/** Characters that can open a number; everything else is settled by one look. */
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'
const WITH_MARK = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'
const OPENS = characterTable(
  `专行工任举措第一二三四五六七八九十(0123456789${BANKERS}ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ${CIRCLED}${WITH_MARK}`,
)

/** Reads the number that stands at `position` of the reading text; undefined when none does. */
export function readNumber(text: string, position: number): NumberToken | undefined {
  if (OPENS[text.charCodeAt(position)] !== 1) return undefined
  TOKEN.lastIndex = position
  const found = TOKEN.exec(text)
  if (!found) return undefined
  const [whole, division, unit = '', cn, cnParen, decimal, num, numParen, halfParen, sign, name, named, bankers] = found
  if (sign !== undefined) return inOneSign(sign, whole.length)
  ENUMERATION.lastIndex = position + whole.length
  if (cn !== undefined && ENUMERATION.test(text)) return undefined
  const readings: readonly (readonly [NumberKind | undefined, string | undefined])[] = [
    [DIVISION_KINDS[unit] ?? 'chapter', division],
    ['cn', cn],
    ['cnParen', cnParen],
    ['decimal', decimal],
    ['num', num],
    ['numParen', numParen ?? halfParen],
    ['chapter', bankers],
    [/[举措]/.test(name ?? '') ? 'step' : 'named', named],
  ]
  const [kind = 'num', numeral = ''] = readings.find(([, written]) => written !== undefined) ?? []
  const ordinal = parseNumeral(plain(kind === 'decimal' ? numeral.slice(numeral.lastIndexOf('.') + 1) : numeral))
  return ordinal === undefined || ordinal < 1 ? undefined : { kind, ordinal, text: numeral, length: whole.length }
}

/** Numbers that are one character with their mark: ① , ㈠ for （一）, ⑴ for （1）, ⒈ for 1. */
const SIGNS: readonly (readonly [NumberKind, first: string, last: string])[] = [
  ['circle', '①', '⑳'],
  ['numParen', '⑴', '⒇'],
  ['num', '⒈', '⒛'],
  ['cnParen', '㈠', '㈩'],
  ['chapter', 'Ⅰ', 'Ⅻ'],
]

function inOneSign(sign: string, length: number): NumberToken | undefined {
  const found = SIGNS.find(([, first, last]) => sign >= first && sign <= last)
  if (!found) return undefined
  const [kind, first] = found
  const ordinal = sign.charCodeAt(0) - first.charCodeAt(0) + 1
  return { kind, ordinal, text: kind === 'circle' ? sign : String(ordinal), length }
}

/** 壹拾贰 → 一十二. */
const plain = (numeral: string): string =>
  numeral.replace(BANKER, (c) => '一二三四五六七八九十'[BANKERS.indexOf(c)] ?? c)
