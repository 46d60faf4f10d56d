import { wordsIn } from '../../words/segment.ts'
import type { Figure } from './figures.ts'
import { type Lead, leadAt, type Verb } from './lead.ts'
import { thingBehind } from './noun-phrase.ts'
import type { Segment, Sentence } from './sentences.ts'

/** A figure in its place: the words before it, the words after it, what it takes over from its neighbours. */
export interface Candidate {
  figure: Figure
  lead: Lead
  /** From behind the bound to the next figure or the end of the segment. */
  tail: string
  /** The noun phrase the tail begins with; empty without one. */
  thing: string
  /** The tail begins with a verb. */
  acts: boolean
  /** The verb in force: its own, or that of the list it stands in. */
  verb: Verb | null
  /** The list it stands in has already given a target. */
  listed: boolean
  /** The count closes a list of names: 甲、乙等3家. */
  closed: boolean
  /** Another figure follows in the segment. */
  followed: boolean
  segment: string
}

/** A segment in its sentence and text, with the figures that stand in it. */
export interface SegmentPlace {
  text: string
  sentence: Sentence
  segment: Segment
  figures: readonly Figure[]
}

/** What a list hands on from one of its figures to the next. */
export interface ListState {
  verb: Verb | null
  /** The figure before gave a target: this one may go on with its verb. */
  listing: boolean
  /** Where the words before the next figure begin. */
  from: number
}

const NEXT_ITEM = /、|以及|和(?!谐|平|美)|及(?!时|其)|与|并(?!购)/
const NAMES = /[、和与]/
/** Longer leads are sentences of their own, not items of a list. */
const LONGEST_ITEM = 30

/** A count that closes a list of names: 甲、乙等3家企业, 甲、乙和丙三个中心. */
function isClosed({ lead, figure, tail, followed }: Pick<Candidate, 'lead' | 'figure' | 'tail' | 'followed'>): boolean {
  // 甲、乙等3项均前进2个名次: what each of them does is the aim.
  if (figure.bound !== null || lead.sign !== null || (followed && /^(?:指标)?[均都]/.test(tail))) return false
  if (lead.closes) return figure.unit?.dimension === 'count' || figure.unit?.dimension === 'people'
  if (!/^[\u4e00-\u9fa5]/.test(tail) || lead.verb === null) return false
  const names = lead.text.slice(lead.verb.at + lead.verb.word.length).split(NAMES)
  return figure.value > 1 && names.filter((name) => name.trim().length > 1).length === figure.value
}

/** A noun measured and its size stand in front of what is counted: 年交易额[100亿元以上]的市场. */
const SIZES = /^[\u4e00-\u9fa5]{1,7}$/

/** 引进1个5000万元以上项目: a figure that describes the thing counted is part of its name. */
function tailEnd({ text, segment, figures }: SegmentPlace, figure: Figure): number {
  const i = figures.indexOf(figure)
  const next = figures[i + 1]
  if (!next) return segment.end
  const sizes =
    SIZES.test(text.slice(figure.boundEnd, next.start)) && /^的[\u4e00-\u9fa5A-Z]/.test(text.slice(next.boundEnd))
  const describes = next.bound === 'at_least' && (next.start === figure.boundEnd || sizes)
  return (describes ? figures[i + 2]?.start : next.start) ?? segment.end
}

/** The `i`-th figure of a segment with the words around it. */
export function candidateAt(place: SegmentPlace, figure: Figure, state: ListState): Candidate {
  const { text, sentence, segment, figures } = place
  const next = figures[figures.indexOf(figure) + 1]
  const lead = leadAt({ text, words: sentence.words }, state.from, figure.start)
  const goesOn = state.from > segment.start || (state.listing && lead.text.length <= LONGEST_ITEM)
  const end = tailEnd(place, figure)
  const tail = text.slice(figure.boundEnd, end)
  // 超额完成签约4项、开工1项: more than each of the figures.
  const sign = lead.sign ?? (text.slice(segment.start, figure.start).includes('超额') ? '>' : null)
  return {
    figure,
    lead: sign === lead.sign ? lead : { ...lead, sign },
    tail,
    thing: thingBehind(
      { text, words: sentence.words },
      { from: figure.boundEnd, to: end, followed: end < segment.end },
    ),
    acts: wordsIn(sentence.words, figure.boundEnd, end)[0]?.is === 'v' && !tail.includes('的'),
    verb: lead.verb ?? (goesOn ? state.verb : null),
    listed: goesOn && state.listing,
    closed: isClosed({ lead, figure, tail, followed: next !== undefined }),
    followed: next !== undefined,
    segment: text.slice(segment.start, segment.end),
  }
}

/** Where the words that lead up to the next figure begin: past what still belongs to the figure just read. */
export function nextLead(text: string, read: Figure, next: Figure): number {
  const item = NEXT_ITEM.exec(text.slice(read.boundEnd, next.start))
  return read.boundEnd + (item ? item.index + item[0].length : 0)
}
