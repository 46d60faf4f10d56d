import { candidateAt, type ListState, nextLead, type SegmentPlace } from './candidates.ts'
import type { Figure } from './figures.ts'
import { type Frame, gives } from './frames.ts'
import { type Candidate, isAimedAt, isOffered } from './judge.ts'
import { readLead } from './lead.ts'
import { indicatorPhrase } from './phrase.ts'
import type { Segment } from './sentences.ts'
import { dealNames, shareUnits } from './shares.ts'

/** One figure the plan aims at, or offers, with the words that carry it. */
export interface Reading {
  candidate: Candidate
  segment: Segment
  indicator: string
  perYear: boolean
  /** Its place among the figures 分别 deals. */
  nth: number | null
  benefit: boolean
  baseline: Figure | null
}

/** What a segment takes over from those before it in the sentence. */
export interface SentenceState extends ListState {
  frame: Frame
  perYear: boolean
  /** The indicator last named: what 到2025年达到30亿元 goes on about. */
  subject: string
}

const PER_YEAR =
  /每年|年均|逐年|(?<![\d\s今全当本去上明后前每近一二三四五六七八九十])年(?=新增|申请|申报|引进|培训|培育|开展|举办|完成|组织|认定|转化|培养|输送|推广)/
const FROM = /(?:由|从)[^,;]{0,14}$/
const OFFERED = new Set(['money', 'percent', 'points'])

export const isPerYear = (words: string): boolean => PER_YEAR.test(words)

/** The figure a from–to phrase starts from: 由60%提高至75%. */
const isBaseline = (text: string, { figure, lead }: Candidate, next: Figure | undefined): boolean =>
  next !== undefined && FROM.test(lead.text) && readLead(text.slice(figure.boundEnd, next.start)).reached

/** 由6个工作日压缩至4个: the half-said unit is that of the baseline. */
const withUnitOf = (candidate: Candidate, baseline: Candidate): Candidate =>
  baseline.figure.unit && candidate.figure.unit?.written === '个'
    ? { ...candidate, figure: { ...candidate.figure, unit: baseline.figure.unit } }
    : candidate

interface Dealing {
  /** Where 分别 stands: figures before it are none of its own. */
  at: number
  names: string[]
}

/** What 分别 deals, and to what: the n-th figure behind it belongs to the n-th name before it. */
function dealt({ text, sentence, segment, figures }: SegmentPlace): Dealing | null {
  const at = text.slice(segment.start, segment.end).indexOf('分别') + segment.start
  const own = figures.filter((figure) => figure.start > at)
  if (at < segment.start || own.length < 2) return null
  return { at, names: dealNames(text.slice(segment.start, at), text.slice(sentence.start, segment.start), own.length) }
}

/** Whether the sentence lets this figure through: an aim, or an offer when `benefit`. */
function passes(candidate: Candidate, frame: Frame, benefit: boolean): boolean {
  if (frame.past) return false
  if (benefit) return isOffered(candidate)
  if (frame.condition && (frame.terms || candidate.lead.sign === null)) return false
  return !(frame.gift && gives(candidate.segment)) && isAimedAt(candidate)
}

interface NamedBy {
  dealt: string | undefined
  baseline: Candidate | null
  /** The reading whose figure this one adjoins: 小区86个70万平方米. */
  adjoins: Reading | undefined
  subject: string
}

function indicatorOf(candidate: Candidate, { dealt, baseline, adjoins, subject }: NamedBy): string {
  if (dealt !== undefined) return dealt
  if (baseline) return baseline.lead.text.replace(FROM, '')
  return adjoins ? adjoins.indicator : indicatorPhrase(candidate) || subject
}

/** What a clause without a noun without a noun goes on about: 成交额增长20%,到2025年达到30亿元. */
export const subjectOf = (indicator: string): string => indicator.replace(/(?:增长|提高|提升|增加|下降|降低|减少)$/, '')

/** The readings of one segment, from left to right. */
export function readSegment(place: SegmentPlace, before: SentenceState): Reading[] {
  const { text, segment } = place
  const here = { ...place, figures: shareUnits(text, place.figures) }
  const dealing = dealt(here)
  const readings: Reading[] = []
  let state = before
  let nth = 0
  let first: Candidate | null = null
  let baseline: Candidate | null = null
  for (const [i, figure] of here.figures.entries()) {
    const next = here.figures[i + 1]
    const own = candidateAt(here, figure, state)
    if (isBaseline(text, own, next)) {
      baseline = own
      continue
    }
    const isDealt = dealing !== null && figure.start > dealing.at
    // 分别 gives every figure the words before the first.
    const alike: Candidate = first ? { ...own, lead: first.lead, verb: first.verb, listed: true } : own
    const candidate: Candidate = baseline ? withUnitOf(alike, baseline) : alike
    if (isDealt) first ??= candidate
    const turn = isDealt ? nth++ : null
    const benefit = state.frame.terms && OFFERED.has(candidate.figure.unit?.dimension ?? '')
    if (!passes(candidate, state.frame, benefit)) continue
    const adjoins = here.figures[i - 1]?.end === figure.start ? readings.at(-1) : undefined
    const name = turn === null ? undefined : dealing?.names[turn]
    const indicator = indicatorOf(candidate, { dealt: name, baseline, adjoins, subject: state.subject })
    const inherits = state.perYear && candidate.listed && candidate.lead.verb === null
    const perYear = inherits || isPerYear(text.slice(segment.start, figure.start))
    const from = next ? nextLead(text, figure, next) : state.from
    readings.push({ candidate, segment, benefit, indicator, perYear, nth: turn, baseline: baseline?.figure ?? null })
    baseline = null
    state = { ...state, from, subject: subjectOf(indicator) }
    if (!benefit) state = { ...state, verb: candidate.verb, listing: true }
  }
  return readings
}
