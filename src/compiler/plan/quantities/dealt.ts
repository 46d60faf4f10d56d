import type { SegmentPlace } from './candidates.ts'
import { type Lead, leadAt, OPENING } from './lead.ts'
import { objectOf } from './phrase.ts'
import { dealNames } from './shares.ts'

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
  /(?:[到至]\s?)?(?:20\d{2}\s?年?[底末]?前?\s?(?:[、和与及]|以及)\s?)+20\d{2}\s?年[底末]?前?,?|20\d{2}\s?年?\s?[-—–~至到]+\s?20\d{2}\s?年,?/
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
  const named = before.replace(YEARS, '').replace(OPENING, '').trim()
  if (named.length > 1) return named
  const words = objectOf(behind.slice(0, behind.length - lead.tail), lead)
  return words.length > 1 && words !== lead.verb?.word ? words : subject || undefined
}

/** What 分别 deals, and to what: the n-th figure behind it belongs to the n-th name (or year) before it. */
export function dealt({ text, sentence, segment, figures }: SegmentPlace, { subject, dealtTo }: Named): Dealing | null {
  const at = text.slice(segment.start, segment.end).indexOf(DEALS) + segment.start
  const own = figures.filter((figure) => figure.start > at)
  const first = own[0]
  if (at < segment.start || own.length < 2 || first === undefined) return null
  const before = text.slice(segment.start, at)
  const behind = text.slice(at + DEALS.length, first.start)
  const lead = leadAt({ text, words: sentence.words }, at + DEALS.length, first.start)
  if (countYears(YEARS.exec(before)?.[0] ?? '') === own.length)
    return { at, names: own.map(() => nameOfAll(before, { behind, lead }, subject)) }
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
