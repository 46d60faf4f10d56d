import { z } from 'zod'
import { MinutesHead, readHead, readHeadLine } from './minutes-head.ts'
import { isMarked, itemsOf } from './minutes-items.ts'
import {
  agenciesAlone,
  isCharged,
  isHeading,
  isTalk,
  namesTopic,
  opensList,
  withoutConvening,
} from './minutes-kinds.ts'
import {
  addClause,
  begin,
  extend,
  goesOn,
  isBare,
  isLater,
  type MinutesInput,
  type Reading,
} from './minutes-reading.ts'
import { dueOf, plainWords } from './minutes-sentence.ts'
import type { MinutesParagraph, MinutesSentence } from './minutes-text.ts'
import { CONVENES, DATE_LINE, DECIDES, FOOT, LOOKS_BACK, TALKS } from './minutes-words.data.ts'
import { ReadDecision, targetsUntil } from './read-decision.ts'

export const CompiledMinutes = z.object({ head: MinutesHead, decisions: z.array(ReadDecision) })
export type CompiledMinutes = z.infer<typeof CompiledMinutes>

/** Sentences of one paragraph, each beginning a decision, going on with one, or only talking. */
function readSentences(reading: Reading, paragraph: MinutesParagraph): void {
  let current: ReadDecision | null = null
  let begins = paragraph.number !== null || (reading.opened && !reading.marked)
  let above = reading.found.at(-1)
  for (const sentence of paragraph.sentences.flatMap((whole) => itemsOf(whole, reading.text))) {
    const { reads } = sentence
    if (paragraph.number === null && CONVENES.test(reads.trim())) continue
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
    const opens = (reading.inList || reading.under.length > 0) && begins && !sentence.tells
    const isNoted = begins && paragraph.number !== null && isBare(sentence) && paragraph.sentences.some(isCharged)
    const isNext = begins && paragraph.number !== null && paragraph.number.kind === reading.itemKind && !sentence.tells
    const own =
      isCharged(sentence) || decides || isItem || opens || isNoted || (isNext && dueOf(sentence, reading)?.on != null)
    if (reading.inList && (isItem || (begins && paragraph.number !== null))) reading.marked = true
    begins = false
    const begun = current ?? (reading.opened ? above : undefined)
    if (current && !own && isLater(reading, current, sentence)) current = begin(reading, [sentence], current.owners)
    else if (begun && !isItem && goesOn({ above: current, own, decides }, sentence)) extend(reading, begun, sentence)
    else if (own) current = begin(reading, [sentence])
  }
}

/** 3.做好汛期值班工作。 looks like a heading; below 议定如下 and with nothing under it, it is what was decided. */
function closeHeading(reading: Reading): void {
  const alone = reading.heading.filter(
    (sentence) => reading.opened && !namesTopic(sentence) && !TALKS.test(sentence.reads),
  )
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
  if (LOOKS_BACK.test(reading.topic ?? '') && !sentences.some(({ due }) => due?.on)) return
  const talks = TALKS.test(sentences[0]?.reads ?? '') && !sentences.some(isCharged)
  if (clause && clause.agencies.length > 0 && !talks && !sentences.some(isCharged)) {
    reading.inList = true
    addClause(reading, begin(reading, withoutHeading(reading, paragraph)), clause)
    return
  }
  const before = reading.found.length
  readSentences(reading, paragraph)
  const [last, ...others] = reading.found.slice(before).reverse()
  if (last) reading.itemKind = paragraph.number?.kind ?? null
  if (!clause || !last) return
  addClause(reading, last, clause)
  // What the last one is given by the label holds for those beside it that say nothing themselves.
  for (const other of others) {
    other.due ??= last.due
    if (other.owners.length === 0) other.owners = last.owners
  }
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
    (rest.some(isCharged) || (first.reads.trim().startsWith('关于') && rest.length > 0))
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
    itemKind: null,
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
    decisions: reading.found
      .map((decision) => ({ ...decision, targets: targetsUntil(decision, input.on) }))
      .filter(({ words }) => /[一-龥]{4}/.test(words.replace(/[^一-龥]/g, ''))),
  }
}
