import type { Mark } from './mark.ts'

/** A run of text over which the same marks lie. */
export interface Segment {
  start: number
  end: number
  /** Outermost first; the last is the one a click means. */
  marks: readonly Mark[]
}

/**
 * Cuts a text at every edge of a mark and every line break, so that marks may nest and overlap freely.
 * The segments cover the text without gap or overlap; marks are clipped to the text and empty ones ignored.
 */
export function segmentText(text: string, marks: readonly Mark[]): readonly Segment[] {
  const clip = (at: number) => Math.min(text.length, Math.max(0, at))
  const present = marks
    .map((mark) => ({ mark, start: clip(mark.span[0]), end: clip(mark.span[1]) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const edges = edgesOf(text, present)
  const segments: Segment[] = []
  let open: typeof present = []
  let next = 0
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1]
    if (end === undefined) break
    open = open.filter((m) => m.end > start)
    for (let m = present[next]; m && m.start <= start; m = present[++next]) open.push(m)
    segments.push({
      start,
      end,
      marks: [...open].sort((a, b) => b.end - b.start - (a.end - a.start)).map((m) => m.mark),
    })
  }
  return segments
}

function edgesOf(text: string, present: readonly { start: number; end: number }[]): readonly number[] {
  const edges = new Set([0, text.length])
  for (const { start, end } of present) edges.add(start).add(end)
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) edges.add(at).add(at + 1)
  return [...edges].sort((a, b) => a - b)
}
