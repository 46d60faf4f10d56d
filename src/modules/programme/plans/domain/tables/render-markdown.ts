import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { formatCadence, formatOrigin, formatPeriod, severityTitles } from '../labels.data.ts'
import { markdownTable, markdownText } from './markdown.ts'
import type { PlanTable } from './plan-table.ts'
import { targetTable } from './target-table.ts'
import { taskTable } from './task-table.ts'

/** A compiled plan as a Markdown document: head, 任务分解表, 目标表, cadences, diagnostics. */
export function renderMarkdown(plan: CompiledPlan): string {
  return (
    [head(plan), section(taskTable(plan)), section(targetTable(plan)), cadences(plan), diagnostics(plan)]
      .filter((part) => part !== '')
      .join('\n\n') + '\n'
  )
}

function head({ document, tasks, targets, cadences, diagnostics }: CompiledPlan): string {
  const origin = formatOrigin(document)
  const period = document.period === null ? '' : `实施期：${formatPeriod(document.period)}`
  const counts = `${tasks.length} 项任务 · ${targets.length} 个目标 · ${cadences.length} 项周期性工作 · ${diagnostics.length} 条诊断`
  return [`# ${markdownText(document.title)}`, markdownText(origin), period, counts]
    .filter((line) => line !== '')
    .join('\n\n')
}

const section = (table: PlanTable): string =>
  table.rows.length === 0 ? '' : `## ${table.name}\n\n${markdownTable(table)}`

function cadences(plan: CompiledPlan): string {
  const titles = new Map(plan.tasks.map((task) => [task.id, task.title]))
  const rows = plan.cadences.map((cadence, n) => [
    String(n + 1),
    cadence.what,
    formatCadence(cadence),
    titles.get(cadence.taskId ?? '') ?? '',
  ])
  const columns = ['序号', '事项', '频次', '所在任务'].map((title) => ({ title, width: 8, align: 'start' as const }))
  return section({ name: '周期性工作', title: '', columns, rows })
}

function diagnostics(plan: CompiledPlan): string {
  const lines = plan.diagnostics.map(
    (each) => `- ${severityTitles[each.severity]} ${each.code}：${markdownText(each.message)}`,
  )
  return lines.length === 0 ? '' : `## 诊断\n\n${lines.join('\n')}`
}
