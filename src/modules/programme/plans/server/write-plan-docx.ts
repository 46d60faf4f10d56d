import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { chineseDay } from '#kernel/day.ts'
import type { Sheet } from '#platform/gazette/gazette.ts'
import { writeGazette } from '#platform/gazette/write-gazette.ts'
import type { PlanTable } from '../domain/tables/plan-table.ts'
import { targetTable } from '../domain/tables/target-table.ts'
import { taskTable } from '../domain/tables/task-table.ts'

const tablesOf = { tasks: taskTable, targets: targetTable } as const
const papers = { tasks: 'A3', targets: 'A4' } as const
type TableName = keyof typeof tablesOf

/** The 任务分解表 (A3) and the 目标表 (A4), lying across, as a Word file in GB/T 9704 form. */
export function writePlanDocx(
  plan: CompiledPlan,
  wanted: readonly TableName[] = ['tasks', 'targets'],
): Promise<Uint8Array> {
  const tables = wanted.map((name) => ({ paper: papers[name], table: tablesOf[name](plan) }))
  const filled = tables.filter(({ table }) => table.rows.length > 0)
  const shown = filled.length > 0 ? filled : tables.slice(0, 1)
  return writeGazette({
    sheets: shown.map(({ paper, table }, n) =>
      sheetOf(plan, table, shown.length > 1 ? { paper, label: `附件${n + 1}` } : { paper }),
    ),
  })
}

function sheetOf(plan: CompiledPlan, table: PlanTable, { paper, label }: Pick<Sheet, 'paper' | 'label'>): Sheet {
  const { number, issuedOn } = plan.document
  const source = [number, issuedOn && chineseDay(issuedOn)].filter((part) => part !== null)
  return {
    paper,
    ...(label === undefined ? {} : { label }),
    title: table.title,
    remarks: { left: source.length === 0 ? '' : `依据：${source.join('，')}`, right: `共 ${table.rows.length} 项` },
    table: {
      columns: table.columns,
      rows: table.rows,
      merged: table.columns.flatMap((column, index) => (column.merged ? [index] : [])),
      size: paper === 'A3' ? 12 : 10.5,
    },
  }
}
