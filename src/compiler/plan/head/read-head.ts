import type { Span } from '#kernel/span.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { type ReadingText, spanOf } from '../text/reading-text.ts'
import { findDate, readDateLine } from './dates.ts'
import { findDocumentNumber, readDocumentNumberLine } from './document-number.ts'
import type { PageFacts } from './page-facts.ts'
import { findPlanTitle, findTopTitle, type HeadLine, titleOfIssued } from './title.ts'

export interface DocumentHead {
  title: string
  titleSpan: Span
  /** The title of the notice that sends the plan round, or the plan's own. */
  noticeTitle: string
  /** Years in brackets on a line under the title: (2026—2028年); empty without. */
  subtitle: string
  issuer: string | null
  number: string | null
  issuedOn: string | null
  pageOn: string | null
}

const HEAD_PARAGRAPHS = 50
const TAIL_PARAGRAPHS = 8
const PREFIX = /^(?!关于)(.{2,60}?)(?:关于|印发|转发|公开征求)/
const SIGNS = /(?:政府|办公室|办公厅|局|委|厅|部|院|会|委员会|领导小组|中心|公司|处|室|署|银行)$/

const SUBTITLE = /^\(?20\d{2}年?(?:[-—–~至到]{1,2}(?:20)?\d{2}年?|度)?\)?$/

const headLine = ({ text }: ReadingText, paragraph: Paragraph): HeadLine => ({
  ...paragraph,
  text: text.slice(paragraph.start, paragraph.end),
})

const INLINE = /^(.{4,40}?(?:政府|办公室|办公厅|局|委员会|厅))(20\d{2}年\d{1,2}月\d{1,2}日)$/

/** A date on a line of its own under one or more agencies, or at the end of the last one. */
function findSignature(lines: readonly HeadLine[]): Pick<PageFacts, 'issuer' | 'issuedOn'> | undefined {
  for (const [i, line] of lines.entries()) {
    const issuedOn = readDateLine(line.text)
    if (issuedOn) {
      const above = lines.slice(Math.max(0, i - 12), i).map(({ text }) => text)
      const before = above.findLastIndex((words) => words.length > 40 || !SIGNS.test(words) || /[:。]/.test(words))
      return { issuer: above.slice(before + 1).join('、') || undefined, issuedOn }
    }
    const inline = INLINE.exec(line.text)
    if (inline) return { issuer: inline[1], issuedOn: findDate(inline[2] ?? '') }
  }
  return undefined
}

/** Reads who issued what and when, from the lines above the body, the page's table and the signature at either end. */
export function readHead(reading: ReadingText, paragraphs: readonly Paragraph[], facts: PageFacts): DocumentHead {
  const firstNumber = paragraphs.findIndex(({ number }) => number?.ordinal === 1)
  const headCount = Math.min(HEAD_PARAGRAPHS, firstNumber < 0 ? 20 : firstNumber)
  const lines = paragraphs.slice(0, headCount).map((paragraph) => headLine(reading, paragraph))
  const tail = paragraphs.slice(-TAIL_PARAGRAPHS).map((paragraph) => headLine(reading, paragraph))
  const top = findTopTitle(lines)
  const plan = findPlanTitle(lines, top)
  const noticeTitle = facts.title ?? top?.text ?? plan?.text ?? ''
  const shown = plan ?? top
  const signature = findSignature(lines) ?? findSignature(tail)
  const titleDate = lines
    .slice(0, 8)
    .map(({ text }) => /\(\d{4}年\d{1,2}月\d{1,2}日?\)/.exec(text)?.[0])
    .find(Boolean)
  const numberLine = lines.map(({ text }) => readDocumentNumberLine(text)).find(Boolean)
  const inTitle = top
    ? findDocumentNumber(lines.find((line) => line.start >= top.end)?.text.slice(0, 40) ?? '')
    : undefined
  return {
    title: written(reading, plan) ?? titleOfIssued(facts.title ?? written(reading, top) ?? noticeTitle),
    titleSpan: shown ? spanOf(reading, shown.start, shown.end) : [0, 0],
    noticeTitle,
    subtitle: lines.find(({ start, text }) => start >= (shown?.end ?? 0) && SUBTITLE.test(text))?.text ?? '',
    issuer: signature?.issuer ?? facts.issuer ?? PREFIX.exec(noticeTitle)?.[1] ?? null,
    number: facts.number ?? numberLine ?? inTitle ?? null,
    issuedOn: signature?.issuedOn ?? facts.issuedOn ?? findDate(titleDate ?? '') ?? null,
    pageOn: facts.pageOn ?? firstDateLine(lines) ?? null,
  }
}

const firstDateLine = (lines: readonly HeadLine[]): string | undefined =>
  lines.map(({ text }) => readDateLine(text)).find(Boolean)

const written = (
  reading: ReadingText,
  title: { start: number; end: number; text: string } | undefined,
): string | undefined => title && reading.written.slice(title.start, title.start + title.text.length)
