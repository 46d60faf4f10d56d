import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { mayReadSaid, type Said } from '#kernel/sight.ts'
import { listGroupsWith } from '#modules/office/organisations/server/index.ts'
import { once } from '#platform/database/once.ts'
import { type Owned, ofRow, ofRows, owned, refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { TaskAgency } from '../domain/programme.ts'
import { callTask } from '../domain/task-name.ts'
import { taskAgencies, tasks } from './tables.ts'

/** The person's agency and the groups (各乡镇) it is a member of; empty for people of no agency. */
export async function listOwnAgencyIds(tx: Tx, { agencyId, divisionCode }: Actor): Promise<string[]> {
  if (agencyId === null) return []
  const groups = await once(tx, `programmes.groups ${divisionCode} ${agencyId}`, () =>
    listGroupsWith(tx, agencyId, divisionCode),
  )
  return [agencyId, ...groups]
}

/** Tasks in force that name the person's agency, and how; a task where it does both is there as its lead. */
export const listOwnTasks = (
  tx: Tx,
  programmeId: string,
  actor: Actor,
): Promise<ReadonlyMap<string, TaskAgency['role']>> =>
  once(tx, `programmes.own ${programmeId} ${actor.divisionCode} ${actor.agencyId}`, () =>
    loadOwn(tx, programmeId, actor),
  )

async function loadOwn(tx: Tx, programmeId: string, actor: Actor): Promise<ReadonlyMap<string, TaskAgency['role']>> {
  const mine = await listOwnAgencyIds(tx, actor)
  if (mine.length === 0) return new Map()
  const rows = await tx
    .select({ taskId: taskAgencies.taskId, role: taskAgencies.role })
    .from(taskAgencies)
    .innerJoin(tasks, refersTo(taskAgencies.taskId, tasks))
    .where(
      and(
        ofRow(tasks.programmeId, owned(programmeId, actor)),
        isNull(tasks.droppedIn),
        inArray(taskAgencies.agencyId, mine),
      ),
    )
  const leadsLast = rows.sort((a, b) => Number(a.role === 'lead') - Number(b.role === 'lead'))
  return new Map(leadsLast.map(({ taskId, role }) => [taskId, role]))
}

/**
 * Whether a person reads what rests on the words of these agencies, said of a task or, without one, of the programme as
 * a whole, which names everybody.
 */
export type SaidSight = (taskId: string | null, saidBy: Said['saidBy']) => boolean

/** What of all that was said in a programme this person reads; judged by `mayReadSaid`. */
export async function saidSight(tx: Tx, programmeId: string, actor: Actor): Promise<SaidSight> {
  const [own, ownAgencyIds] = [await listOwnTasks(tx, programmeId, actor), await listOwnAgencyIds(tx, actor)]
  const ofTask = (taskId: string): Pick<Said, 'leadIds' | 'namedIds'> => ({
    leadIds: own.get(taskId) === 'lead' ? ownAgencyIds : [],
    namedIds: own.has(taskId) ? ownAgencyIds : [],
  })
  const ofWhole = { leadIds: [], namedIds: ownAgencyIds }
  return (taskId, saidBy) =>
    mayReadSaid({ ...(taskId === null ? ofWhole : ofTask(taskId)), saidBy }, { actor, ownAgencyIds })
}

/** Whether a task's dates and papers may be shown to this person: all of it to those who see the county, else what names their agency. */
export async function visibleTaskFilter(
  tx: Tx,
  programmeId: string,
  actor: Actor,
): Promise<(taskId: string) => boolean> {
  if (seesWholeCounty(actor)) return () => true
  const own = await listOwnTasks(tx, programmeId, actor)
  return (taskId) => own.has(taskId)
}

/** The agencies in the register that lead a task, in the order of the plan. */
export async function listLeadAgencyIds(tx: Tx, task: Owned): Promise<string[]> {
  const rows = await tx
    .select({ agencyId: taskAgencies.agencyId })
    .from(taskAgencies)
    .where(and(ofRow(taskAgencies.taskId, task), eq(taskAgencies.role, 'lead')))
    .orderBy(asc(taskAgencies.position))
  return [...new Set(rows.flatMap(({ agencyId }) => agencyId ?? []))]
}

/** What tasks are called, in force or not. */
export async function listTaskTitles(
  tx: Tx,
  taskIds: readonly string[],
  divisionCode: string,
): Promise<Map<string, string>> {
  if (taskIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: tasks.id, number: tasks.number, title: tasks.title })
    .from(tasks)
    .where(ofRows(tasks.id, taskIds, { divisionCode }))
  return new Map(rows.map((task) => [task.id, callTask(task)]))
}
