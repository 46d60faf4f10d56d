import { labelOf } from './build-sections.ts'
import type { BuiltTask } from './build-tasks.ts'
import type { Clause } from './quantities/context.ts'
import type { PlanText } from './read-plan-text.ts'
import { outsideClauses } from './responsibility/find-clauses.ts'
import { type OutlineNode, walk } from './structure/outline.ts'
import { passageOf } from './text/reading-text.ts'

interface Owner {
  taskId: string | null
  path: readonly string[]
  kind: Clause['kind']
}

/** Words before the first heading and after a task's last bracket. */
const nobody: Owner = { taskId: null, path: [], kind: 'other' }

/** Whose words each numbered paragraph and the ones below it are. */
function ownersOf(plan: PlanText, built: readonly BuiltTask[]): Map<OutlineNode, Owner> {
  const taskOf = new Map(built.map(({ task, found }) => [found.node, task]))
  const owners = new Map<OutlineNode, Owner>()
  for (const part of plan.parts) {
    for (const node of walk(part.roots)) {
      const above = node.parent ? owners.get(node.parent) : undefined
      const path = [...(above?.path ?? []), labelOf(plan, node)]
      const task = taskOf.get(node)
      const inherited = above?.taskId ? above : undefined
      if (task) owners.set(node, { taskId: task.id, path, kind: task.kind })
      else if (inherited) owners.set(node, { ...inherited, path })
      else {
        const { role } = node
        owners.set(node, {
          taskId: null,
          path,
          kind: role === 'goal' ? 'goal' : role === 'measure' ? 'measure' : 'other',
        })
      }
    }
  }
  return owners
}

const partedAt = ({ start, end }: Stretch, cut: number): Stretch[] =>
  start < cut && cut < end
    ? [
        { start, end: cut },
        { start: cut, end },
      ]
    : [{ start, end }]

interface Stretch {
  start: number
  end: number
}

/** The plan's own prose in reading order, each piece with the task it belongs to. Titles, dates and addressees are left out. */
export function listClauses(plan: PlanText, built: readonly BuiltTask[]): Omit<Clause, 'dueOn'>[] {
  const owners = ownersOf(plan, built)
  const afterTask = new Set(built.map(({ after }) => after))
  const nodeAt = new Map<number, OutlineNode>()
  for (const part of plan.parts) for (const node of walk(part.roots)) nodeAt.set(node.first, node)
  const clauses: Omit<Clause, 'dueOn'>[] = []
  for (const part of plan.parts) {
    let owner = nobody
    for (let next = part.first; next < part.after; next++) {
      const node = nodeAt.get(next)
      owner = (node && owners.get(node)) ?? (afterTask.has(next) ? nobody : owner)
      const isTitle = part.title !== null && plan.paragraphs[next]?.start === part.title.start
      if (isTitle) continue
      const { start: first = 0, end: last = 0, number, row } = plan.paragraphs[next] ?? {}
      const body = { start: first + (number?.length ?? 0), end: last }
      const outside = outsideClauses(body, plan.clauses.get(next) ?? [])
      // The cell of a table that names a task is no word of what the next cell says.
      const cut = row?.title.end ?? last
      for (const { start, end } of outside.flatMap((piece) => partedAt(piece, cut))) {
        const isProse =
          node !== undefined || owner.path.length > 0 || plan.reading.text.slice(start, end).includes('。')
        if (isProse) clauses.push({ passage: passageOf(plan.reading, start, end), ...owner })
      }
    }
  }
  return clauses
}
