import { and, asc, eq } from 'drizzle-orm'
import type { PlanDiff } from '#modules/programme/plans/contract.ts'
import { diffFieldTitles } from '#modules/programme/plans/contract.ts'
import { getPlanContents } from '#modules/programme/plans/server/index.ts'
import { ofRow, owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { programmeContract, type TaskPage } from '../contract.ts'
import type { Task } from '../domain/programme.ts'
import { actionOf, getProgrammeRow, getTaskRow, handsOf, loadAgencies, loadTasks } from './load-programme.ts'
import { addedTasks, issues, taskIssues } from './tables.ts'

/** How much of the plan is shown around a task's words, in characters. */
const around = 120

export const getTask = implement(programmeContract.getTask, async ({ input, tx, actor }) => {
  const row = await getTaskRow(tx, input.taskId, actor)
  const programme = await getProgrammeRow(tx, row.programmeId, actor)
  const { targets } = await loadTasks(tx, programme, [row.id])
  const agencies = (await loadAgencies(tx, [row], actor)).get(row.id) ?? []
  const own = targets.filter(({ taskId }) => taskId === row.id)
  const view = { ...row, ...handsOf(agencies), action: actionOf(row), targets: own }
  const [added] = await tx.select().from(addedTasks).where(ofRow(addedTasks.taskId, row))
  const source = added?.source ?? null
  const words = source ? ownWords(row) : await quote(tx, row)
  return { ...view, programmeTitle: programme.title, source, ...words, history: await listHistory(tx, row) }
})

/** A task outside the plan is quoted by its own words. */
const ownWords = ({ text }: Task): Pick<TaskPage, 'passage' | 'marks'> => ({
  passage: { before: '', text, after: '', start: 0 },
  marks: [],
})

/** The task's sentence as it stands in the plan, with every agency, figure and deadline in it marked. */
async function quote(tx: Tx, row: Task): Promise<Pick<TaskPage, 'passage' | 'marks'>> {
  const plan = await getPlanContents(tx, row.planId, row.divisionCode)
  const { text } = plan.source
  const passage = {
    before: text.slice(Math.max(0, row.spanStart - around), row.spanStart),
    text: text.slice(row.spanStart, row.spanEnd),
    after: text.slice(row.spanEnd, row.spanEnd + around),
    start: row.spanStart,
  }
  const task = plan.tasks.find((one) => one.id === row.planTaskId)
  const within = ([start, end]: readonly [number, number]) => start >= row.spanStart && end <= row.spanEnd
  const found = plan.targets.filter((target) => target.taskId === row.planTaskId)
  const marks: TaskPage['marks'] = [
    ...(task ? [{ kind: 'title' as const, span: task.titleSpan }] : []),
    ...[...(task?.leads ?? []), ...(task?.participants ?? [])].map(({ span }) => ({ kind: 'agency' as const, span })),
    ...found.map(({ clause }) => ({ kind: 'target' as const, span: clause.span })),
    ...(task?.due ? [{ kind: 'due' as const, span: task.due.span }] : []),
  ]
  return { passage, marks: marks.filter(({ span }) => within(span)) }
}

async function listHistory(tx: Tx, row: Task): Promise<TaskPage['history']> {
  const rows = await tx
    .select({ version: issues.version, diff: issues.diff, planTaskId: taskIssues.planTaskId })
    .from(taskIssues)
    .innerJoin(
      issues,
      and(eq(issues.version, taskIssues.version), ofRow(issues.programmeId, owned(row.programmeId, row))),
    )
    .where(ofRow(taskIssues.taskId, row))
    .orderBy(asc(issues.version))
  return rows.flatMap(({ version, diff, planTaskId }) =>
    diff ? changesOf(diff, planTaskId).map((change) => ({ version, ...change })) : [],
  )
}

function changesOf(diff: PlanDiff, planTaskId: string): Omit<TaskPage['history'][number], 'version'>[] {
  const item = diff.tasks.find((one) => one.after?.id === planTaskId)
  if (!item) return []
  if (item.kind === 'added') return [{ change: '本版新增', before: '', after: item.after?.title ?? '' }]
  const moved = item.moved ? [{ change: '位置', before: item.before?.place ?? '', after: item.after?.place ?? '' }] : []
  return [
    ...moved,
    ...item.changes.map(({ field, before, after }) => ({ change: diffFieldTitles[field], before, after })),
  ]
}
