import { type PageFacts, readPageFacts } from './head/page-facts.ts'
import { findClauses } from './responsibility/find-clauses.ts'
import { listedClause } from './responsibility/listed-names.ts'
import type { FoundClause } from './responsibility/parse-clause.ts'
import { FIRST_IS_LEAD } from './responsibility/role-words.data.ts'
import { dropAnnexNumbers, dropLabelNumbers, withoutContents } from './structure/contents.ts'
import { numberLines } from './structure/line-numbers.ts'
import { buildOutline, type OutlineNode, walk } from './structure/outline.ts'
import { findParts, type Part } from './structure/parts.ts'
import { partCounted, partRunInItems } from './structure/run-in-items.ts'
import { isTitle } from './structure/title-shape.ts'
import { numberByClause, numberByShape } from './structure/unwritten-numbers.ts'
import { setRows } from './tables/set-rows.ts'
import { withoutDoubles } from './text/doubled-lines.ts'
import { withoutFurniture } from './text/furniture.ts'
import { shapeOf } from './text/line-shape.ts'
import { restoreBreaks } from './text/lost-breaks.ts'
import { paintMarkup } from './text/markup-left.ts'
import { assembleParagraphs, type Paragraph } from './text/paragraphs.ts'
import { type Range, type ReadingText, readLines } from './text/reading-text.ts'
import { splitLines } from './text/split-lines.ts'

export interface OutlinedPart extends Part {
  roots: OutlineNode[]
}

/** The document taken apart, before anything is decided about tasks. */
export interface PlanText {
  reading: ReadingText
  facts: PageFacts
  paragraphs: Paragraph[]
  parts: OutlinedPart[]
  /** The clauses of each paragraph that has any, by the paragraph's number. */
  clauses: Map<number, FoundClause[]>
  /** The clauses in the own paragraphs of each numbered heading. */
  clausesByNode: Map<OutlineNode, FoundClause[]>
  firstIsLead: boolean
  /** What of the layout had to be guessed or left out. */
  doubts: Readonly<Record<'lost' | 'doubled' | 'unread' | 'shaped', readonly Range[]>>
}

/**
 * In collections of documents every title has a running number (7. 某市关于印发……的通知); it numbers no task. Below a
 * title of its own 一、重点工作任务 is a heading, whatever it ends with.
 */
function dropTitleNumbers(text: string, paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs.slice(0, 3)) {
    const { number } = paragraph
    if (number === undefined) {
      if (isTitle(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 160)))) return
      continue
    }
    const words = text.slice(paragraph.start + number.length, Math.min(paragraph.end, paragraph.start + 160))
    if (!/^.{2,60}(?:关于|印发|转发)/.test(words) && !isTitle(words.replace(/\(\d{4}年[^()]*\)$/, ''))) return
    paragraph.start += number.length
    paragraph.number = undefined
  }
}

/** 落实生均经费（市财政局、市教育局）: who is responsible is no part of the title. */
function endBeforeClause({ title }: OutlineNode, clauses: readonly FoundClause[] | undefined): void {
  const first = clauses?.find(({ outerStart, outerEnd }) => outerStart > title.start && outerEnd > title.start)
  if (first && first.outerStart < title.end) title.end = first.outerStart
}

/** The clauses of one paragraph, row or list. */
export function clausesOf(text: string, { start, end, row, names }: Paragraph): FoundClause[] {
  const listed = names && listedClause(text, start, names)
  if (listed) return [listed]
  return row ? (row.clause ? [row.clause] : []) : findClauses(text, start, end)
}

export function readPlanText(source: string): PlanText {
  const painted = paintMarkup(source)
  const { reading: whole, lost } = restoreBreaks(readLines(source, painted, splitLines(painted)))
  const { facts, isFact } = readPageFacts(whole)
  const { reading: once, doubled } = withoutDoubles(withoutFurniture(whole, isFact))
  const { reading: tabled, unread } = setRows(once)
  const reading = numberLines(tabled)
  const shape = shapeOf(reading)
  const written = partRunInItems(reading.text, withoutContents(reading.text, assembleParagraphs(reading, shape)))
  dropTitleNumbers(reading.text, written)
  dropAnnexNumbers(reading.text, written)
  dropLabelNumbers(reading.text, written)
  const shaped = numberByShape(reading.text, written)
  const paragraphs = partCounted(reading.text, written)
  const clauses = new Map<number, FoundClause[]>()
  paragraphs.forEach((paragraph, i) => {
    const found = clausesOf(reading.text, paragraph)
    if (found.length > 0) clauses.set(i, found)
  })
  if (!shape.wrapped) numberByClause(paragraphs, clauses)
  const parts = findParts(reading, paragraphs).map((part) => ({
    ...part,
    roots: buildOutline(reading.text, paragraphs, part),
  }))
  for (const { roots } of parts) for (const node of walk(roots)) endBeforeClause(node, clauses.get(node.first))
  const clausesByNode = new Map<OutlineNode, FoundClause[]>()
  for (const part of parts) {
    for (const node of walk(part.roots)) {
      const own: FoundClause[] = []
      for (let i = node.first; i < node.after; i++) own.push(...(clauses.get(i) ?? []))
      if (own.length > 0) clausesByNode.set(node, own)
    }
  }
  FIRST_IS_LEAD.lastIndex = 0
  const firstIsLead = FIRST_IS_LEAD.test(reading.text)
  return {
    reading,
    facts,
    paragraphs,
    parts,
    clauses,
    clausesByNode,
    firstIsLead,
    doubts: { lost, doubled, unread, shaped },
  }
}
