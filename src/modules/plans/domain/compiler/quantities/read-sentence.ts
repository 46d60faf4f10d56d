import type { QuantityContext } from './context.ts'
import type { Figure } from './figures.ts'
import { type Frame, frameOf, gives, OPEN_FRAME } from './frames.ts'
import { type Candidate, isAimedAt, isOffered } from './judge.ts'
import { type Lead, readLead, type Verb } from './lead.ts'
import { indicatorPhrase } from './phrase.ts'
import type { Segment, Sentence } from './sentences.ts'
import { dealNames, shareUnits } from './shares.ts'

/** One figure the plan aims at, or offers, with the words that carry it. */
export interface Reading {
  candidate: Candidate
  segment: Segment
  indicator: string
  perYear: boolean
  benefit: boolean
  baseline: Figure | null
}

interface State {
  frame: Frame
  verb: Verb | null
  /** The segment before gave a target: this one may go on with its verb. */
  listing: boolean
  perYear: boolean
  /** Where the words before the next figure begin. */
  from: number
}

const PER_YEAR =
  /每年|年均|逐年|(?<![\d\s今全当本去上明后前每近一二三四五六七八九十])年(?=新增|申请|申报|引进|培训|培育|开展|举办|完成|组织|认定|转化|培养|输送|推广)/
const FROM = /(?:由|从)[^,;]{0,14}$/
const REMARK = /^(?:其中|含|包括|包含)/
const NEXT_ITEM = /、|以及|和(?!谐|平|美)|及(?!时|其)|与|并(?!购)/
const OFFERED = new Set(['money', 'percent', 'points'])
const LONGEST_ITEM = 30

const inQuotes = (figure: Figure, sentence: Sentence): boolean =>
  sentence.quoted.some(([start, end]) => figure.start >= start && figure.end <= end)

/** Where the words that lead up to the next figure begin: past what still belongs to the figure just read. */
function nextLead(text: string, read: Figure, next: Figure): number {
  const item = NEXT_ITEM.exec(text.slice(read.boundEnd, next.start))
  return read.boundEnd + (item ? item.index + item[0].length : 0)
}

/** A count that closes a list of names: 甲、乙等3家企业, 甲、乙和丙三个中心. */
function isClosed(lead: Lead, figure: Figure, tail: string): boolean {
  if (figure.bound !== null || lead.sign !== null) return false
  if (lead.closes) return figure.unit?.dimension === 'count' || figure.unit?.dimension === 'people'
  if (!/^[\u4e00-\u9fa5]/.test(tail) || lead.verb === null) return false
  const names = lead.text
    .slice(lead.verb.at + lead.verb.word.length)
    .split(/[、和与]/)
    .filter((name) => name.trim().length > 1)
  return figure.value > 1 && names.length === figure.value
}

function candidateAt(text: string, segment: Segment, figures: readonly Figure[], i: number, state: State): Candidate {
  const figure = figures[i] ?? figures[0]
  if (!figure) throw new RangeError('a segment without figures has no candidates')
  const lead = readLead(text.slice(state.from, figure.start))
  const goesOn = state.from > segment.start || (state.listing && lead.text.length <= LONGEST_ITEM)
  const tail = text.slice(figure.boundEnd, figures[i + 1]?.start ?? segment.end)
  const verb = lead.verb ?? (goesOn ? state.verb : null)
  const sign = lead.sign ?? (text.slice(segment.start, figure.start).includes('超额') ? '>' : null)
  const closed = isClosed(lead, figure, tail)
  return {
    figure,
    lead: { ...lead, sign },
    tail,
    verb,
    listed: goesOn && state.listing,
    closed,
    followed: i + 1 < figures.length,
    segment: text.slice(segment.start, segment.end),
  }
}

function dealt(text: string, sentence: Sentence, segment: Segment, figures: readonly Figure[]): string[] | undefined {
  const words = text.slice(segment.start, figures[0]?.start)
  const at = words.indexOf('分别')
  if (at < 0 || figures.length < 2) return undefined
  return dealNames(words.slice(0, at), text.slice(sentence.start, segment.start), figures.length)
}

function readSegment(
  text: string,
  sentence: Sentence,
  segment: Segment,
  all: readonly Figure[],
  state: State,
): Reading[] {
  const figures = shareUnits(text, all)
  const names = dealt(text, sentence, segment, figures)
  const words = text.slice(segment.start, segment.end)
  const readings: Reading[] = []
  let shared: Candidate | null = null
  let baseline: { figure: Figure; lead: Lead } | null = null
  for (let i = 0; i < figures.length; i++) {
    const own = candidateAt(text, segment, figures, i, state)
    let candidate: Candidate =
      names && shared ? { ...own, lead: { ...shared.lead }, verb: shared.verb, listed: true } : own
    const next = figures[i + 1]
    if (next && FROM.test(own.lead.text) && readLead(text.slice(own.figure.boundEnd, next.start)).reached) {
      baseline = { figure: own.figure, lead: own.lead }
      continue
    }
    if (baseline) {
      const unit = baseline.figure.unit
      const figure = unit && own.figure.unit?.written === '个' ? { ...own.figure, unit } : own.figure
      candidate = { ...own, figure }
    }
    if (names && !shared) shared = candidate
    const benefit = state.frame.terms && OFFERED.has(candidate.figure.unit?.dimension ?? '')
    if (state.frame.past || (state.frame.condition && !benefit && candidate.lead.sign === null)) continue
    if (state.frame.condition && !benefit && state.frame.terms) continue
    if (!benefit && state.frame.gift && gives(words)) continue
    if (benefit ? !isOffered(candidate) : !isAimedAt(candidate)) continue
    const subject = baseline ? baseline.lead.text.replace(FROM, '') : undefined
    baseline = subject === undefined ? null : baseline
    readings.push({
      candidate, segment, benefit,
      indicator: names?.[i] ?? subject ?? (figures[i - 1]?.end === candidate.figure.start ? readings.at(-1)?.indicator : undefined) ?? indicatorPhrase(candidate),
      perYear: PER_YEAR.test(words.slice(0, candidate.figure.start - segment.start)) || (state.perYear && candidate.listed && candidate.lead.verb === null),
      baseline: baseline?.figure ?? null,
    }) // biome-ignore format: a record
    baseline = null
    if (!benefit) state = { ...state, verb: candidate.verb, listing: true }
    if (next) state = { ...state, from: nextLead(text, own.figure, next) }
  }
  return readings
}

/** Reads one sentence segment by segment, carrying verbs, tense and frame along. */
export function readSentence(
  text: string,
  sentence: Sentence,
  figures: readonly Figure[],
  context: QuantityContext,
): Reading[] {
  const readings: Reading[] = []
  let state: State = { frame: OPEN_FRAME, verb: null, listing: false, perYear: false, from: 0 }
  for (const segment of sentence.segments) {
    const words = text.slice(segment.start, segment.end)
    if (segment.aside && !REMARK.test(words)) continue
    state = { ...state, frame: frameOf(words, state.frame, context), from: segment.start }
    const here = figures.filter(
      (f) =>
        f.start >= segment.start &&
        f.end <= segment.end &&
        !inQuotes(f, sentence) &&
        (segment.aside || !inAside(f, sentence)),
    )
    const found = here.length === 0 ? [] : readSegment(text, sentence, segment, here, state)
    readings.push(...found)
    const last = found.filter((reading) => !reading.benefit).at(-1)
    state = {
      ...state,
      listing: last !== undefined,
      verb: last?.candidate.verb ?? readLead(words).verb ?? null,
      perYear: last?.perYear ?? PER_YEAR.test(words),
    }
  }
  return readings
}

const inAside = (figure: Figure, sentence: Sentence): boolean =>
  sentence.segments.some((segment) => segment.aside && figure.start >= segment.start && figure.end <= segment.end)
