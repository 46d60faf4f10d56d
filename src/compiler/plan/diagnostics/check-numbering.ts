import type { Diagnostic } from '../../compiled-plan.ts'
import type { PlanText } from '../read-plan-text.ts'
import type { NumberKind } from '../structure/numbering.ts'
import type { OutlineNode } from '../structure/outline.ts'
import { spanOf } from '../text/reading-text.ts'
import { report } from './catalogue.ts'

/** Lists this deep are often unfinished or picked from elsewhere; their numbers say nothing about lost text. */
const UNCHECKED: ReadonlySet<NumberKind> = new Set(['circle', 'decimal'])

/**
 * Gaps and repeats in the numbering. Numbers may start again under every heading or run on through the whole part;
 * whichever fits is accepted.
 */
export function checkNumbering(plan: PlanText): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const rangeOf = ({ first, number }: OutlineNode): [number, number] => {
    const start = plan.paragraphs[first]?.start ?? 0
    return [start, start + number.length]
  }
  const label = (node: OutlineNode): string => plan.reading.written.slice(...rangeOf(node)).trim()
  for (const part of plan.parts) {
    const running = new Map<NumberKind, OutlineNode>()
    const check = (nodes: readonly OutlineNode[]): void => {
      for (const [i, node] of nodes.entries()) {
        const { kind, ordinal } = node.number
        const sibling = nodes[i - 1]?.number.kind === kind ? nodes[i - 1] : undefined
        const before = sibling ?? (ordinal > 1 ? running.get(kind) : undefined)
        const step = before && !UNCHECKED.has(kind) ? ordinal - before.number.ordinal : 1
        const code = step > 1 ? 'GT121' : step === 0 && sibling ? 'GT122' : undefined
        const words = { what: label(node), other: before ? label(before) : '' }
        if (code) diagnostics.push(report(code, spanOf(plan.reading, ...rangeOf(node)), words))
        running.set(kind, node)
        check(node.children)
      }
    }
    check(part.roots)
  }
  return diagnostics
}
