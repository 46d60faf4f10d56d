import { and, asc, desc, eq, getTableColumns, inArray, isNull, or } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { groupBy } from '#kernel/group-by.ts'
import { formatTarget } from '#modules/programme/plans/contract.ts'
import { once } from '#platform/database/once.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { AgencyShown, TargetView, TaskView } from '../contract.ts'
import { programmeErrors } from '../domain/errors.ts'
import type { Programme, Task, TaskAgency } from '../domain/programme.ts'
import { listNearTasks, type NearTasks } from './near-tasks.ts'
import { programmes, targets, taskAgencies, tasks } from './tables.ts'

export async function getProgrammeRow(tx: Tx, programmeId: string, { divisionCode }: Actor): Promise<Programme> {
  const row = await once(tx, `programmes.programme ${divisionCode} ${programmeId}`, async () => {
    const mine = and(eq(programmes.id, programmeId), eq(programmes.divisionCode, divisionCode))
    return (await tx.select().from(programmes).where(mine))[0]
  })
  if (!row) throw programmeErrors.programmeNotFound({})
  return row
}

/** A task of the person's division, in force or not. */
export async function getTaskRow(tx: Tx, taskId: string, actor: Actor): Promise<Task> {
  const mine = and(eq(tasks.id, taskId), eq(tasks.divisionCode, actor.divisionCode))
  const [row] = await tx.select().from(tasks).where(mine)
  if (!row) throw programmeErrors.taskNotFound({})
  return row
}

/** The programme a target belongs to; undefined when the division has no such target. */
export async function findProgrammeOfTarget(
  tx: Tx,
  targetId: string,
  divisionCode: string,
): Promise<string | undefined> {
  const mine = and(eq(targets.id, targetId), eq(targets.divisionCode, divisionCode))
  const [row] = await tx.select({ programmeId: targets.programmeId }).from(targets).where(mine)
  return row?.programmeId
}

/** Which of these targets are in force. */
export async function listInForce(tx: Tx, programmeId: string, targetIds: readonly string[]): Promise<string[]> {
  const here = and(eq(targets.programmeId, programmeId), isNull(targets.droppedIn), inArray(targets.id, [...targetIds]))
  return (await tx.select({ id: targets.id }).from(targets).where(here)).map(({ id }) => id)
}

/** Every programme of a division, newest first. */
export const listProgrammeRows = (tx: Tx, divisionCode: string): Promise<Programme[]> =>
  tx
    .select()
    .from(programmes)
    .where(eq(programmes.divisionCode, divisionCode))
    .orderBy(desc(programmes.createdAt), desc(programmes.id))

export interface ProgrammeContents {
  tasks: readonly TaskView[]
  targets: readonly TargetView[]
}

/** Tasks and targets in force, each with the other's names, in the order of the plan. */
export const loadContents = (tx: Tx, programmeId: string): Promise<ProgrammeContents> =>
  once(tx, `programmes.contents ${programmeId}`, () => loadPart(tx, programmeId, {}))

/** Some tasks of them alone: with their targets, and those of other tasks that one figure answers together with theirs. */
export async function loadTasks(tx: Tx, programmeId: string, taskIds: readonly string[]): Promise<ProgrammeContents> {
  const near = await listNearTasks(tx, programmeId, { taskIds, overall: [] })
  const { tasks: known, targets: shown } = await loadPart(tx, programmeId, near)
  const asked = new Set(taskIds)
  return { tasks: known.filter(({ id }) => asked.has(id)), targets: shown }
}

/** A target in force, knowing what it repeats; undefined when there is none. */
export async function findTarget(tx: Tx, programmeId: string, targetId: string): Promise<TargetView | undefined> {
  const here = and(eq(targets.programmeId, programmeId), eq(targets.id, targetId))
  const [row] = await tx.select({ taskId: targets.taskId }).from(targets).where(here)
  if (!row) return undefined
  const from = row.taskId === null ? { taskIds: [], overall: [targetId] } : { taskIds: [row.taskId], overall: [] }
  const near = await loadPart(tx, programmeId, await listNearTasks(tx, programmeId, from))
  return near.targets.find(({ id }) => id === targetId)
}

/** What of a programme is wanted: all of it, or some tasks and some targets of no task. */
type Part = Partial<NearTasks>

/** The same of some tasks and targets of no task, and nothing else. */

export async function loadPart(tx: Tx, programmeId: string, part: Part): Promise<ProgrammeContents> {
  const { taskIds } = part
  const taskRows = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.programmeId, programmeId), isNull(tasks.droppedIn), taskIds && inArray(tasks.id, [...taskIds])))
    .orderBy(asc(tasks.position))
  const agencies = await (taskIds ? loadAgencies(tx, taskRows) : loadAllAgencies(tx, programmeId))
  const shownTargets = await loadTargets(tx, programmeId, { taskRows, agencies, part })
  const ofTask = groupBy(shownTargets, ({ taskId }) => taskId)
  return {
    tasks: taskRows.map((task) => viewTask(task, agencies.get(task.id) ?? [], ofTask.get(task.id) ?? [])),
    targets: shownTargets,
  }
}

/** Who does some tasks in force and nothing else, for those who ask often. */
export async function listTaskHands(
  tx: Tx,
  programmeId: string,
  taskIds: readonly string[],
): Promise<Pick<TaskView, 'id' | 'planTaskId' | 'kind' | 'addedIn' | 'leads' | 'participants'>[]> {
  const inForce = and(eq(tasks.programmeId, programmeId), isNull(tasks.droppedIn), inArray(tasks.id, [...taskIds]))
  const rows = await tx
    .select({ id: tasks.id, planTaskId: tasks.planTaskId, kind: tasks.kind, addedIn: tasks.addedIn })
    .from(tasks)
    .where(inForce)
    .orderBy(asc(tasks.position))
  const agencies = await loadAgencies(tx, rows)
  return rows.map((task) => {
    const of = agencies.get(task.id) ?? []
    return { ...task, leads: inRole(of, 'lead'), participants: inRole(of, 'participant') }
  })
}

export async function loadAgencies(tx: Tx, of: readonly Pick<Task, 'id'>[]): Promise<Map<string, TaskAgency[]>> {
  if (of.length === 0) return new Map()
  const ids = of.map((task) => task.id)
  const rows = tx.select().from(taskAgencies).where(inArray(taskAgencies.taskId, ids))
  return groupBy(await rows.orderBy(asc(taskAgencies.position)), ({ taskId }) => taskId)
}

/** The same of every task in force, without naming each. */
async function loadAllAgencies(tx: Tx, programmeId: string): Promise<Map<string, TaskAgency[]>> {
  const rows = await tx
    .select(getTableColumns(taskAgencies))
    .from(taskAgencies)
    .innerJoin(tasks, eq(tasks.id, taskAgencies.taskId))
    .where(and(eq(tasks.programmeId, programmeId), isNull(tasks.droppedIn)))
    .orderBy(asc(taskAgencies.position))
  return groupBy(rows, ({ taskId }) => taskId)
}

export const inRole = (agencies: readonly TaskAgency[], role: TaskAgency['role']): AgencyShown[] =>
  agencies
    .filter((agency) => agency.role === role)
    .map(({ agencyId, name, inherited }) => ({ agencyId, name, inherited }))

export function viewTask(task: Task, agencies: readonly TaskAgency[], allTargets: readonly TargetView[]): TaskView {
  return {
    ...task,
    action: actionOf(task),
    leads: inRole(agencies, 'lead'),
    participants: inRole(agencies, 'participant'),
    targets: allTargets.filter((target) => target.taskId === task.id),
  }
}

/** The plan's own heading right above the task. */
export const actionOf = (task: Pick<Task, 'path'>): string => task.path.at(-1) ?? ''

interface Around {
  taskRows: readonly Task[]
  agencies: ReadonlyMap<string, TaskAgency[]>
  part: Part
}

const partOfTargets = ({ taskIds, overall }: Part) =>
  taskIds && or(inArray(targets.taskId, [...taskIds]), inArray(targets.id, [...(overall ?? [])]))

async function loadTargets(tx: Tx, programmeId: string, { taskRows, agencies, part }: Around): Promise<TargetView[]> {
  const rows = await tx
    .select()
    .from(targets)
    .where(and(eq(targets.programmeId, programmeId), isNull(targets.droppedIn), partOfTargets(part)))
    .orderBy(asc(targets.position))
  const idOf = new Map(rows.map((row) => [row.planTargetId, row.id]))
  const titleOf = new Map(taskRows.map((task) => [task.id, task.title]))
  return rows.map(({ id, planId, taskId, position, target }) => {
    const { id: _, taskId: __, duplicateOf, ...rest } = target
    const shown = formatTarget(target)
    const leads = taskId ? inRole(agencies.get(taskId) ?? [], 'lead') : []
    const repeats = duplicateOf === null ? null : (idOf.get(duplicateOf) ?? null)
    return {
      ...rest,
      id,
      programmeId,
      planId,
      taskId,
      position,
      shown,
      leads,
      repeats,
      taskTitle: taskId ? (titleOf.get(taskId) ?? null) : null,
    }
  })
}
