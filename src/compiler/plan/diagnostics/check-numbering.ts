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
  const label = (node: OutlineNode): { text: string; span: [number, number] } => {
    const start = plan.paragraphs[node.first]?.start ?? 0
    const { length } = node.number
    return {
      text: plan.reading.written.slice(start, start + length).trim(),
      span: spanOf(plan.reading, start, start + length),
    }
  }
  for (const part of plan.parts) {
    const running = new Map<NumberKind, OutlineNode>()
    const check = (nodes: readonly OutlineNode[]): void => {
      for (const [i, node] of nodes.entries()) {
        const { kind, ordinal } = node.number
        const sibling = nodes[i - 1]?.number.kind === kind ? nodes[i - 1] : undefined
        const before = sibling ?? (ordinal > 1 ? running.get(kind) : undefined)
        if (!UNCHECKED.has(kind) && before) {
          const step = ordinal - before.number.ordinal
          const here = label(node)
          if (step === 0 && sibling) diagnostics.push(report('GT122', here.span, { what: here.text }))
          else if (step > 1)
            diagnostics.push(report('GT121', here.span, { what: here.text, other: label(before).text }))
        }
        running.set(kind, node)
        check(node.children)
      }
    }
    check(part.roots)
  }
  return diagnostics
}
