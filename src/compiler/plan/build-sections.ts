import type { PlanSection } from '../compiled-plan.ts'
import type { PlanText } from './read-plan-text.ts'
import { hasAnyBelow, type OutlineNode, walk } from './structure/outline.ts'
import { spanOf } from './text/reading-text.ts'

/** The heading as written, without its number and full stop. */
export const headingOf = ({ reading }: PlanText, { title }: OutlineNode): string =>
  reading.written
    .slice(title.start, title.end)
    .replace(/[。:：;；,，\s]+$/, '')
    .trim()

/** The heading with its number: 二、主要任务. */
export const labelOf = (plan: PlanText, node: OutlineNode): string =>
  plan.reading.written.slice(plan.paragraphs[node.first]?.start ?? 0, node.title.end).trim()

export interface BuiltSections {
  sections: PlanSection[]
  idOf: Map<OutlineNode, string>
}

/** Every numbered heading that is neither a task nor inside one; a task with tasks below it heads them as well. */
export function buildSections(plan: PlanText, tasks: ReadonlySet<OutlineNode>): BuiltSections {
  const sections: PlanSection[] = []
  const idOf = new Map<OutlineNode, string>()
  const inside = new Set([...tasks].filter((node) => !hasAnyBelow(node, tasks)))
  for (const part of plan.parts) {
    for (const node of walk(part.roots)) {
      if (node.parent && inside.has(node.parent)) inside.add(node)
      if (inside.has(node)) continue
      const id = `s${sections.length + 1}`
      const start = plan.paragraphs[node.first]?.start ?? 0
      idOf.set(node, id)
      sections.push({
        id,
        parent: (node.parent && idOf.get(node.parent)) ?? null,
        level: node.depth,
        number: node.number.text,
        heading: headingOf(plan, node),
        span: spanOf(plan.reading, start, node.title.end),
      })
    }
  }
  return { sections, idOf }
}
