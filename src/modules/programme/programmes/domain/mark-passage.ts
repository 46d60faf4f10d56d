export type MarkKind = 'title' | 'agency' | 'target' | 'due'

export interface PassageMark {
  kind: MarkKind
  /** In the text of the whole plan. */
  span: readonly [number, number]
}

export interface PassagePiece {
  text: string
  /** Everything this piece belongs to. */
  kinds: readonly MarkKind[]
}

/**
 * Cuts a passage where marks begin and end, so that each piece is marked alike throughout; the pieces together are the
 * passage. Marks may overlap and reach beyond it.
 * @param start where the passage begins in the text of the plan
 */
export function markPassage(text: string, start: number, marks: readonly PassageMark[]): readonly PassagePiece[] {
  const end = start + text.length
  const inside = (at: number) => at > start && at < end
  const cuts = [start, ...marks.flatMap(({ span }) => span).filter(inside), end]
  const edges = [...new Set(cuts)].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? end
    const kinds = marks.filter(({ span }) => span[0] <= from && span[1] >= to).map(({ kind }) => kind)
    return { text: text.slice(from - start, to - start), kinds: [...new Set(kinds)] }
  })
}
