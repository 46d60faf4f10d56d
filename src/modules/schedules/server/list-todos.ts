import { type Actor, agencyStaff } from '#kernel/actor.ts'
import type { Todo } from '#kernel/todo.ts'
import { listOwnTasks, loadContents } from '#modules/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { todosOf } from '../domain/todos.ts'
import { loadCurrent } from './load-schedules.ts'

/** What a person has to do for the schedules of a programme: the lead agency its steps, the office what could not be planned. */
export async function listTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  const isOffice = actor.role === 'office'
  if (!isOffice && !agencyStaff.includes(actor.role)) return []
  const current = await loadCurrent(tx, programmeId)
  const { tasks } = await loadContents(tx, programmeId)
  if (isOffice) return todosOf.office(tasks, current)
  const own = await listOwnTasks(tx, programmeId, actor)
  return todosOf.lead(
    tasks.filter(({ id }) => own.get(id) === 'lead'),
    current,
    today,
  )
}
