import { type MouseEvent, useMemo } from 'react'
import type { Span } from '#kernel/span.ts'
import { itemsInOrder, type Mark } from '../../domain/workbench/mark.ts'
import { paragraphsOf } from '../../domain/workbench/paragraphs.ts'
import { pickedSpan } from './picked-span.ts'
import { SourceParagraph } from './source-paragraph.tsx'
import './source-text.css'

interface SourceTextProps {
  /** As published; spans of marks index it. */
  text: string
  marks: readonly Mark[]
  selectedId: string | null
  onSelect: (item: string) => void
  /** Words the reader has selected with the mouse, to add something there; null when the selection is gone. */
  onPick?: (picked: { span: Span; text: string; box: DOMRect } | null) => void
}

/**
 * Characters up to which the whole text is laid out at once: scrolling then needs no layout at all. Beyond it paragraphs are
 * laid out as they come near, which opens faster and scrolls a little less evenly.
 */
const laidOutWhole = 150_000

/** Innermost first; a second click on the same words goes on to what lies around them. */
function chosenAmong(items: readonly string[], selected: string | null): string | undefined {
  const inwards = [...new Set([...items].reverse())]
  const at = selected === null ? -1 : inwards.indexOf(selected)
  return inwards[(at + 1) % inwards.length]
}

/** The document as it was published, with everything that was found in it underlined and lettered in the margin. */
export function SourceText({ text, marks, selectedId, onSelect, onPick }: SourceTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(text, marks), [text, marks])
  const count = useMemo(() => itemsInOrder(marks).length, [marks])
  const click = (e: MouseEvent) => {
    const picked = pickedSpan(window.getSelection(), text)
    onPick?.(picked)
    if (picked || !(e.target instanceof Element)) return
    const items = e.target.closest('[data-items]')?.getAttribute('data-items')?.split(' ') ?? []
    const item = chosenAmong(items, selectedId)
    if (item !== undefined) onSelect(item)
  }
  return (
    // The same can be done with the keys j and k; the mouse is the shorter way.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- j and k do the same
    <div
      className="source-text"
      data-thread-edge
      onClick={click}
      data-long={text.length > laidOutWhole}
      lang="zh-CN"
      role="document"
      aria-label={`原文，标出 ${count} 处`}
    >
      {paragraphs.map((paragraph) => (
        <SourceParagraph
          key={paragraph.start}
          text={text}
          paragraph={paragraph}
          selected={selectedId !== null && paragraph.items.has(selectedId) ? selectedId : null}
        />
      ))}
    </div>
  )
}
