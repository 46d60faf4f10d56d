import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { chineseDay } from '#kernel/day.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import type { PlanTable } from '../domain/tables/plan-table.ts'
import { targetTable } from '../domain/tables/target-table.ts'
import { taskTable } from '../domain/tables/task-table.ts'

const tablesOf = { tasks: taskTable, targets: targetTable } as const
export type TableName = keyof typeof tablesOf

/** The 任务分解表 or the 目标表, or both on two sheets, ready to print on A3 lying across. */
export function writePlanXlsx(
  plan: CompiledPlan,
  wanted: readonly TableName[] = ['tasks', 'targets'],
): Promise<Uint8Array> {
  const tables = wanted.map((name) => tablesOf[name](plan))
  const { number, issuedOn } = plan.document
  const source = [number, issuedOn && chineseDay(issuedOn)].filter(Boolean).join('，')
  const [first] = tables
  return writeWorkbook(tables.map(sheetOf), {
    title: tables.length === 1 && first ? first.title : plan.document.title,
    ...(source && { note: `依据：${source}` }),
    paper: 'a3',
    orientation: 'landscape',
    border: true,
  })
}

const sheetOf = ({ name, columns, rows }: PlanTable) => ({
  name,
  columns: columns.map(({ title, width }) => ({ title, width: width * 2 + 2 })),
  rows,
})
