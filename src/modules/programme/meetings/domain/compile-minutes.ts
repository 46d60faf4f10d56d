import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import { Span } from '#kernel/span.ts'
import { readSpokenDay } from './minutes-days.ts'
import { MinutesHead, readHead, readHeadLine } from './minutes-head.ts'
import { isMarked, itemsOf } from './minutes-items.ts'
import { agenciesAlone, isCharged, isHeading, isTalk, opensList, withoutConvening } from './minutes-kinds.ts'
import { dueOf, NamedOwner, ownersOf, plainWords } from './minutes-sentence.ts'
import type { MinutesParagraph, MinutesSentence, NamedAgency, NamedDay } from './minutes-text.ts'
import { CONVENES, DATE_LINE, DECIDES, FOOT, SUPPORTS, TALKS } from './minutes-words.data.ts'

/** A decision as read from the minutes; every span indexes their text. */
export const ReadDecision = z.object({
  span: Span,
  /** The sentences themselves, without their number. */
  words: z.string(),
  /** The heading it stands under: 关于科技服务站建设. */
  topic: z.string().nullable(),
  owners: z.array(NamedOwner),
  due: z.object({ text: z.string(), span: Span, on: z.iso.date().nullable() }).nullable(),
})
export type ReadDecision = z.infer<typeof ReadDecision>

export const CompiledMinutes = z.object({ head: MinutesHead, decisions: z.array(ReadDecision) })
export type CompiledMinutes = z.infer<typeof CompiledMinutes>

export interface MinutesInput {
  text: string
  paragraphs: readonly MinutesParagraph[]
  /** The day of the meeting. */
  on: string
  /** Of the county that met. */
  calendar: WorkingCalendar
}

interface Reading extends MinutesInput {
  /** Between 会议议定 and what only talks. */
  inList: boolean
  /** The list was opened by words of its own (议定如下：): what follows are its items, whatever stands before them. */
  opened: boolean
  /** Items of the list bear marks: words without one go on with the item above. */
  marked: boolean
  /** A heading nothing was decided under yet; below 议定如下 it is an item itself. */
  heading: readonly MinutesSentence[]
  /** Who stands alone on a line above: they answer for the numbered items below it. */
  under: readonly NamedAgency[]
  topic: string | null
  /** The kind of number the topic's heading bears: the next number of that kind ends it. */
  topicKind: string | null
  found: ReadDecision[]
}

function begin(reading: Reading, sentences: readonly MinutesSentence[]): ReadDecision {
  const [first] = sentences
  const last = sentences.at(-1)
  const due = sentences.flatMap((sentence) => dueOf(sentence, reading) ?? [])[0]
  const named = sentences.flatMap((sentence) => sentence.agencies)
  const decision: ReadDecision = {
    span: [first?.span[0] ?? 0, last?.span[1] ?? 0],
    words: plainWords(sentences),
    topic: reading.topic,
    owners: ownersOf(named.length > 0 ? named : reading.under),
    due: due ? { text: due.text, span: [due.span[0], due.span[1]], on: due.on } : null,
  }
  reading.found.push(decision)
  reading.heading = []
  return decision
}

/** More words, owners or a day for a decision already begun. */
function extend(reading: Reading, decision: ReadDecision, sentence: MinutesSentence): void {
  decision.span = [decision.span[0], sentence.span[1]]
  decision.words = `${decision.words}。${plainWords([sentence])}`
  decision.owners = ownersOf([...decision.owners, ...sentence.agencies])
  const due = dueOf(sentence, reading)
  if (decision.due === null && due) decision.due = { text: due.text, span: [due.span[0], due.span[1]], on: due.on }
}

/** A label outranks what the sentence says: its agencies stand first, its day takes the place of another. */
function addClause(reading: Reading, decision: ReadDecision, clause: NonNullable<MinutesParagraph['clause']>): void {
  decision.span = [Math.min(decision.span[0], clause.span[0]), Math.max(decision.span[1], clause.span[1])]
  const labelled = ownersOf(clause.agencies)
  if (labelled.length > 0) decision.owners = labelled
  const due = clause.due?.on ? clause.due : (spokenIn(reading, clause.span) ?? clause.due)
  if (due && (due.on !== null || decision.due === null))
    decision.due = { text: due.text, span: [due.span[0], due.span[1]], on: due.on }
}

function spokenIn({ text, on, calendar }: Reading, [from, to]: readonly [number, number]): NamedDay | null {
  const spoken = readSpokenDay(text.slice(from, to), on, calendar)
  if (!spoken) return null
  const start = from + spoken.start
  return { text: spoken.text, span: [start, start + spoken.text.length], on: spoken.on }
}

/** Sentences of one paragraph, each beginning a decision, going on with one, or only talking. */
function readSentences(reading: Reading, paragraph: MinutesParagraph): void {
  let current: ReadDecision | null = null
  let begins = paragraph.number !== null || (reading.opened && !reading.marked)
  let above = reading.found.at(-1)
  for (const sentence of paragraph.sentences.flatMap((whole) => itemsOf(whole, reading.text))) {
    const { reads } = sentence
    if (CONVENES.test(reads.trim())) continue
    const decides = DECIDES.test(reads)
    if (opensList(sentence)) {
      Object.assign(reading, { inList: true, opened: true, marked: false })
      begins = true
      current = null
      continue
    }
    if (decides) reading.inList = true
    const isItem = reading.inList && isMarked(reads)
    if (isTalk(sentence, isItem || paragraph.number !== null)) {
      // 四、会议指出…… stands among the items; words of their own end them.
      if (paragraph.number === null) Object.assign(reading, { inList: false, opened: false })
      above = undefined
      begins = false
      current = null
      continue
    }
    const opens =
      (reading.inList || reading.under.length > 0) && begins && (paragraph.number !== null || !sentence.tells)
    const own = isCharged(sentence) || decides || isItem || opens
    if (reading.inList && (isItem || (begins && paragraph.number !== null))) reading.marked = true
    begins = false
    const begun = current ?? (reading.opened ? above : undefined)
    if (begun && !isItem && goesOn({ above: current, own, decides }, sentence)) extend(reading, begun, sentence)
    else if (own) current = begin(reading, [sentence])
  }
}

/** Whether a sentence says more of the decision begun before it in its paragraph (`above`) rather than another. */
const goesOn = (
  { above, own, decides }: { above: ReadDecision | null; own: boolean; decides: boolean },
  { reads, due }: MinutesSentence,
): boolean => !own || (above !== null && (above.owners.length === 0 || (SUPPORTS.test(reads) && !decides && !due?.on)))

/** 3.做好汛期值班工作。 looks like a heading; below 议定如下 and with nothing under it, it is what was decided. */
function closeHeading(reading: Reading): void {
  const alone = reading.heading.filter(({ reads }) => reading.opened && !reads.trim().startsWith('关于'))
  reading.topic = null
  reading.topicKind = null
  reading.heading = []
  if (alone.length > 0) begin(reading, alone)
}

function readParagraph(reading: Reading, given: MinutesParagraph): void {
  if (given.number !== null && given.number.kind === reading.topicKind) closeHeading(reading)
  const alone = agenciesAlone(given)
  if (alone.length > 0 || given.number === null) reading.under = alone
  if (alone.length > 0) return closeHeading(reading)
  const paragraph = given.row ? given : topical(reading, withoutConvening(given, reading.text))
  const { sentences, clause } = paragraph
  if (paragraph.row) {
    const decision = begin(reading, sentences)
    if (clause) addClause(reading, decision, clause)
    return
  }
  if (sentences.length === 0) {
    const last = reading.found.at(-1)
    if (clause && last) addClause(reading, last, clause)
    return
  }
  if (isHeading(paragraph) && !opensList(sentences[0])) {
    closeHeading(reading)
    reading.topic = plainWords(sentences)
    reading.topicKind = paragraph.number?.kind ?? null
    reading.heading = sentences
    reading.marked = false
    return
  }
  const talks = TALKS.test(sentences[0]?.reads ?? '') && !sentences.some(isCharged)
  if (clause && clause.agencies.length > 0 && !talks && !sentences.some(isCharged)) {
    reading.inList = true
    addClause(reading, begin(reading, withoutHeading(reading, paragraph)), clause)
    return
  }
  const before = reading.found.length
  readSentences(reading, paragraph)
  const last = reading.found.at(-1)
  if (clause && last && reading.found.length > before) addClause(reading, last, clause)
}

/** （一）数字化诊断。县商务局……: a short heading a numbered paragraph runs on from, where somebody is charged behind it. */
function topical(reading: Reading, paragraph: MinutesParagraph): MinutesParagraph {
  const [first, ...rest] = paragraph.sentences
  const isTopic =
    paragraph.number !== null &&
    first !== undefined &&
    /^[^,;:]{2,16}。$/.test(first.reads.trim()) &&
    !DECIDES.test(first.reads) &&
    !isCharged(first) &&
    !first.due?.on &&
    rest.some(isCharged)
  if (!isTopic) return paragraph
  reading.topic = plainWords([first])
  reading.topicKind = paragraph.number?.kind ?? null
  return { ...paragraph, sentences: rest }
}

/** 关于经费保障。由……: the heading a paragraph runs on from is no part of what is decided. */
function withoutHeading(reading: Reading, { sentences, number }: MinutesParagraph): readonly MinutesSentence[] {
  const [first, ...rest] = sentences
  if (!first || rest.length === 0 || !/^关于[^,;。]{2,30}。$/.test(first.reads.trim())) return sentences
  reading.topic = plainWords([first])
  reading.topicKind = number?.kind ?? null
  return rest
}

/**
 * Reads minutes (会议纪要, 会议记录, notes) into decisions: what, who, until when, each with its place in the text. Knows 会议议定/会议明确/
 * 会议要求, numbered items, 由……负责, 责任单位：…, ……前完成, tables of 事项·责任单位·时限, and notes of a line each. What a meeting only
 * heard, held or stressed is no decision unless it charges somebody by name. Never throws.
 */
export function compileMinutes(input: MinutesInput): CompiledMinutes {
  const reading: Reading = {
    ...input,
    inList: false,
    opened: false,
    marked: false,
    heading: [],
    under: [],
    topic: null,
    topicKind: null,
    found: [],
  }
  for (const paragraph of input.paragraphs) {
    const words = input.text.slice(...paragraph.span)
    if (
      FOOT.test(words.trim()) ||
      DATE_LINE.test(words.trim()) ||
      (readHeadLine(words) && !paragraph.row && paragraph.clause === null)
    )
      continue
    readParagraph(reading, paragraph)
  }
  closeHeading(reading)
  return {
    head: readHead(input.paragraphs, input.text),
    decisions: reading.found.filter(({ words }) => words.length >= 4),
  }
}
