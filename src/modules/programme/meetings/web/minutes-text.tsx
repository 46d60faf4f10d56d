import { useMemo } from 'react'
import type { Span } from '#kernel/span.ts'
import type { DecisionView } from '../contract.ts'
import { cutMarks } from '../domain/cut-marks.ts'

interface MinutesTextProps {
  text: string
  decisions: readonly DecisionView[]
  selected: string | null
  onSelect: (decisionId: string) => void
  onPick: (span: Span | null) => void
}

/** Where a place of the selection stands in the text. */
function offsetOf(node: Node | null, offset: number): number | null {
  const start = node?.parentElement?.closest('[data-start]')?.getAttribute('data-start')
  return start === null || start === undefined || node?.nodeType !== Node.TEXT_NODE ? null : Number(start) + offset
}

function pickedSpan(): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ]
  return start === null || end === null || end - start < 4 ? null : [start, end]
}

/** The minutes as handed in, every decision underlined, its agencies and its day marked. */
export function MinutesText({ text, decisions, selected, onSelect, onPick }: MinutesTextProps) {
  const lines = useMemo(
    () =>
      cutMarks(
        text,
        decisions.map(({ id, read }) => ({ id, ...read })),
      ),
    [text, decisions],
  )
  return (
    // The decisions on the right are reached by the keyboard and select the same.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- see above
    <div
      className="minutes-text"
      lang="zh-CN"
      onMouseUp={() => onPick(pickedSpan())}
      onClick={(e) => {
        const id = e.target instanceof Element ? e.target.closest('[data-id]')?.getAttribute('data-id') : null
        if (id && pickedSpan() === null) onSelect(id)
      }}
    >
      {lines.map((pieces, n) => (
        <p key={n}>
          {pieces.map(({ start, text: words, decisionId, kind }) => (
            <span
              key={start}
              data-start={start}
              data-id={decisionId ?? undefined}
              data-kind={kind ?? undefined}
              data-selected={decisionId !== null && decisionId === selected}
            >
              {words}
            </span>
          ))}
        </p>
      ))}
    </div>
  )
}
