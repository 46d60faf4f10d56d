import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { type Actor, agencyStaff } from '#kernel/actor.ts'
import type { Todo } from '#kernel/todo.ts'
import { listOwnTasks, listTaskTitles } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { todosOf } from '../domain/todos.ts'
import { revisions } from './tables.ts'

/** What a person has to do for the schedules of a programme: the lead agency its steps, the office what could not be planned. */
export async function listTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  if (actor.role === 'office') return todosOf.office(programmeId, await countFailed(tx, actor, programmeId))
  if (!agencyStaff.includes(actor.role)) return []
  const own = await listOwnTasks(tx, programmeId, actor)
  const led = [...own].flatMap(([taskId, role]) => (role === 'lead' ? [taskId] : []))
  return led.length === 0 ? [] : todosOf.lead(await loadLed(tx, actor, led), today)
}

/** Tasks whose newest revision has no dates; steps are not read for it. */
async function countFailed(tx: Tx, { divisionCode }: Actor, programmeId: string): Promise<number> {
  const newest = await tx
    .selectDistinctOn([revisions.taskId], { kind: revisions.kind, failure: revisions.failure })
    .from(revisions)
    .where(and(eq(revisions.divisionCode, divisionCode), eq(revisions.programmeId, programmeId)))
    .orderBy(asc(revisions.taskId), desc(revisions.number))
  return newest.filter(({ kind, failure }) => kind !== 'dropped' && failure !== null).length
}

/** The schedules in force of the tasks an agency leads, with what they are called. */
async function loadLed(tx: Tx, { divisionCode }: Actor, taskIds: readonly string[]) {
  const { taskId, kind, steps, dates } = revisions
  const newest = await tx
    .selectDistinctOn([taskId], { taskId, kind, steps, dates })
    .from(revisions)
    .where(and(eq(revisions.divisionCode, divisionCode), inArray(taskId, [...taskIds])))
    .orderBy(asc(taskId), desc(revisions.number))
  const titles = await listTaskTitles(tx, taskIds, divisionCode)
  return newest
    .filter((one) => one.kind !== 'dropped')
    .map((one) => ({ id: one.taskId, title: titles.get(one.taskId) ?? '', steps: one.steps, dates: one.dates }))
}
