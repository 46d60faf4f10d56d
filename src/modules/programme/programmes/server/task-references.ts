import { and, isNull } from 'drizzle-orm'
import { ofRow, ofRows } from '#platform/database/same-row.ts'
import type { ReferencePort, Where } from '#platform/registry/kit.ts'
import { findTaskId } from '../domain/find-task.ts'
import { callTask } from '../domain/task-name.ts'
import { tasks } from './tables.ts'

const ofProgramme = ({ withinId, divisionCode }: Where) =>
  ofRow(tasks.programmeId, { id: withinId ?? '', divisionCode })

const named = { id: tasks.id, number: tasks.number, title: tasks.title }

/** How lines of a programme's lists name its tasks, and find one by what a sheet says. */
export const taskReferences: ReferencePort = {
  nameAll: async (tx, ids, where) => {
    const here = and(ofRows(tasks.id, ids, where), ofProgramme(where))
    const rows = await tx.select(named).from(tasks).where(here)
    return new Map(rows.map((task) => [task.id, callTask(task)]))
  },
  // A programme and its tasks have one owner.
  keep: async () => undefined,
  finder: async (tx, where) => {
    const rows = await tx
      .select(named)
      .from(tasks)
      .where(and(ofProgramme(where), isNull(tasks.droppedIn)))
    return (name) => {
      const id = findTaskId(name, rows)
      if (id !== undefined) return { id }
      return {
        problem: `方案中没有名为“${name}”的任务，或有几项同名。请照任务清单写编号和名称。`,
      }
    }
  },
}
