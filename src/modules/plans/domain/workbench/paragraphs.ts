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
