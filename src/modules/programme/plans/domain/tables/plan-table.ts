/** A table as offices keep it, before it becomes a workbook, a Word page or Markdown. */
export interface PlanTable {
  /** Name of the sheet: 任务分解表. */
  name: string
  /** Heading over the table: the plan's title and the name. */
  title: string
  columns: readonly PlanColumn[]
  rows: readonly (readonly string[])[]
}

export interface PlanColumn {
  title: string
  /** Width in Chinese characters of the text size. */
  width: number
  align: 'centre' | 'start'
  /** Equal neighbours are one tall cell in print. */
  merged?: true
}
