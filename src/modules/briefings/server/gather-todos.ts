import type { Actor } from '#kernel/actor.ts'
import type { Todo } from '#kernel/todo.ts'
import type { Tx } from '#platform/database/tx.ts'
import { listTodos as listNoteTodos } from './list-todos.ts'

type ListTodos = (tx: Tx, actor: Actor, programmeId: string, today: string) => Promise<Todo[]>

/** Every module that has work for people. */
const sources: readonly ListTodos[] = [listNoteTodos]

const last = '9999-12-31'

/** What this person is expected to do in a programme, the soonest due first. */
export async function gatherTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  const all: Todo[] = []
  for (const listTodos of sources) all.push(...(await listTodos(tx, actor, programmeId, today)))
  return all.sort((a, b) =>
    (a.dueOn ?? last) < (b.dueOn ?? last) ? -1 : (a.dueOn ?? last) > (b.dueOn ?? last) ? 1 : 0,
  )
}
