import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { formatTarget } from '#modules/programme/plans/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { AgencyShown, TargetView, TaskView } from '../contract.ts'
import { programmeErrors } from '../domain/errors.ts'
import type { Programme, Task, TaskAgency } from '../domain/programme.ts'
import { programmes, targets, taskAgencies, tasks } from './tables.ts'

export async function getProgrammeRow(tx: Tx, programmeId: string, actor: Actor): Promise<Programme> {
  const mine = and(eq(programmes.id, programmeId), eq(programmes.divisionCode, actor.divisionCode))
  const [row] = await tx.select().from(programmes).where(mine)
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

/** Every programme of a division, newest first. */
export const listProgrammeRows = (tx: Tx, divisionCode: string): Promise<Programme[]> =>
  tx
    .select()
    .from(programmes)
    .where(eq(programmes.divisionCode, divisionCode))
    .orderBy(desc(programmes.createdAt), desc(programmes.id))

export interface ProgrammeContents {
  tasks: TaskView[]
  targets: TargetView[]
}

/** Tasks and targets in force, each with the other's names, in the order of the plan. */
export async function loadContents(tx: Tx, programmeId: string): Promise<ProgrammeContents> {
  const taskRows = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.programmeId, programmeId), isNull(tasks.droppedIn)))
    .orderBy(asc(tasks.position))
  const agencies = await loadAgencies(tx, taskRows)
  const shownTargets = await loadTargets(tx, programmeId, { taskRows, agencies })
  const ofTask = new Map<string, TargetView[]>()
  for (const target of shownTargets) {
    const own = ofTask.get(target.taskId ?? '')
    if (own) own.push(target)
    else ofTask.set(target.taskId ?? '', [target])
  }
  return {
    tasks: taskRows.map((task) => viewTask(task, agencies.get(task.id) ?? [], ofTask.get(task.id) ?? [])),
    targets: shownTargets,
  }
}

/** Tasks in force with who does them and nothing else, for those who ask often. */
export async function listTaskHands(
  tx: Tx,
  programmeId: string,
): Promise<Pick<TaskView, 'id' | 'planTaskId' | 'kind' | 'addedIn' | 'leads' | 'participants'>[]> {
  const inForce = and(eq(tasks.programmeId, programmeId), isNull(tasks.droppedIn))
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
  const byTask = new Map<string, TaskAgency[]>()
  if (of.length === 0) return byTask
  const ids = of.map((task) => task.id)
  const rows = await tx
    .select()
    .from(taskAgencies)
    .where(inArray(taskAgencies.taskId, ids))
    .orderBy(asc(taskAgencies.position))
  for (const row of rows) {
    const own = byTask.get(row.taskId)
    if (own) own.push(row)
    else byTask.set(row.taskId, [row])
  }
  return byTask
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

interface LoadedTasks {
  taskRows: readonly Task[]
  agencies: ReadonlyMap<string, TaskAgency[]>
}

async function loadTargets(tx: Tx, programmeId: string, { taskRows, agencies }: LoadedTasks): Promise<TargetView[]> {
  const rows = await tx
    .select()
    .from(targets)
    .where(and(eq(targets.programmeId, programmeId), isNull(targets.droppedIn)))
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
