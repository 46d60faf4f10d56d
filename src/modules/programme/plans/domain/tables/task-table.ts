import type { CompiledPlan, PlanTask } from '#compiler/compiled-plan.ts'
import { formatAgencies, formatCadence, formatDue } from '../labels.data.ts'
import { isJudged } from '../target/meaning.ts'
import { describeTarget } from '../target/wording.ts'
import { taskBody } from '../task-body.ts'
import { headingOf } from '../task-place.ts'
import type { PlanColumn, PlanTable } from './plan-table.ts'

/** One line of the 任务分解表; several indicators are separated by line breaks. */
export interface TaskRow {
  number: number
  action: string
  title: string
  content: string
  indicators: string
  /** 牵头领导 is not in the plan: the office writes it in. */
  leader: string
  leads: string
  participants: string
  due: string
  remarks: string
}

const columns: readonly (PlanColumn & { key: keyof TaskRow })[] = [
  { key: 'number', title: '序号', width: 3.6, align: 'centre' },
  { key: 'action', title: '一级任务', width: 7, align: 'centre', merged: true },
  { key: 'title', title: '二级任务', width: 9, align: 'start' },
  { key: 'content', title: '具体事项/目标', width: 25, align: 'start' },
  { key: 'indicators', title: '量化指标', width: 14, align: 'start' },
  { key: 'leader', title: '牵头领导', width: 5.8, align: 'centre' },
  { key: 'leads', title: '牵头单位', width: 8, align: 'centre' },
  { key: 'participants', title: '责任（配合）单位', width: 12, align: 'start' },
  { key: 'due', title: '完成时限', width: 7, align: 'centre' },
  { key: 'remarks', title: '备注', width: 6.4, align: 'start' },
]

/**
 * The tasks of a plan as the lines of a 任务分解表, in the order of the plan. Supporting measures come in only where
 * somebody answers for them or they carry a figure.
 */
export function taskRows(plan: CompiledPlan): TaskRow[] {
  const withFigures = new Set(plan.targets.filter(isJudged).map((target) => target.taskId))
  return plan.tasks
    .filter(
      (task) => task.kind === 'task' || task.leads.length + task.participants.length > 0 || withFigures.has(task.id),
    )
    .map((task, n) => ({
      number: n + 1,
      action: headingOf(task),
      title: task.title,
      content: taskBody(task),
      indicators: indicators(plan, task),
      leader: '',
      leads: formatAgencies(task.leads),
      participants: formatAgencies(task.participants),
      due: formatDue(task.due),
      remarks: remarks(plan, task),
    }))
}

export function taskTable(plan: CompiledPlan): PlanTable {
  const rows = taskRows(plan).map((row) => columns.map((column) => String(row[column.key])))
  return { name: '任务分解表', title: `${plan.document.title}任务分解表`, columns, rows }
}

/** Money offered to applicants is no target of the task. */
function indicators(plan: CompiledPlan, task: PlanTask): string {
  const own = plan.targets.filter((target) => target.taskId === task.id && isJudged(target))
  return own.map((target) => `${target.indicator.text} ${describeTarget(target)}`).join('\n')
}

function remarks(plan: CompiledPlan, task: PlanTask): string {
  const cadences = plan.cadences
    .filter((cadence) => cadence.taskId === task.id)
    .map((cadence) => `${cadence.what}${formatCadence(cadence)}`)
  const inferred = task.due?.inferred ? ['时限年份由实施期推定'] : []
  const inherited = [...task.leads, ...task.participants].some((agency) => agency.inherited)
    ? ['责任单位含文件统一规定']
    : []
  return [...cadences, ...inferred, ...inherited].join('\n')
}
