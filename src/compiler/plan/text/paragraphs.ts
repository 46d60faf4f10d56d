import { opensWithLabel } from '../responsibility/line-clauses.ts'
import { areNames, endsWithLabel, isLabelAlone } from '../responsibility/listed-names.ts'
import type { NumberToken } from '../structure/numbering.ts'
import { isPlanTitle } from '../structure/title-shape.ts'
import type { TableRow } from '../tables/table-row.ts'
import { endsSentence, type LineShape, opensItem } from './line-shape.ts'
import { closesAfter, feedBrackets, isOpenAt, type OpenBrackets } from './open-brackets.ts'
import type { Line, Range, ReadingText } from './reading-text.ts'

/** What the author wrote as one paragraph: a range of the reading text, its line breaks gone. */
export interface Paragraph {
  start: number
  end: number
  /** The number it begins with. */
  number: NumberToken | undefined
  /** An empty line stands before it. */
  afterGap: boolean
  /** It is a row of a task table. */
  row?: TableRow
  /** The lines of agencies below the label it ends with. */
  names?: Range[]
}

/** Lines that stand alone wherever they are: a date, （此件公开发布）, an annex, a bulleted sentence, a role line. */
const ALONE =
  /^(?:\d{4}年\d{1,2}月(?:\d{1,2}日?)?|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\(此件[^()]{2,12}\)|\(联系人.*|附件[\d一二三四五六七八九十:].*|——.*)$/
const OPENS_ALONE = /^(?:附件\d*(?::|$)|——|专栏\d+)/

const HEADING_REACH = 60
/** A line of a title, a signature or an addressee fills less of the page than this. */
const TITLE_SHARE = 0.85

/** No paragraph begins with these. */
const NEVER_FIRST = ',。;:、)〕》”%!?'
/** A line that ends with one of these goes on. */
const MID_SENTENCE = '、,(《“'
/** PDF text is torn at quotation marks and commas wherever they stand. */
const TORN_AFTER = /[、,“”《(]/
const TORN_BEFORE = /[“”》、,]/

interface Open extends Paragraph {
  last: Line
  brackets: OpenBrackets
  /** No numbered paragraph stands above it. */
  beforeNumbers: boolean
}

/** Whether the line goes on from the open paragraph rather than beginning a new one. */
function continues(reading: ReadingText, shape: LineShape, open: Open, line: Line): boolean {
  const { text } = reading
  const numberAlone = open.number !== undefined && open.end - open.start <= open.number.length
  if (numberAlone) return !line.number
  if (NEVER_FIRST.includes(text[line.start] ?? '')) return shape.wrapped
  if (isOpenAt(open.brackets, open.end)) {
    const closes = closesAfter(text, line.start)
    if (closes >= 0 && (shape.wrapped || closes < 200)) return !isNextNumber(text, open, line)
  }
  if (!line.number && endsWithLabel(text, open)) return true
  return shape.wrapped && !line.afterGap && continuesTorn(reading, shape, open, line)
}

/** The same in text torn by a page's width, where most line ends mean nothing. */
function continuesTorn(reading: ReadingText, shape: LineShape, open: Open, line: Line): boolean {
  const { text } = reading
  const ends = endsSentence(text, open)
  const opening = text.slice(line.start, Math.min(line.end, line.start + 24))
  if (ends && (OPENS_ALONE.test(opening) || opensWithLabel(opening))) return false
  if (isAlone(text, line) || (open.last.start === open.start && isAlone(text, open))) return false
  const mid = MID_SENTENCE.includes(text[open.end - 1] ?? '')
  if (!mid && (line.number || opensItem(text, line))) return false
  if (shape.indented) return line.indent < 2
  if (isWholeHeading(reading, shape, open, line)) return false
  const isTitleLine = open.last.width < shape.width * TITLE_SHARE && open.number === undefined
  if (isTitleLine && !mid && stopsAsTitle(reading, open, line)) return false
  return mid || !ends || open.last.width >= shape.width - 4
}

/** A date, （此件公开发布） and the like have a line of their own. */
const isAlone = (text: string, { start, end }: { start: number; end: number }): boolean =>
  end - start <= 24 && ALONE.test(text.slice(start, end))

/** The number after the open paragraph's, or any number after a finished sentence: the bracket was never closed. */
function isNextNumber(text: string, open: Open, { number }: Line): boolean {
  if (!number) return false
  const isNext = number.kind === open.number?.kind && number.ordinal === open.number.ordinal + 1
  return isNext || endsSentence(text, open)
}

/** Above the first number titles, addressees and signatures end with their line; further down only a plan's title does. */
function stopsAsTitle({ text }: ReadingText, open: Open, line: Line): boolean {
  if (open.beforeNumbers) return !/^[《“(〔]/.test(text.slice(line.start, line.start + 1)) || endsSentence(text, open)
  return open.end - open.start < 140 && isPlanTitle(text.slice(open.start, open.end))
}

/** 二、主要任务 on a line of its own: no full stop, short, and the kind does not run into its body elsewhere. */
function isWholeHeading({ text }: ReadingText, shape: LineShape, open: Open, next: Line): boolean {
  if (!open.number || shape.runIn.has(open.number.kind) || open.end - open.start > HEADING_REACH) return false
  const isTorn = TORN_AFTER.test(text[open.end - 1] ?? '') || TORN_BEFORE.test(text[next.start] ?? '')
  return !isTorn && open.last.width < shape.width - 4 && !text.slice(open.start, open.end).includes('。')
}

/** 牵头单位： stands alone and the agencies below it, a line each, numbered perhaps, or a line for all. */
function nameOf(text: string, open: Open, { start, end, number }: Line): Range | undefined {
  const name = { start: start + (number?.length ?? 0), end }
  return (open.names !== undefined || isLabelAlone(text, open)) && areNames(text, name) ? name : undefined
}

/** Joins lines into paragraphs. */
export function assembleParagraphs(reading: ReadingText, shape: LineShape): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Open | undefined
  let beforeNumbers = true
  reading.lines.forEach((line, index) => {
    if (line.row) {
      const { start, end, number } = line.row
      paragraphs.push({ start, end, number, afterGap: line.afterGap, row: line.row })
      open = undefined
      return
    }
    const name = open && nameOf(reading.text, open, line)
    if (open && name) open.names = [...(open.names ?? []), name]
    if (open && (name || continues(reading, shape, open, line))) {
      open.end = line.end
      open.last = line
      feedBrackets(open.brackets, reading.text, line)
      return
    }
    const { start, end, number, afterGap } = line
    if (number && index > 2) beforeNumbers = false
    open = { start, end, number, afterGap, last: line, beforeNumbers, brackets: [] }
    feedBrackets(open.brackets, reading.text, line)
    paragraphs.push(open)
  })
  return paragraphs
}
