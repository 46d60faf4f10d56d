import { and, asc, desc, eq, getTableColumns, inArray, isNull, or } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { groupBy } from '#kernel/group-by.ts'
import { describeTarget, formatTarget } from '#modules/programme/plans/contract.ts'
import { once } from '#platform/database/once.ts'
import { type Owned, type Owner, ofRow, ofRows, owned, refersTo, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { TargetView, TaskView } from '../contract.ts'
import { programmeErrors } from '../domain/errors.ts'
import type { Programme, Task, TaskAgency } from '../domain/programme.ts'
import { listNearTasks, type NearTasks } from './near-tasks.ts'
import { programmes, targets, taskAgencies, tasks } from './tables.ts'

export async function getProgrammeRow(tx: Tx, programmeId: string, owner: Owner): Promise<Programme> {
  const row = await findProgrammeRow(tx, owned(programmeId, owner))
  if (!row) throw programmeErrors.programmeNotFound({})
  return row
}

export const findProgrammeRow = (tx: Tx, programme: Owned): Promise<Programme | undefined> =>
  once(tx, `programmes.programme ${programme.divisionCode} ${programme.id}`, async () => {
    const [row] = await tx.select().from(programmes).where(sameRow(programmes, programme))
    return row
  })

/** A task of the person's division, in force or not. */
export async function getTaskRow(tx: Tx, taskId: string, actor: Actor): Promise<Task> {
  const [row] = await tx
    .select()
    .from(tasks)
    .where(sameRow(tasks, owned(taskId, actor)))
  if (!row) throw programmeErrors.taskNotFound({})
  return row
}

/** The programme a target belongs to; undefined when the division has no such target. */
export async function findProgrammeOfTarget(tx: Tx, target: Owned): Promise<string | undefined> {
  const [row] = await tx.select({ programmeId: targets.programmeId }).from(targets).where(sameRow(targets, target))
  return row?.programmeId
}

/** Which of these targets are in force. */
export async function listInForce(tx: Tx, programme: Owned, targetIds: readonly string[]): Promise<string[]> {
  const here = and(
    ofRow(targets.programmeId, programme),
    isNull(targets.droppedIn),
    inArray(targets.id, [...targetIds]),
  )
  return (await tx.select({ id: targets.id }).from(targets).where(here)).map(({ id }) => id)
}

/** The counties that run a programme: those the clock's work is done for. */
export const listCounties = async (tx: Tx): Promise<string[]> => {
  const { divisionCode } = programmes
  const rows = await tx.selectDistinct({ divisionCode }).from(programmes).orderBy(asc(divisionCode))
  return rows.map((row) => row.divisionCode)
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
export const loadContents = (tx: Tx, programme: Owned): Promise<ProgrammeContents> =>
  once(tx, `programmes.contents ${programme.divisionCode} ${programme.id}`, () => loadPart(tx, programme, {}))

/** Some tasks of them alone: with their targets, and those of other tasks that one figure answers together with theirs. */
export async function loadTasks(tx: Tx, programme: Owned, taskIds: readonly string[]): Promise<ProgrammeContents> {
  const near = await listNearTasks(tx, programme, { taskIds, overall: [] })
  const { tasks: known, targets: shown } = await loadPart(tx, programme, near)
  const asked = new Set(taskIds)
  return { tasks: known.filter(({ id }) => asked.has(id)), targets: shown }
}

/** A target in force, knowing what it repeats; undefined when there is none. */
export async function findTarget(tx: Tx, programme: Owned, targetId: string): Promise<TargetView | undefined> {
  const here = and(ofRow(targets.programmeId, programme), eq(targets.id, targetId))
  const [row] = await tx.select({ taskId: targets.taskId }).from(targets).where(here)
  if (!row) return undefined
  const from = row.taskId === null ? { taskIds: [], overall: [targetId] } : { taskIds: [row.taskId], overall: [] }
  const near = await loadPart(tx, programme, await listNearTasks(tx, programme, from))
  return near.targets.find(({ id }) => id === targetId)
}

/** What of a programme is wanted: all of it, or some tasks and some targets of no task. */
type Part = Partial<NearTasks>

/** The same of some tasks and targets of no task, and nothing else. */
export async function loadPart(tx: Tx, programme: Owned, part: Part): Promise<ProgrammeContents> {
  const { taskIds } = part
  const taskRows = await tx
    .select()
    .from(tasks)
    .where(
      and(ofRow(tasks.programmeId, programme), isNull(tasks.droppedIn), taskIds && inArray(tasks.id, [...taskIds])),
    )
    .orderBy(asc(tasks.position))
  const agencies = await (taskIds ? loadAgencies(tx, taskRows, programme) : loadAllAgencies(tx, programme))
  const handed = taskRows.map((task) => ({ ...task, ...handsOf(agencies.get(task.id) ?? []) }))
  const shownTargets = await loadTargets(tx, programme, { taskRows: handed, part })
  const ofTask = groupBy(shownTargets, ({ taskId }) => taskId)
  return {
    tasks: handed.map((task) => ({ ...task, action: actionOf(task), targets: ofTask.get(task.id) ?? [] })),
    targets: shownTargets,
  }
}

/** Who does some tasks in force and nothing else, for those who ask often. */
export async function listTaskHands(
  tx: Tx,
  programme: Owned,
  taskIds: readonly string[],
): Promise<Pick<TaskView, 'id' | 'planTaskId' | 'kind' | 'addedIn' | 'leads' | 'participants'>[]> {
  const inForce = and(ofRow(tasks.programmeId, programme), isNull(tasks.droppedIn), inArray(tasks.id, [...taskIds]))
  const rows = await tx
    .select({ id: tasks.id, planTaskId: tasks.planTaskId, kind: tasks.kind, addedIn: tasks.addedIn })
    .from(tasks)
    .where(inForce)
    .orderBy(asc(tasks.position))
  const agencies = await loadAgencies(tx, rows, programme)
  return rows.map((task) => ({ ...task, ...handsOf(agencies.get(task.id) ?? []) }))
}

export async function loadAgencies(
  tx: Tx,
  of: readonly Pick<Task, 'id'>[],
  owner: Owner,
): Promise<Map<string, TaskAgency[]>> {
  if (of.length === 0) return new Map()
  const ids = of.map((task) => task.id)
  const rows = tx
    .select()
    .from(taskAgencies)
    .where(ofRows(taskAgencies.taskId, ids, owner))
  return groupBy(await rows.orderBy(asc(taskAgencies.position)), ({ taskId }) => taskId)
}

/** The same of every task in force, without naming each. */
async function loadAllAgencies(tx: Tx, programme: Owned): Promise<Map<string, TaskAgency[]>> {
  const rows = await tx
    .select(getTableColumns(taskAgencies))
    .from(taskAgencies)
    .innerJoin(tasks, refersTo(taskAgencies.taskId, tasks))
    .where(and(ofRow(tasks.programmeId, programme), isNull(tasks.droppedIn)))
    .orderBy(asc(taskAgencies.position))
  return groupBy(rows, ({ taskId }) => taskId)
}

/** Who leads and who takes part. */
export function handsOf(agencies: readonly TaskAgency[]): Pick<TaskView, 'leads' | 'participants'> {
  const inRole = (wanted: TaskAgency['role']) =>
    agencies
      .filter(({ role }) => role === wanted)
      .map(({ agencyId, name, inherited }) => ({ agencyId, name, inherited }))
  return { leads: inRole('lead'), participants: inRole('participant') }
}

/** The plan's own heading right above the task. */
export const actionOf = (task: Pick<Task, 'path'>): string => task.path.at(-1) ?? ''

interface TargetsOf {
  taskRows: readonly Pick<TaskView, 'id' | 'title' | 'leads'>[]
  part: Part
}

const partOfTargets = ({ taskIds, overall }: Part) =>
  taskIds && or(inArray(targets.taskId, [...taskIds]), inArray(targets.id, [...(overall ?? [])]))

export async function loadTargets(tx: Tx, programme: Owned, { taskRows, part }: TargetsOf): Promise<TargetView[]> {
  const rows = await tx
    .select()
    .from(targets)
    .where(and(ofRow(targets.programmeId, programme), isNull(targets.droppedIn), partOfTargets(part)))
    .orderBy(asc(targets.position))
  const idOf = new Map(rows.map((row) => [row.planTargetId, row.id]))
  const tasksById = new Map(taskRows.map((task) => [task.id, task]))
  return rows.map(({ id, planId, taskId, position, target }) => {
    const { id: _, taskId: __, duplicateOf, ...rest } = target
    const task = taskId === null ? undefined : tasksById.get(taskId)
    const repeats = duplicateOf === null ? null : (idOf.get(duplicateOf) ?? null)
    return {
      ...rest,
      id,
      programmeId: programme.id,
      planId,
      taskId,
      position,
      shown: formatTarget(target),
      sentence: describeTarget(target),
      leads: task?.leads ?? [],
      repeats,
      taskTitle: task?.title ?? null,
    }
  })
}
