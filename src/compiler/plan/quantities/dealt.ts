import { wordsOf } from '../../words/segment.ts'
import type { SegmentPlace } from './candidates.ts'
import type { Figure } from './figures.ts'
import { type Lead, leadAt, OPENING } from './lead.ts'
import { trimmed } from './noun-phrase.ts'
import { objectOf } from './phrase.ts'

const LIST = /^\s?[、,和与及]\s?$/
const SEPARATOR = /、|以及|和(?!谐|平)|与|及(?!时|其)/
/** What stands between the names and 分别, and names nothing: 年均, 三年. */
const NO_NAME = /(?:达到?|年?均|[近今]?后?[二两三四五六]年(?:内|间|期间)?|累计|总数)+$/
const GROUP = /一批([\u4e00-\u9fa5“”]+)/

/** 55、50、24个工作日 and 6个、22个、32个工作日: figures without a whole unit take that of the last in their list. */
export function shareUnits(text: string, figures: readonly Figure[]): Figure[] {
  const shared = [...figures]
  for (let i = shared.length - 2; i >= 0; i--) {
    const [here, next] = [shared[i], shared[i + 1]]
    if (!here || !next || next.unit === null) continue
    const halfSaid = here.unit?.written === '个' && next.unit.written.length > 1 && next.unit.written.startsWith('个')
    if (here.unit !== null && !halfSaid) continue
    if (LIST.test(text.slice(here.boundEnd, next.start))) shared[i] = { ...here, unit: next.unit }
  }
  return shared
}

const MEASURE =
  /(?:使用量|面积|产量|产值|覆盖率|合格率|占比|率|比重|比例|数|数量|总量|收入|增加值|投资|贷款|用量|能耗|水耗)$/
const MEASURES = /(?:率|量|值|数|比|额|重|例|入|耗|积)$/

/** 绿色食品三个产业产值: the count of the names listed. */
const SUMMED = /^(.{2,}?)等?[二两三四五六七八九十]+[个大类种项]([\u4e00-\u9fa5]{2,})$/

/** 马铃薯种植、收获机械化率: what is done last in one name and first in the next leaves them the same head. */
function sharedHead(name: string, last: string): string | undefined {
  const [own, next] = [wordsOf(name).at(-1), wordsOf(last)]
  const alike = own && next.length > 2 && /[vw]/.test(own.is) && /[vw]/.test(next[0]?.is ?? '')
  return alike ? last.slice(next[0]?.end) : undefined
}

/** 化肥、农药使用量 → 化肥使用量, 农药使用量: what follows the last of several names of one length belongs to all. */
function withHead(names: string[]): string[] {
  const last = names.at(-1) ?? ''
  const summed = SUMMED.exec(last)
  if (summed) return [...names.slice(0, -1), summed[1] ?? ''].map((name) => name + (summed[2] ?? ''))
  const short = names[0]?.length ?? 0
  const alike = names.slice(0, -1).every((name) => name.length <= 4 && name.length === short)
  if (names.some((name, i) => i < names.length - 1 && MEASURES.test(name))) return names
  const head = alike && last.length > short + 1 ? last.slice(short) : (MEASURE.exec(last)?.[0] ?? '')
  return names.map((name, i) => (i < names.length - 1 ? name + (sharedHead(name, last) ?? head) : name))
}

const listed = (words: string): string[] =>
  words
    .split(SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The names of a list, each with the head the last of them gives all. */
export const namesOf = (words: string): string[] => withHead(listed(words))

/**
 * The names that 分别 deals `count` figures to: those listed before it in the segment, or the groups (一批…) of the
 * segments before. When their number does not agree every figure is given all of the words.
 */
function dealNames(before: string, earlier: string, count: number): (string | undefined)[] {
  const own = listed(before.replace(/(?:较|(?<!占)比)[^、,]*$/, '').replace(NO_NAME, ''))
  if (own.length === count) return withHead(own)
  const groups = [...earlier.matchAll(new RegExp(GROUP, 'g'))].map((hit) => hit[1] ?? '')
  if (groups.length >= count) return groups.slice(-count)
  const wider = (earlier.replace(/[,;]$/, '').split(/[,;]/).at(-1) ?? '').split(SEPARATOR).filter((name) => name !== '')
  return wider.length === count
    ? withHead(wider)
    : Array.from({ length: count }, () => before.replace(NO_NAME, '').trim() || undefined)
}

interface Named {
  /** The indicator last named. */
  subject: string
  /** What 分别 dealt to before: 到2025年分别达到… goes on about the same. */
  dealtTo: readonly (string | undefined)[]
}

export interface Dealing {
  /** Where 分别 stands: figures before it are none of its own. */
  at: number
  names: readonly (string | undefined)[]
}

/** 2026年、2027年、2028年 and 2026—2028年 before 分别: values are dealt to years, of one thing. */
const YEARS =
  /(?:[到至在]\s?)?(?:20\d{2}\s?年?度?[底末]?前?\s?(?:[、和与及]|以及)\s?)+20\d{2}\s?年度?[底末]?前?,?|20\d{2}\s?年?\s?[-—–~至到]+\s?20\d{2}\s?年,?/
const YEAR = /20\d{2}/g

/** How many years the words before 分别 name; a span counts every year it holds. */
function countYears(words: string): number {
  const years = words.match(YEAR)?.map(Number) ?? []
  const [first = 0, last = 0] = years
  return /[-—–~至到]+\s?20/.test(words) && years.length === 2 ? last - first + 1 : years.length
}

/** 贸易、投资分别占比达30%和20%: what is measured stands behind 分别. */
const SHARE = /^占(?:比|[^,;]{1,12}(?:比重|比例))/
const AT_EACH = /^[在向为对](.+、.+)$/
const DEALS = '分别'

/** The one thing whose values are dealt to years: named before the years, behind 分别, or the subject of the sentence. */
function nameOfAll(
  before: string,
  { behind, lead }: { behind: string; lead: Lead },
  subject: string,
): string | undefined {
  const named = trimmed(before.replace(YEARS, '').replace(OPENING, ''))
  if (named.length > 1) return named
  const words = objectOf(behind.slice(0, behind.length - lead.tail), lead)
  return words.length > 1 && words !== lead.verb?.word ? words : subject || undefined
}

/** What 分别 deals, and to what: the n-th figure behind it belongs to the n-th name (or year) before it. */
export function dealt({ text, sentence, segment, figures }: SegmentPlace, { subject, dealtTo }: Named): Dealing | null {
  const clause = text.slice(segment.start, segment.end)
  const said = clause.indexOf(DEALS)
  const years = YEARS.exec(said < 0 ? clause : clause.slice(0, said))
  // 2026年、2027年达到3座、4座: years listed deal by themselves.
  const from =
    said >= 0 ? said + DEALS.length : years && /[、和与及]/.test(years[0]) ? years.index + years[0].length : -1
  const at = segment.start + from
  const own = figures.filter((figure) => figure.start >= at)
  const first = own[0]
  if (from < 0 || own.length < 2 || first === undefined) return null
  const before = text.slice(segment.start, said < 0 ? at : segment.start + said)
  const behind = text.slice(at, first.start)
  const lead = leadAt({ text, words: sentence.words }, at, first.start)
  if (countYears(years?.[0] ?? '') === own.length)
    return { at, names: own.map(() => nameOfAll(before, { behind, lead }, subject)) }
  if (said < 0) return null
  const words = before.replace(OPENING, '')
  // 分别在东坡、西坡新建苗圃2个、1个: the names stand behind it.
  const whom = words === '' && lead.verb ? AT_EACH.exec(behind.slice(0, lead.verb.at))?.[1] : undefined
  if (whom) {
    const done = behind.slice(lead.verb?.at, behind.length - lead.tail)
    return { at, names: dealNames(whom, '', own.length).map((name) => name && name + done) }
  }
  if (words.length < 2 && dealtTo.length === own.length) return { at, names: dealtTo }
  const names = dealNames(words, text.slice(sentence.start, segment.start), own.length)
  const share = SHARE.exec(behind)?.[0] ?? ''
  return { at, names: share === '' ? names : names.map((name) => name && name + share) }
}
