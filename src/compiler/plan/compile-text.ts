import type { Span } from '#kernel/span.ts'
import type { AgencyMention, Due, PlanTarget } from '../compiled-plan.ts'
import { Passage } from './passage.ts'
import { lastDay } from './quantities/calendar.ts'
import type { QuantityContext } from './quantities/context.ts'
import { readDue } from './quantities/read-due.ts'
import { readTargets } from './quantities/read-targets.ts'
import { OPEN_SETTING, settingOf } from './quantities/setting.ts'
import { findTimes } from './quantities/times.ts'
import { clausesOf } from './read-plan-text.ts'
import { quoteTarget } from './read-quantities.ts'
import { agenciesOf, mentionOf, settleRoles } from './responsibility/assign-roles.ts'
import { outsideClauses } from './responsibility/find-clauses.ts'
import type { FoundClause, Mention } from './responsibility/parse-clause.ts'
import { type Act, actsIn } from './responsibility/sentence-acts.ts'
import { type KnownNames, knownNames } from './responsibility/spoken-agencies.ts'
import { numberLines } from './structure/line-numbers.ts'
import { partRunInItems } from './structure/run-in-items.ts'
import { setRows } from './tables/set-rows.ts'
import { COUNTED } from './text/counted.ts'
import { shapeOf } from './text/line-shape.ts'
import { paintMarkup } from './text/markup-left.ts'
import { assembleParagraphs, type Paragraph } from './text/paragraphs.ts'
import { passageOf, type Range, type ReadingText, readLines, spanOf } from './text/reading-text.ts'
import { splitLines } from './text/split-lines.ts'

/** One sentence, or the part of it that tells one actor what to do. */
export interface TextSentence {
  span: Span
  /** As written, line breaks inside gone. */
  written: string
  /** In reading form (half-width marks and digits), of the same length. */
  reads: string
  agencies: readonly AgencyMention[]
  due: Due | null
  /** The figures it sets, typed as a plan's are. */
  targets: readonly PlanTarget[]
  /** It says what has been so, not what is to be: 今年以来，全县已有86家……. */
  tells: boolean
}

/** A paragraph of a text that is no plan: minutes, a speech, a letter. */
export interface TextParagraph {
  span: Span
  /** The number it begins with, as written without brackets or dot; null when it has none. */
  number: { kind: string; text: string } | null
  /** It is a row of a table; its first sentence is the cell that says what is to be done. */
  row: boolean
  sentences: readonly TextSentence[]
  /** What its brackets and labels say of who answers and until when; null when there are none. */
  clause: { span: Span; agencies: readonly AgencyMention[]; due: Due | null } | null
}

/**
 * Takes a text apart with the plan compiler's own grammar, without looking for tasks: paragraphs and sentences, each with
 * the agencies it charges and the deadline it sets. Never throws. All spans index `text` as given.
 * @param on the day of the text, `YYYY-MM-DD`: 10月底前 and 一个月内 are counted from it
 * @param known names of the register of agencies, which need no words of charging from a list
 */
export function compileText(text: string, on: string, known: readonly string[] = []): TextParagraph[] {
  const painted = paintMarkup(text)
  const reading = numberLines(setRows(readLines(text, painted, splitLines(painted))).reading)
  const paragraphs = partRunInItems(reading.text, assembleParagraphs(reading, shapeOf(reading)))
  const context = { period: null, issuedOn: on, titleYear: null, level: '县', today: null }
  const reader = { reading, context, names: knownNames(known) }
  return withClauses(reading.text, paragraphs).map((paragraph) => readParagraph(reader, paragraph))
}

type Claused = Paragraph & { clauses: FoundClause[] }

/** Lines of labels below a paragraph (责任单位：…, 配合单位：…, 完成时限：…) speak for it, together. */
function withClauses(text: string, paragraphs: readonly Paragraph[]): Claused[] {
  const found: Claused[] = []
  for (const paragraph of paragraphs) {
    const clauses = clausesOf(text, paragraph)
    const above = found.at(-1)
    const isLine = !paragraph.row && paragraph.number === undefined
    const isAlone = clauses.length > 0 && isLine && outsideClauses(bodyOf(paragraph), clauses).length === 0
    const isSaid =
      above && (above.number || above.clauses.length > 0 || /[。;]$/.test(text.slice(above.start, above.end)))
    if (!isAlone || !isSaid) found.push({ ...paragraph, clauses })
    else Object.assign(above, { end: paragraph.end, clauses: [...above.clauses, ...clauses] })
  }
  return found
}

const bodyOf = ({ start, end, number, row }: Paragraph): Range => ({
  start: row ? row.title.start : start + (number?.length ?? 0),
  // Cells that say who may stand before the one that says what.
  end: row ? Math.max(row.title.end, row.clause?.outerStart ?? end) : end,
})

interface Reader {
  reading: ReadingText
  context: QuantityContext
  names: KnownNames
}

function readParagraph(reader: Reader, paragraph: Claused): TextParagraph {
  const { reading, context } = reader
  const { start, end, number, row, clauses } = paragraph
  const body = bodyOf(paragraph)
  return {
    span: spanOf(reading, start, end),
    number: number ? { kind: number.kind, text: number.text } : null,
    row: row !== undefined,
    sentences: (row ? [body] : outsideClauses(body, clauses))
      .flatMap((piece) => sentencesIn(reading, piece))
      .flatMap((range) => readActs(reader, range)),
    clause: clauses.length === 0 ? null : readClauses(reading, clauses, context),
  }
}

/** A sentence in its parts, each with who acts in it and until when. */
function readActs(reader: Reader, { start, end }: Range): TextSentence[] {
  const { reading, context, names } = reader
  const dueIn = (clause: Range) => readDue(passageOf(reading, start + clause.start, start + clause.end), context)
  const acts = actsIn(reading.text.slice(start, end), names, (clause) => dueIn(clause)?.on != null)
  return acts.map((act) => readAct(reader, start, act))
}

function readAct({ reading, context }: Reader, base: number, { start: from, end: to, mentions }: Act): TextSentence {
  const [start, end] = [base + from, base + to]
  const reads = reading.text.slice(start, end)
  const roles = settleRoles(mentions, false)
  const targets = targetsIn(reading, { start, end }, { context, base, mentions })
  return {
    span: spanOf(reading, start, end),
    written: reading.written.slice(start, end),
    reads,
    agencies: mentions.map((mention, i) =>
      mentionOf(reading, { start: base + mention.start, end: base + mention.end }, roles[i] ?? 'participant'),
    ),
    due:
      readDue(passageOf(reading, start, end), context) ?? dueOfFigures(reading, { start, end }, { context, targets }),
    targets,
    tells: reads.split(/[,;]/).reduce((setting, words) => settingOf(words, setting, context), OPEN_SETTING).past,
  }
}

/** 三季度走访企业60家: the time a figure is for is the day of its act, where no other is set. */
function dueOfFigures(
  reading: ReadingText,
  { start, end }: Range,
  { context, targets }: { context: QuantityContext; targets: readonly PlanTarget[] },
): Due | null {
  const ends = targets.flatMap(({ period, periodFrom }) => (period && periodFrom === 'words' ? [period.end] : []))
  const words = reading.text.slice(start, end)
  const word = findTimes(words).find(
    (time) => time.cue !== 'from' && words[time.end] !== '起' && ends.includes(lastDay(time, context) ?? ''),
  )
  if (!word) return null
  const [from, to] = [start + word.start, start + word.end]
  return {
    text: reading.written.slice(from, to),
    span: spanOf(reading, from, to),
    on: lastDay(word, context),
    kind: 'year',
  }
}

/** Figures of an act; who acts is no part of what is counted. */
function targetsIn(
  reading: ReadingText,
  { start, end }: Range,
  { context, base, mentions }: { context: QuantityContext; base: number; mentions: readonly Mention[] },
): PlanTarget[] {
  let text = reading.text.slice(start, end)
  for (const mention of mentions) {
    const [from, to] = [base + mention.start - start, base + mention.end - start]
    if (from >= 0) text = text.slice(0, from) + ','.repeat(to - from) + text.slice(to)
  }
  const clause = {
    passage: new Passage(text, reading.at, start),
    taskId: null,
    path: [],
    kind: 'task' as const,
    dueOn: null,
  }
  const { targets } = readTargets([clause], context)
  for (const target of targets) quoteTarget(reading, target)
  return targets
}

function readClauses(reading: ReadingText, clauses: readonly FoundClause[], context: QuantityContext) {
  const first = clauses[0]?.outerStart ?? 0
  const last = clauses.at(-1)?.outerEnd ?? first
  const dated = clauses.flatMap(({ due }) => (due ? [due] : []))
  const due = dated.flatMap(({ start, end }) => readDue(passageOf(reading, start, end), context) ?? [])
  return {
    span: spanOf(reading, first, last),
    agencies: agenciesOf(reading, clauses, false),
    due: due[0] ?? readDue(passageOf(reading, first, last), context),
  }
}

const STOP = /[。;!?]/
/** A stop of half width, as text from a PDF has it, stands behind one of these. */
const HAN = /[一-龥)”]/
/** 一是抓进度,二是抓质量: what is counted up in speech is parted at commas too. */
const ITEM = new RegExp(COUNTED, 'y')

function isCounted(text: string, at: number): boolean {
  ITEM.lastIndex = at
  return ITEM.test(text)
}

/** Notes without any mark part their words by blanks: 专项资金自评 计财股牵头 6月20日前报财政局. */
const BLANK = /^[一-龥][ \u3000]+$/

/** Sentences and their parts; a stop inside brackets or quotation marks ends nothing. */
function sentencesIn({ text, source, at }: ReadingText, { start, end }: Range): Range[] {
  const found: Range[] = []
  const isNote = !/[,;。]/.test(text.slice(start, end))
  let [from, depth] = [start, 0]
  const close = (to: number) => {
    if (text.slice(from, to).replace(/[\s。;,由]/g, '') !== '') found.push({ start: from, end: to })
    from = to
  }
  for (let i = start; i < end; i++) {
    const mark = text[i] ?? ''
    if ('(“《'.includes(mark)) depth++
    else if (')”》'.includes(mark)) depth = Math.max(0, depth - 1)
    else if (
      depth === 0 &&
      (STOP.test(mark) ||
        (isNote && BLANK.test(source.slice(at[i], at[i + 1]))) ||
        (mark === '.' && HAN.test(text[i - 1] ?? '')) ||
        (mark === ',' && isCounted(text, i + 1)))
    )
      close(i + 1)
  }
  close(end)
  return found
}
