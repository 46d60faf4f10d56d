import type { CompiledPlan, PlanTarget } from '#compiler/compiled-plan.ts'
import { formatAgencies, formatFirmness, formatPeriod } from '../labels.data.ts'
import { isJudged } from '../target/meaning.ts'
import { formatFigure, kindTitles } from '../target/wording.ts'
import type { PlanColumn, PlanTable } from './plan-table.ts'

/** One line of the 目标表. */
export interface TargetRow {
  number: number
  indicator: string
  figure: string
  unit: string
  kind: string
  period: string
  /** 应当, 力争, 支持… as the plan binds itself. */
  modality: string
  task: string
  leads: string
  clause: string
}

const columns: readonly (PlanColumn & { key: keyof TargetRow })[] = [
  { key: 'number', title: '序号', width: 3.6, align: 'centre' },
  { key: 'indicator', title: '指标', width: 11, align: 'start' },
  { key: 'figure', title: '目标值', width: 6, align: 'centre' },
  { key: 'unit', title: '单位', width: 4, align: 'centre' },
  { key: 'kind', title: '类型', width: 5, align: 'centre' },
  { key: 'period', title: '期限', width: 8, align: 'centre' },
  { key: 'modality', title: '性质', width: 4, align: 'centre' },
  { key: 'task', title: '所在任务', width: 10, align: 'start' },
  { key: 'leads', title: '牵头单位', width: 8, align: 'centre' },
  { key: 'clause', title: '原文', width: 17, align: 'start' },
]

/**
 * The targets of a plan, each once: one that only repeats another (a goal said again in its task) is left out and lends
 * its task and lead to the first. Money offered to applicants is no target.
 */
export function targetRows(plan: CompiledPlan): TargetRow[] {
  const known = new Set(plan.targets.map((target) => target.id))
  const own = plan.targets.filter(
    (target) => isJudged(target) && !(target.duplicateOf !== null && known.has(target.duplicateOf)),
  )
  return own.map((target, n) => {
    const task = taskOf(plan, target)
    return {
      number: n + 1,
      indicator: target.indicator.text,
      figure: formatFigure(target),
      unit: target.unit,
      kind: kindTitles[target.kind],
      period: formatPeriod(target.period),
      modality: formatFirmness(target),
      task: task?.title ?? '',
      leads: task ? formatAgencies(task.leads) : '',
      clause: target.clause.text,
    }
  })
}

export function targetTable(plan: CompiledPlan): PlanTable {
  const rows = targetRows(plan).map((row) => columns.map((column) => String(row[column.key])))
  return { name: '目标表', title: `${plan.document.title}目标表`, columns, rows }
}

function taskOf(plan: CompiledPlan, target: PlanTarget) {
  const repeats = plan.targets.filter((other) => other.duplicateOf === target.id)
  const taskId = [target, ...repeats].find((each) => each.taskId !== null)?.taskId ?? null
  return plan.tasks.find((task) => task.id === taskId)
}
