import { groupBy } from '#kernel/group-by.ts'
import { candidateAt } from './candidates.ts'
import type { QuantityContext } from './context.ts'
import type { Figure } from './figures.ts'
import { type Lead, leadAt, OPENING } from './lead.ts'
import { isPerYear, type Reading, readSegment, refusedAt, type SentenceState } from './read-segment.ts'
import type { Segment, Sentence, Stretch } from './sentences.ts'
import { type Setting, settingOf } from './setting.ts'

/** A bracket that goes on with the figures before it: (其中省级3家). */
const REMARK = /^(?:其中|含|包括|包含)/

const within = (figure: Figure, { start, end }: Stretch): boolean => figure.start >= start && figure.end <= end

/** The stretch each figure lies in; stretches of one kind lie side by side, in the order of the text like the figures. */
function placed<T extends Stretch>(figures: readonly Figure[], stretches: readonly T[]) {
  const found = new Map<Figure, T>()
  let at = 0
  for (const figure of figures) {
    while ((stretches[at]?.end ?? Number.POSITIVE_INFINITY) < figure.end) at += 1
    const here = stretches[at]
    if (here && within(figure, here)) found.set(figure, here)
  }
  return found
}

/** The figures of each segment: not those of names in quotation marks, nor those of brackets inside it. */
function figuresBySegment({ segments }: Sentence, free: readonly Figure[]): Map<Segment | undefined, Figure[]> {
  const asides = placed(
    free,
    segments.filter(({ aside }) => aside),
  )
  const others = placed(
    free,
    segments.filter(({ aside }) => !aside),
  )
  return groupBy(free, (figure) => asides.get(figure) ?? others.get(figure))
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
  if (!parted) return { ...state }
  return { ...state, verb: state.verb?.word.startsWith('净增') ? null : state.verb, perYear: 'none' }
}

/** What a segment hands on to the next: its last aim, or the verb and the topic of its words alone. */
function handedOn(
  here: SentenceState,
  words: string,
  { found, lead }: { found: readonly Reading[]; lead: Lead | null },
): SentenceState {
  const aimed = found.filter((reading) => !reading.benefit).at(-1)
  const verb = aimed?.candidate.verb ?? lead?.verb ?? null
  if (aimed === undefined) {
    const subject = here.subject || (lead ? topicOf(words, lead) : '')
    const perYear = isPerYear(words) ? 'stated' : 'none'
    return { ...here, verb, listing: false, perYear, subject }
  }
  const dealtTo = found.length > 1 ? found.map(({ indicator }) => indicator) : here.dealtTo
  const { perYear, indicator } = aimed
  return { ...here, verb, listing: true, perYear, subject: indicator, dealtTo }
}

/** Figures in brackets and in quoted names stand apart from what the sentence aims at; each is read between the commas around it. */
function setApart({ text, sentence }: SentenceIn, figures: readonly Figure[], why: 'aside' | 'name'): Reading[] {
  const quotes = sentence.quoted.map(({ start, end }) => ({ start: start + 1, end: end - 1, aside: true }))
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
  const quoted = placed(place.figures, sentence.quoted)
  const figuresOf = figuresBySegment(
    sentence,
    place.figures.filter((figure) => !quoted.has(figure)),
  )
  for (const segment of sentence.segments) {
    if (segment.start > last && !place.toItsEnd) break
    const words = text.slice(segment.start, segment.end)
    if (segment.aside && !REMARK.test(words)) {
      readings.push(...setApart(place, figuresOf.get(segment) ?? [], 'aside'))
      continue
    }
    const here = takenOver(state, PARTS.has(text[segment.start - 1] ?? ''))
    here.setting = settingOf(words, state.setting, context)
    here.from = segment.start
    const figures = figuresOf.get(segment) ?? []
    const found = figures.length === 0 ? [] : readSegment({ text, sentence, segment, figures }, here)
    readings.push(...found)
    const { setting } = segment.aside ? state : here
    const aims = found.filter(({ refusal }) => refusal === null)
    const carried = aims.some(({ candidate, benefit }) => !benefit && candidate.verb)
    const lead = carried ? null : leadAt({ text, words: sentence.words }, segment.start, segment.end)
    state = handedOn(here, words, { found: aims, lead })
    state.setting = setting
  }
  const named = place.figures.filter((figure) => !figure.chinese && quoted.has(figure))
  return { readings: [...readings, ...setApart(place, named, 'name')], setting: state.setting }
}

const PARTS = new Set([';', '；'])
