import type { Mark } from './mark.ts'
import { type Segment, segmentText } from './segment-text.ts'

/** One line of the source as published, with the marks on it. */
export interface Paragraph {
  start: number
  /** Without the line break. */
  segments: readonly Segment[]
  /** Characters, for guessing its height before it is drawn. */
  length: number
  items: ReadonlySet<string>
}

/** The text in paragraphs, each line break ending one. */
export function paragraphsOf(text: string, marks: readonly Mark[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let segments: Segment[] = []
  let start = 0
  const close = (next: number) => {
    const items = new Set(segments.flatMap((s) => s.marks.map((m) => m.item)))
    const length = segments.reduce((sum, s) => sum + s.end - s.start, 0)
    paragraphs.push({ start, segments, length, items })
    segments = []
    start = next
  }
  for (const segment of segmentText(text, marks)) {
    if (text.slice(segment.start, segment.end) === '\n') close(segment.end)
    else segments.push(segment)
  }
  close(text.length)
  return paragraphs
}

/** Whether two paragraphs of one text look the same: cut at the same places, under the same marks. */
export const isSameParagraph = (a: Paragraph, b: Paragraph): boolean =>
  a.start === b.start &&
  a.segments.length === b.segments.length &&
  a.segments.every(({ start, end, marks }, i) => {
    const other = b.segments[i]
    return other?.start === start && other.end === end && haveSameLook(marks, other.marks)
  })

const haveSameLook = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length &&
  a.every(({ kind, item, severity, span }, i) => {
    const other = b[i]
    return other?.kind === kind && other.item === item && other.severity === severity && other.span[0] === span[0]
  })
