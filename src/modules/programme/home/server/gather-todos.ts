import type { Actor } from '#kernel/actor.ts'
import type { Todo } from '#kernel/todo.ts'
import { listTodos as listMeetingTodos } from '#modules/programme/meetings/server/index.ts'
import { listTodos as listNoteTodos } from '#modules/programme/notes/server/index.ts'
import { listTodos as listReportTodos } from '#modules/programme/reports/server/index.ts'
import { listTodos as listScheduleTodos } from '#modules/programme/schedules/server/index.ts'
import { listTodos as listOrderTodos } from '#modules/programme/supervision/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'

type ListTodos = (tx: Tx, actor: Actor, programmeId: string, today: string) => Promise<Todo[]>

/** Every module that has work for people. */
const sources: readonly ListTodos[] = [
  listNoteTodos,
  listReportTodos,
  listOrderTodos,
  listMeetingTodos,
  listScheduleTodos,
]

const last = '9999-12-31'

/** A leader's word, and what was already over when the plan was published, before everything else. */
const foremost = (kind: string): number => ['opening', 'note'].indexOf(kind)

/** Soonest due first; a leader's word before everything else. */
export function byDue(a: Todo, b: Todo): number {
  const word = foremost(b.kind) - foremost(a.kind)
  return word || (a.dueOn ?? last).localeCompare(b.dueOn ?? last)
}

/** What this person is expected to do in a programme, the soonest due first. */
export async function gatherTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  const all: Todo[] = []
  for (const listTodos of sources) all.push(...(await listTodos(tx, actor, programmeId, today)))
  return all.sort(byDue)
}
