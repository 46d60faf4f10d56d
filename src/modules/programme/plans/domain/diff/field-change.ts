import type { Span } from '#kernel/span.ts'
import type { DiffField, FieldChange } from '../plan-diff.ts'
import { plain } from './similarity.ts'

interface Wording {
  text: string
  span: Span | null
}

/** The change of one field, or none when both wordings read the same. */
export function change(field: DiffField, before: Wording, after: Wording): FieldChange[] {
  if (plain(before.text) === plain(after.text)) return []
  return [
    {
      field,
      before: before.text,
      after: after.text,
      beforeSpan: before.span,
      afterSpan: after.span,
      dropped: [],
      added: [],
    },
  ]
}

/** From the first of several spans to the end of the last. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  return [Math.min(...spans.map((span) => span[0])), Math.max(...spans.map((span) => span[1]))]
}
