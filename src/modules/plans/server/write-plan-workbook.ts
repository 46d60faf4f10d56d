import { type WorkbookSheet, writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import type { CompiledPlan } from '../domain/compiled-plan.ts'
import { formatOrigin } from '../domain/labels.data.ts'
import type { PlanTable } from '../domain/tables/plan-table.ts'
import { targetTable } from '../domain/tables/target-table.ts'
import { taskTable } from '../domain/tables/task-table.ts'

/** The 任务分解表 and the 目标表 as one workbook that prints on A3 lying across. */
export function writePlanWorkbook(plan: CompiledPlan): Promise<Uint8Array> {
  const note = formatOrigin(plan.document)
  const options = { title: plan.document.title, paper: 'a3', orientation: 'landscape', border: true } as const
  return writeWorkbook([taskTable(plan), targetTable(plan)].map(sheetOf), note === '' ? options : { ...options, note })
}

/** The running number is a number for sorting; everything else stays the words it is. */
const sheetOf = ({ name, columns, rows }: PlanTable): WorkbookSheet => ({
  name,
  columns: columns.map(({ title, width }, index) => ({
    title,
    width: width * 2,
    kind: index === 0 ? 'number' : 'text',
  })),
  rows: rows.map((row) => row.map((text, index) => (index === 0 ? Number(text) : text === '' ? null : text))),
})
