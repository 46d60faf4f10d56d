import type { FoundClause } from '../responsibility/found-clause.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { type OutlineNode, titleOf, walk } from './outline.ts'

/** A paragraph that says less than this beside its bracket is no task. */
const LEAST_WORDS = 12

/**
 * Under a heading without numbered items, paragraphs that each end with who is responsible are tasks of their own:
 * 加快岸线整治。……（责任单位：……）\n推进河道清淤。……（责任单位：……）. They become items without a number. Only in text whose
 * lines are the author's: in torn text a paragraph's end is a guess.
 */
export function splitUnnumbered(
  text: string,
  paragraphs: readonly Paragraph[],
  roots: readonly OutlineNode[],
  clauses: ReadonlyMap<number, readonly FoundClause[]>,
): void {
  for (const node of walk(roots)) {
    if (node.children.length > 0 || clauses.has(node.first)) continue
    const items: number[] = []
    for (let i = node.first + 1; i < node.after; i++) {
      const paragraph = paragraphs[i]
      const last = clauses.get(i)?.at(-1)
      if (
        paragraph &&
        last?.bracketed &&
        paragraph.end - last.outerEnd <= 1 &&
        last.outerStart - paragraph.start >= LEAST_WORDS
      )
        items.push(i)
    }
    if (items.length < 2) continue
    node.after = items[0] ?? node.after
    items.forEach((first, k) => {
      const paragraph = paragraphs[first]
      if (!paragraph) return
      node.children.push({
        number: { kind: 'numParen', ordinal: k + 1, text: '', length: 0 },
        parent: node,
        children: [],
        depth: node.depth + 1,
        first,
        after: items[k + 1] ?? first + 1,
        title: titleOf(text, paragraph),
        heading: 'main',
        role: node.role,
      })
    })
  }
}
