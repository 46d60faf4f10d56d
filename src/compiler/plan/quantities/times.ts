import { parseNumeral } from '#kernel/numerals.ts'
import { allMatches } from '../text/all-matches.ts'
import { characterTable } from '../text/character-table.ts'

/**
 * Words of time in a plan, as written and not yet placed on the calendar: 到2025年底, 6月底前, 一季度, 三年内,
 * 印发之日起30日内, “十四五”期间, 2023—2025年.
 */
export interface TimeWord {
  start: number
  end: number
  text: string
  /** What leads it in: 到, 截至, 自, 较… */
  cue: 'by' | 'as_of' | 'from' | 'compared' | 'none'
  kind: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'span' | 'relative'
  year: number | null
  endYear: number | null
  month: number | null
  day: number | null
  quarter: number | null
  half: 1 | 2 | null
  /** 印发之日起 or 三年内: how long. */
  length: { count: number; unit: 'day' | 'workday' | 'month' | 'year' } | null
  /** 前, 底, 末, 内: the word names a last day, not a mere year. */
  closed: boolean
}

const CUE = '(?<cue>不[迟晚]于|最迟于?|到|截至|截止到?|截止|自|从|较|比|高于|低于|与|相比|至)?\\s*'
const EDGE = '(?<edge>(?:底|末|年底|年末|中旬|上旬|下旬|初|内|以内|之内)?(?:以前|之前|前)?)'
const YEAR =
  '(?<year>(?:19|20)\\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})(?:\\s?年度?|(?=[、和]20\\d{2}[、和年]))'
const WITHIN =
  '(?:(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])\\s?月(?!一[\\u4e00-\\u9fa5]{2}|龄)份?(?:\\s?(?<day>\\d{1,2})\\s?[日号])?|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年)'
const SPAN = '(?<from>20\\d{2})\\s?年?\\s?(?:-|—|–|~|至|到)+\\s?(?<upto>20\\d{2})\\s?年'
const FIVE = '[“"]?(?<five>十[三四五]五)[”"]?(?:规划)?(?:期间|时期|末期?|规划期)?'
const SINCE =
  '(?:(?:印发|发布|下发|公布|实施|施行)之日起)?\\s?(?<count>\\d+|[一二两三四五六七八九十]+)(?<unit>个工作日|个月|年|日|天)(?:之内|以内|内|左右?的?时间|的?时间)'
const LOCAL = '(?<local>今年|本年度?|当年|明年|去年|上年|年)(?<localEdge>年?底|末|内)(?<localBefore>以?前|之前)?'

const TIME = new RegExp(`${CUE}(?:${SPAN}|${YEAR}\\s?${WITHIN}?${EDGE}|${LOCAL}|${SINCE}|${FIVE})`, 'g')
const YEARLESS = new RegExp(`${CUE}(?<![\\d年.])${WITHIN}${EDGE}`, 'g')
/** No word of time goes across one of these, so that the text can be read piece by piece. */
const PARTS = characterTable('。；;，,：:（）()！!？?《》')
/** Every word of time holds one of these, or is a bare 20.. of a list of years; pieces without are not searched. */
const ANCHORS = characterTable('年月季五天日')

const TWO = 0x32
const NOUGHT = 0x30

const CUES: Readonly<Record<string, TimeWord['cue']>> = {
  到: 'by', 至: 'by', 不迟于: 'by', 不晚于: 'by', 最迟: 'by', 最迟于: 'by', 截至: 'as_of', 截止: 'as_of', 截止到: 'as_of', 自: 'from', 从: 'from',
  较: 'compared', 比: 'compared', 高于: 'compared', 低于: 'compared', 与: 'compared', 相比: 'compared',
} // biome-ignore format: a list
const UNITS = { 个工作日: 'workday', 个月: 'month', 年: 'year', 日: 'day', 天: 'day' } as const
const FIVE_YEARS: Readonly<Record<string, number>> = { 十三五: 2016, 十四五: 2021, 十五五: 2026 }

type Groups = Record<string, string | undefined>
const number = (text: string | undefined): number | null => (text === undefined ? null : (parseNumeral(text) ?? null))

function kindOf(g: Groups): TimeWord['kind'] {
  if (g.from || g.five) return 'span'
  if (g.count) return 'relative'
  if (g.day) return 'day'
  if (g.month) return 'month'
  if (g.quarter) return 'quarter'
  return g.half ? 'half' : 'year'
}

function lengthOf(g: Groups): TimeWord['length'] {
  const count = number(g.count)
  const unit = count === null ? undefined : Object.entries(UNITS).find(([word]) => word === g.unit)?.[1]
  return count !== null && unit ? { count, unit } : null
}

function toTimeWord(match: RegExpExecArray, at: number): TimeWord {
  const g: Groups = match.groups ?? {}
  const first = g.five ? (FIVE_YEARS[g.five] ?? null) : number(g.from ?? g.year)
  return {
    start: at + match.index,
    end: at + match.index + match[0].length,
    text: match[0],
    cue: CUES[g.cue ?? ''] ?? 'none',
    kind: kindOf(g),
    year: first,
    endYear: g.five && first !== null ? first + 4 : (number(g.upto) ?? first),
    month: number(g.month),
    day: number(g.day),
    quarter: number(g.quarter),
    half: g.half === undefined ? null : g.half === '上' ? 1 : 2,
    length: lengthOf(g),
    closed: Boolean(g.edge || g.localEdge || g.count),
  }
}

function timesIn(text: string, at: number): TimeWord[] {
  const full = allMatches(TIME, text).map((match) => toTimeWord(match, at))
  if (!/[月季年]/.test(text)) return full
  const short = allMatches(YEARLESS, text)
    .map((match) => toTimeWord(match, at))
    .filter((word) => !full.some((other) => word.start < other.end && other.start < word.end))
  return short.length === 0 ? full : [...full, ...short].sort((a, b) => a.start - b.start)
}

/** Every word of time in the text, in order, without overlaps. */
export function findTimes(text: string): TimeWord[] {
  const found: TimeWord[] = []
  let from = 0
  let isAnchored = false
  for (let i = 0; i <= text.length; i++) {
    const code = text.charCodeAt(i)
    if (ANCHORS[code] || (code === TWO && text.charCodeAt(i + 1) === NOUGHT)) isAnchored = true
    if (i < text.length && !PARTS[code]) continue
    if (isAnchored) found.push(...timesIn(text.slice(from, i), from))
    from = i + 1
    isAnchored = false
  }
  return found
}

/** No words between two commas are longer. */
const LONGEST_CLAUSE = 250

/** 由2025年的1.1%提高到1.7%, 在2025年基础上: the year a target starts from, not one it is about. */
export const isBaseYear = (text: string, { start, end, cue }: TimeWord): boolean =>
  /^\s?[的]?基[础数期]|^为基[数期]/.test(text.slice(end, end + 4)) ||
  ((cue === 'from' || /[由在以]\s?$/.test(text.slice(Math.max(0, start - 2), start))) &&
    /^(?![、和]\s?20)[^,;]*(?:(?<!达)[到至]|提|增|降|减)/.test(text.slice(end, end + LONGEST_CLAUSE)))
