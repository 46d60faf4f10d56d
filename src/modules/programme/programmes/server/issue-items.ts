import { newId } from '#kernel/ids.ts'
import { keepAbove } from '#modules/office/organisations/server/index.ts'
import { accrualOfKind, type PlanTask } from '#modules/programme/plans/contract.ts'
import type { PublishedPlan } from '#modules/programme/plans/server/index.ts'
import { pinyinInitials } from '#platform/chinese/pinyin.ts'
import { ofRow, owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Programme, Task, TaskAgency } from '../domain/programme.ts'
import type { KeptIds } from './kept-ids.ts'
import { targets, taskAgencies, taskIssues, tasks } from './tables.ts'

interface Issue {
  programme: Programme
  published: PublishedPlan
  known: KeptIds
}

/** Writes the tasks of an issue; @returns ids in the plan → ids in the programme. */
export async function issueTasks(tx: Tx, { programme, published, known }: Issue): Promise<Map<string, string>> {
  await keepAbove(tx, [...published.agencyIdOf.values()], programme)
  const ids = new Map(published.plan.tasks.map((task) => [task.id, known.tasks.get(task.id) ?? newId()]))
  for (const [position, task] of published.plan.tasks.entries()) {
    const id = ids.get(task.id) ?? ''
    const kept = known.tasks.has(task.id)
    const row = taskRow(task, { id, position, programme })
    if (kept) {
      const { addedIn: _, ...again } = row
      await tx.update(tasks).set(again).where(sameRow(tasks, row))
      await tx.delete(taskAgencies).where(ofRow(taskAgencies.taskId, row))
    } else await tx.insert(tasks).values(row)
    const agencies = agencyRows(task, { taskId: id, divisionCode: programme.divisionCode }, published.agencyIdOf)
    if (agencies.length > 0) await tx.insert(taskAgencies).values(agencies)
    await tx
      .insert(taskIssues)
      .values({ divisionCode: programme.divisionCode, taskId: id, version: programme.version, planTaskId: task.id })
  }
  return ids
}

function taskRow(
  task: PlanTask,
  { id, position, programme }: { id: string; position: number; programme: Programme },
): Task {
  const agencies = [...task.leads, ...task.participants].map((agency) => agency.name)
  const [spanStart, spanEnd] = task.span
  return {
    id,
    divisionCode: programme.divisionCode,
    programmeId: programme.id,
    planId: programme.planId,
    planTaskId: task.id,
    position,
    kind: task.kind,
    number: task.number,
    title: task.title,
    text: task.text,
    path: task.path,
    spanStart,
    spanEnd,
    dueOn: task.due?.on ?? null,
    dueText: task.due?.text ?? null,
    ongoing: task.due?.kind === 'ongoing',
    initials: [task.title, ...agencies].map((words) => pinyinInitials(words)).join(' '),
    addedIn: programme.version,
    droppedIn: null,
  }
}

/** Where the plan names agencies and none to lead, all of them answer for the task alike: each is held to it as a lead is. */
function agencyRows(
  task: PlanTask,
  of: { taskId: string; divisionCode: string },
  agencyIdOf: ReadonlyMap<string, string>,
): TaskAgency[] {
  const isJoint = task.leads.length === 0
  return [...task.leads, ...task.participants].map(({ name, role: said, inherited }, position) => {
    const role = isJoint ? 'lead' : said
    return { ...of, position, agencyId: agencyIdOf.get(name) ?? null, name, role, inherited: inherited ?? false }
  })
}

/** Writes the targets of an issue. */
export async function issueTargets(
  tx: Tx,
  { programme, published, known }: Issue,
  taskIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { divisionCode, id: programmeId, planId, version } = programme
  for (const [position, target] of published.aims.entries()) {
    const keptId = known.targets.get(target.id)
    const taskId = target.taskId === null ? null : (taskIds.get(target.taskId) ?? null)
    const row = {
      divisionCode,
      programmeId,
      planId,
      planTargetId: target.id,
      taskId,
      position,
      target: { ...target, accrual: target.accrual ?? accrualOfKind(target) },
      droppedIn: null,
    }
    if (keptId)
      await tx
        .update(targets)
        .set(row)
        .where(sameRow(targets, owned(keptId, row)))
    else await tx.insert(targets).values({ ...row, id: newId(), addedIn: version })
  }
}
