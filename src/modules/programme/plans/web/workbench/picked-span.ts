import type { Span } from '#kernel/span.ts'

export interface PickedText {
  span: Span
  text: string
  box: DOMRect
}

function offsetOf(node: Node | null, offset: number): number | null {
  const element = node instanceof Element ? node : node?.parentElement
  const start = element?.closest('[data-start]')?.getAttribute('data-start')
  if (start === null || start === undefined || node?.nodeType !== Node.TEXT_NODE) return null
  return Number(start) + offset
}

/** The words a reader has selected in the source, as a span of it without white space at its ends. */
export function pickedSpan(selection: Selection | null, text: string): PickedText | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ]
  if (start === null || end === null || end <= start) return null
  const words = text.slice(start, end)
  const span: Span = [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)]
  return span[1] > span[0] ? { span, text: text.slice(...span), box: range.getBoundingClientRect() } : null
}
