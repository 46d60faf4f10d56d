import { z } from 'zod'
import { Span } from '#kernel/span.ts'
import { knownNamesIn } from './known-names.ts'
import { readSpokenDay } from './minutes-days.ts'
import { MinutesHead, readHead, readHeadLine } from './minutes-head.ts'
import { dueOf, NamedOwner, ownersOf, plainWords } from './minutes-sentence.ts'
import type { MinutesParagraph, MinutesSentence, NamedAgency, NamedDay } from './minutes-text.ts'

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
  /** Names of the register, for notes that name agencies without words of charging: 服务站验收——科技局，10月底前. */
  known: readonly string[]
}

/** Words that open a sentence of minutes: what the meeting decided, and what it only heard or said. */
const DECIDES =
  /^(?:经研究,?|经讨论,?|与会人员一致)?(?:会议)?(?:经研究,?)?(?:一致)?(?:议定|明确|要求|决定|确定|同意|原则同意|审定)(?!的)/
const TALKS =
  /^(?:会议|与会人员|会上)(?:听取|认为|指出|强调|传达|学习|研究|分析|审议|通报|肯定|观看)|^(?:听取|传达学习|学习传达|现将|[^,;。]{2,40}(?:发了言|作了?(?:了|汇报|发言)|主持(?:召开)?了?会议))/
/** The sentence after which items follow. */
const OPENS_LIST =
  /(?:议定|明确|决定|确定|要求|如下|以下)[^。]{0,16}[:：]$|(?:事项|意见|内容)(?:纪要)?如下[。:：]?$|^(?:会议)?议定(?:的)?事项[:：。]?$|^(?:下步|下一步)工作(?:安排)?[:：。]?$/
/** Who held the meeting and who was there. */
const CONVENES = /主持召开|(?:召开|举行)[^。;]{2,40}会(?:议)?[,。;]|(?:参加|出席|列席)(?:了?会议)?[。;]?$/
const ATTENDS = /(?:参加|出席|列席)(?:了?会议)?[。;,]?\s*$/
const SUPPORTS = /配合|协助|做好[^,;。]{0,10}(?:保障|支持|服务)/
const HEADING = /^[^,，。;；]{2,40}[。:：]?$/
const GENERAL = /^(?:各|有关|相关|其他|全县|全市)/
/** 某某办公室 2026年9月28日 under the head. */
const DATE_LINE = /^[^,，。;；:：]{0,30}20\d{2}年\d{1,2}月\d{1,2}日$/
const FOOT = /^(?:抄送|抄报|分送|发送?|报送?|主送|印发|出席|列席|参加|请假)[\s\u3000]*[:：]/

interface Reading extends MinutesInput {
  /** Between 会议议定 and what only talks. */
  inList: boolean
  topic: string | null
  /** The kind of number the topic's heading bears: the next number of that kind ends it. */
  topicKind: string | null
  found: ReadDecision[]
}

/** Names without words of charging say who does it only beside a day or behind a dash: 同意县科技局提出的方案 charges nobody. */
const namesOfNote = (sentence: MinutesSentence, { known, text, on }: Reading): NamedAgency[] =>
  dueOf(sentence, { on, text })?.on != null || /——|—|→/.test(sentence.reads)
    ? knownNamesIn(sentence, { known, text })
    : []

function begin(reading: Reading, sentences: readonly MinutesSentence[]): ReadDecision {
  const [first] = sentences
  const last = sentences.at(-1)
  const due = sentences.flatMap((sentence) => dueOf(sentence, reading) ?? [])[0]
  const charged = sentences.flatMap((sentence) => sentence.agencies)
  const named = charged.length > 0 ? charged : sentences.flatMap((sentence) => namesOfNote(sentence, reading))
  const decision: ReadDecision = {
    span: [first?.span[0] ?? 0, last?.span[1] ?? 0],
    words: plainWords(sentences),
    topic: reading.topic,
    owners: ownersOf(named),
    due: due ? { text: due.text, span: [due.span[0], due.span[1]], on: due.on } : null,
  }
  reading.found.push(decision)
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

function spokenIn({ text, on }: Reading, [from, to]: readonly [number, number]): NamedDay | null {
  const spoken = readSpokenDay(text.slice(from, to), on)
  if (!spoken) return null
  const start = from + spoken.start
  return { text: spoken.text, span: [start, start + spoken.text.length], on: spoken.on }
}

/** Somebody by name is told to do it: 各乡镇要高度重视 alone is an appeal. */
const isCharged = ({ agencies, due }: MinutesSentence): boolean =>
  agencies.length > 0 && (due?.on != null || agencies.some(({ name }) => !GENERAL.test(name)))

/** Sentences of one paragraph, each beginning a decision, going on with one, or only talking. */
function readSentences(reading: Reading, paragraph: MinutesParagraph): void {
  let current: ReadDecision | null = null
  let begins = paragraph.number !== null
  for (const sentence of paragraph.sentences) {
    const { reads } = sentence
    if (CONVENES.test(reads.trim())) continue
    const talks = TALKS.test(reads)
    const decides = DECIDES.test(reads)
    if (OPENS_LIST.test(reads.trim()) && !isCharged(sentence)) {
      reading.inList = true
      continue
    }
    if (decides) reading.inList = true
    if (talks && !isCharged(sentence)) {
      reading.inList = false
      current = null
      continue
    }
    const own = isCharged(sentence) || decides || (reading.inList && begins) || isNote(sentence, reading)
    begins = false
    if (current && (!own || current.owners.length === 0 || (SUPPORTS.test(reads) && !decides && !sentence.due?.on)))
      extend(reading, current, sentence)
    else if (own) current = begin(reading, [sentence])
  }
}

/** 服务站验收——科技局，10月底前: a known name and a day without any verb, in notes taken by hand. */
const isNote = (sentence: MinutesSentence, { known, text, on }: Reading): boolean =>
  dueOf(sentence, { on, text })?.on != null &&
  knownNamesIn(sentence, { known, text }).length > 0 &&
  !TALKS.test(sentence.reads)

const isHeading = (paragraph: MinutesParagraph): boolean => {
  const [only, ...others] = paragraph.sentences
  return (
    paragraph.number !== null && only !== undefined && others.length === 0 && paragraph.clause === null &&
    !isCharged(only) && HEADING.test(only.reads.trim()) && !only.due?.on && /^关于|(?:工作|问题|事项|建设|情况)[。:]?$/.test(only.reads.trim())
  ) // biome-ignore format: one question
}

/** The opening sentence names many agencies and charges none of them. */
function withoutConvening(paragraph: MinutesParagraph, text: string): MinutesParagraph {
  const { sentences, clause, span } = paragraph
  const kept = sentences.filter(({ reads }) => !CONVENES.test(reads.trim()))
  const attends = clause !== null && ATTENDS.test(text.slice(...clause.span))
  const convenes =
    kept.length < sentences.length && clause !== null && ATTENDS.test(text.slice(span[0], clause.span[1]))
  return { ...paragraph, sentences: kept, clause: attends || convenes ? null : clause }
}

function readParagraph(reading: Reading, given: MinutesParagraph): void {
  if (given.number !== null && given.number.kind === reading.topicKind) {
    reading.topic = null
    reading.topicKind = null
  }
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
  if (isHeading(paragraph)) {
    reading.topic = plainWords(sentences)
    reading.topicKind = paragraph.number?.kind ?? null
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
    paragraph.number !== null && first !== undefined && /^[^,;:]{2,16}。$/.test(first.reads.trim()) && !DECIDES.test(first.reads) &&
    !isCharged(first) && !first.due?.on && rest.some(isCharged) // biome-ignore format: one question
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
  const reading: Reading = { ...input, inList: false, topic: null, topicKind: null, found: [] }
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
  return {
    head: readHead(input.paragraphs, input.text),
    decisions: reading.found.filter(({ words }) => words.length >= 4),
  }
}
