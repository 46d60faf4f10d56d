/** A stretch of a text under the same marks. */
export interface MarkedPiece {
  start: number
  text: string
  decisionId: string | null
  /** What of the decision stands there. */
  kind: 'words' | 'owner' | 'due' | null
}

interface MarkedDecision {
  id: string
  span: readonly [number, number]
  owners: readonly { span: readonly [number, number] }[]
  due: { span: readonly [number, number] } | null
}

const within = (at: number, [start, end]: readonly [number, number]): boolean => at >= start && at < end

/** The text in lines of pieces, cut where a decision, an owner or a day begins and ends; the pieces and line breaks together are the text. */
export function cutMarks(text: string, decisions: readonly MarkedDecision[]): MarkedPiece[][] {
  const edges = decisions.flatMap(({ span, owners, due }) => [
    ...span,
    ...owners.flatMap((one) => one.span),
    ...(due ? due.span : []),
  ])
  const cuts = [...new Set([0, ...edges.filter((at) => at > 0 && at < text.length)])].sort((a, b) => a - b)
  const lines: MarkedPiece[][] = [[]]
  cuts.forEach((start, i) => {
    const decision = decisions.find(({ span }) => within(start, span))
    const isOwner = decision?.owners.some(({ span }) => within(start, span)) === true
    const isDue = decision?.due ? within(start, decision.due.span) : false
    const kind = decision ? (isOwner ? 'owner' : isDue ? 'due' : 'words') : null
    let at = start
    for (const [n, words] of text
      .slice(start, cuts[i + 1] ?? text.length)
      .split('\n')
      .entries()) {
      if (n > 0) {
        lines.push([])
        at += 1
      }
      if (words !== '') lines.at(-1)?.push({ start: at, text: words, decisionId: decision?.id ?? null, kind })
      at += words.length
    }
  })
  return lines
}
