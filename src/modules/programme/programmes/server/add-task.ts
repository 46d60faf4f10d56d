import { and, count, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { accrualOfKind, type PlanTarget } from '#modules/programme/plans/contract.ts'
import { pinyinInitials } from '#platform/chinese/pinyin.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import type { Call } from '#platform/operation/implement.ts'
import { taskAdded } from '../contract.ts'
import type { Programme, Task, TaskSource } from '../domain/programme.ts'
import { addedTasks, targets, taskAgencies, tasks } from './tables.ts'

/** What a task outside the plan is made of. */
export interface NewTask {
  title: string
  text: string
  dueOn: string | null
  dueText: string | null
  agencies: readonly { agencyId: string | null; name: string; role: 'lead' | 'participant' }[]
  /** Figures it is to reach; their places are not of the plan's text. */
  targets: readonly PlanTarget[]
  source: TaskSource
}

type Adding = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'emit'>

/** Behind every task of the plan, however many the plan has. */
const firstPosition = 1_000_000

/** The heading under which added tasks stand, by what decided them. */
const headings: Record<TaskSource['kind'], string> = { meeting: '会议议定事项' }

/**
 * Adds a task the plan does not have: it belongs to the programme, stands behind the plan's own and outlives new issues
 * of the plan. @returns its id
 */
export async function addTask({ tx, actor, now, emit }: Adding, programme: Programme, task: NewTask): Promise<string> {
  const { divisionCode, id: programmeId, planId, version } = programme
  await holdSubject(tx, `added:${programmeId}`)
  const mine = and(eq(addedTasks.divisionCode, divisionCode), eq(addedTasks.programmeId, programmeId))
  const [known] = await tx.select({ n: count() }).from(addedTasks).where(mine)
  const nth = (known?.n ?? 0) + 1
  const id = newId(now.getTime())
  const row: Task = {
    id,
    divisionCode,
    programmeId,
    planId,
    planTaskId: `added-${id}`,
    position: firstPosition + nth,
    kind: 'task',
    number: `议${nth}`,
    title: task.title,
    text: task.text,
    path: [headings[task.source.kind]],
    spanStart: 0,
    spanEnd: 0,
    dueOn: task.dueOn,
    dueText: task.dueText,
    ongoing: false,
    initials: [task.title, ...task.agencies.map(({ name }) => name)].map((words) => pinyinInitials(words)).join(' '),
    addedIn: version,
    droppedIn: null,
  }
  await tx.insert(tasks).values(row)
  if (task.agencies.length > 0)
    await tx
      .insert(taskAgencies)
      .values(
        task.agencies.map((agency, position) => ({ ...agency, divisionCode, taskId: id, position, inherited: false })),
      )
  if (task.targets.length > 0)
    await tx.insert(targets).values(task.targets.map((target, i) => targetRow(row, target, i)))
  await tx
    .insert(addedTasks)
    .values({ divisionCode, programmeId, taskId: id, source: task.source, addedBy: actor.name, addedAt: now })
  await emit(taskAdded, { programmeId, taskId: id })
  return id
}

/** A figure of an added task; it stands nowhere in the plan. */
function targetRow(
  { divisionCode, programmeId, planId, id: taskId, planTaskId, position, addedIn }: Task,
  of: PlanTarget,
  i: number,
) {
  const planTargetId = `${planTaskId}-${i + 1}`
  const nowhere: PlanTarget['valueSpan'] = [0, 0]
  const target = {
    ...of,
    id: planTargetId,
    taskId: planTaskId,
    accrual: of.accrual ?? accrualOfKind(of),
    duplicateOf: null,
    valueSpan: nowhere,
    clause: { ...of.clause, span: nowhere },
    baseline: of.baseline && { ...of.baseline, span: nowhere },
  }
  return {
    id: newId(),
    divisionCode,
    programmeId,
    taskId,
    planId,
    planTargetId,
    position,
    target,
    addedIn,
    droppedIn: null,
  }
}
