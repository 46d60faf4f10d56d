import { candidateAt } from './candidates.ts'
import type { QuantityContext } from './context.ts'
import type { Figure } from './figures.ts'
import { type Lead, leadAt, OPENING } from './lead.ts'
import { isPerYear, type Reading, readSegment, refusedAt, type SentenceState, subjectOf } from './read-segment.ts'
import type { Segment, Sentence } from './sentences.ts'
import { type Setting, settingOf } from './setting.ts'

/** A bracket that goes on with the figures before it: (其中省级3家). */
const REMARK = /^(?:其中|含|包括|包含)/

const within = (figure: Figure, segment: Segment): boolean => figure.start >= segment.start && figure.end <= segment.end

/** Whether a figure lies in one of the stretches; both are asked for in the order of the text. */
function holds(stretches: readonly (readonly [number, number])[]): (figure: Figure) => boolean {
  let at = 0
  return (figure) => {
    while ((stretches[at]?.[1] ?? Number.POSITIVE_INFINITY) < figure.end) at += 1
    return (stretches[at]?.[0] ?? Number.POSITIVE_INFINITY) <= figure.start
  }
}

/**
 * Finds the figures that belong to a segment: not those of names in quotation marks, nor those of brackets inside it.
 * Looks only where the segment lies: a sentence of thousands of segments holds as many figures.
 */
function figuresIn(sentence: Sentence, figures: readonly Figure[]): (segment: Segment) => Figure[] {
  const isQuoted = holds(sentence.quoted)
  const isAside = holds(sentence.segments.filter(({ aside }) => aside).map(({ start, end }) => [start, end]))
  const free = figures.filter((figure) => !isQuoted(figure))
  const [asides, others] = [[] as Figure[], [] as Figure[]]
  for (const figure of free) (isAside(figure) ? asides : others).push(figure)
  const places = { aside: 0, other: 0 }
  return (segment) => {
    const kind = segment.aside ? 'aside' : 'other'
    const from = segment.aside ? asides : others
    while ((from[places[kind]]?.start ?? Number.POSITIVE_INFINITY) < segment.start) places[kind] += 1
    const found: Figure[] = []
    for (let i = places[kind]; (from[i]?.start ?? Number.POSITIVE_INFINITY) < segment.end; i += 1) {
      const figure = from[i]
      if (figure && within(figure, segment)) found.push(figure)
    }
    return found
  }
}

/** What a clause without a figure is about, for a clause with a figure alone to go on with: 淘汰老旧货车,累计淘汰30辆. */
function topicOf(words: string, lead: Lead): string {
  if (!lead.measured && !lead.verb?.opens) return ''
  const topic = words.replace(OPENING, '')
  return topic.length > 2 && topic.length <= LONGEST_TOPIC ? topic : ''
}

const LONGEST_TOPIC = 28

export interface SentenceIn {
  text: string
  sentence: Sentence
  figures: readonly Figure[]
  /** The setting the sentence before left behind. */
  setting: Setting
  /** What the sentence says after its last figure matters too: the setting it ends in is asked for. */
  toItsEnd: boolean
}

/** What a segment takes over: 净增 and 每年 end with a semicolon. */
function takenOver(state: SentenceState, parted: boolean): SentenceState {
  const { verb, listing, from, setting, perYear, subject, dealtTo } = state
  if (!parted) return { verb, listing, from, setting, perYear, subject, dealtTo }
  const kept = verb?.word.startsWith('净增') ? null : verb
  return { verb: kept, listing, from, setting, perYear: 'none', subject, dealtTo }
}

/** What a segment hands on to the next: its last aim, or the verb and the topic of its words alone. */
function handedOn(
  here: SentenceState,
  words: string,
  { found, lead }: { found: readonly Reading[]; lead: Lead | null },
): SentenceState {
  const { from, setting } = here
  const aimed = found.filter((reading) => !reading.benefit).at(-1)
  const verb = aimed?.candidate.verb ?? lead?.verb ?? null
  if (aimed === undefined) {
    const subject = here.subject || (lead ? topicOf(words, lead) : '')
    const perYear = isPerYear(words) ? 'stated' : 'none'
    return { verb, listing: false, from, setting, perYear, subject, dealtTo: here.dealtTo }
  }
  const named = found.filter(({ benefit, nth }) => !benefit && (aimed.nth === null || nth !== null))
  const dealtTo = named.length > 1 ? named.map(({ indicator }) => indicator) : here.dealtTo
  const { perYear, indicator } = aimed
  return { verb, listing: true, from, setting, perYear, subject: subjectOf(indicator), dealtTo }
}

/** Figures in brackets and in quoted names stand apart from what the sentence aims at; each is read between the commas around it. */
function setApart({ text, sentence }: SentenceIn, figures: readonly Figure[], why: 'aside' | 'name'): Reading[] {
  const quotes = sentence.quoted.map(([start, end]) => ({ start: start + 1, end: end - 1, aside: true }))
  return figures.map((figure) => {
    const around = [...sentence.segments, ...quotes].findLast((each) => within(figure, each)) ?? sentence
    const start = figure.start - (UP_TO_COMMA.exec(text.slice(around.start, figure.start))?.[0].length ?? 0)
    const stop = text.slice(figure.boundEnd, around.end).search(COMMA)
    const segment = { start, end: stop < 0 ? around.end : figure.boundEnd + stop, aside: true }
    const state = { verb: null, listing: false, from: start }
    return refusedAt(candidateAt({ text, sentence, segment, figures: [figure] }, figure, state), segment, why)
  })
}

const COMMA = /[,;:，；：]/
const UP_TO_COMMA = /[^,;:，；：]*$/

/** Reads one sentence segment by segment, carrying verbs, tense and setting along; gives back the setting it ends in. */
export function readSentence(place: SentenceIn, context: QuantityContext): { readings: Reading[]; setting: Setting } {
  const { text, sentence } = place
  const readings: Reading[] = []
  let state: SentenceState = {
    verb: null,
    listing: false,
    from: 0,
    setting: place.setting,
    perYear: 'none',
    subject: '',
    dealtTo: [],
  }
  const last = place.figures.at(-1)?.start ?? -1
  const figuresOf = figuresIn(sentence, place.figures)
  for (const segment of sentence.segments) {
    if (segment.start > last && !place.toItsEnd) break
    const words = text.slice(segment.start, segment.end)
    if (segment.aside && !REMARK.test(words)) {
      readings.push(...setApart(place, figuresOf(segment), 'aside'))
      continue
    }
    const here = takenOver(state, PARTS.has(text[segment.start - 1] ?? ''))
    here.setting = settingOf(words, state.setting, context)
    here.from = segment.start
    const figures = figuresOf(segment)
    const found = figures.length === 0 ? [] : readSegment({ text, sentence, segment, figures }, here)
    readings.push(...found)
    const { setting } = segment.aside ? state : here
    const aims = found.filter(({ refusal }) => refusal === null)
    const carried = aims.some(({ candidate, benefit }) => !benefit && candidate.verb)
    const lead = carried ? null : leadAt({ text, words: sentence.words }, segment.start, segment.end)
    state = handedOn(here, words, { found: aims, lead })
    state.setting = setting
  }
  const isQuoted = holds(sentence.quoted)
  const named = place.figures.filter((figure) => !figure.chinese && isQuoted(figure))
  return { readings: [...readings, ...setApart(place, named, 'name')], setting: state.setting }
}

const PARTS = new Set([';', '；'])
