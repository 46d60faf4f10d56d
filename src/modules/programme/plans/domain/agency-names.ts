import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'

export interface ListedName {
  name: string
  /** Every place that bears it, in the order of the text. */
  mentions: Span[]
  /** How many tasks it leads. */
  leads: number
}

/** The agency names of a plan, each once, in the order they first appear. */
export function listNames(plan: Pick<CompiledPlan, 'tasks'>): ListedName[] {
  const names = new Map<string, ListedName>()
  for (const task of plan.tasks) {
    for (const { name, span, role } of [...task.leads, ...task.participants]) {
      const listed = names.get(name) ?? { name, mentions: [], leads: 0 }
      names.set(name, { name, mentions: [...listed.mentions, span], leads: listed.leads + (role === 'lead' ? 1 : 0) })
    }
  }
  return [...names.values()]
}
