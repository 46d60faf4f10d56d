import type { ComparedRow, SheetLine } from '#kernel/registry/compare-rows.ts'
import type { Intake } from '#kernel/registry/intake.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ExpectedColumn } from '#platform/spreadsheet/match-columns.ts'
import type { RegistryPorts } from './kit.ts'
import type { importRows } from './tables.ts'
import type { Writing } from './write-records.ts'

/** Whose sheet it is, and what names the place its rows lie in. */
export interface Placed {
  divisionCode: string
  around: Readonly<Record<string, string>>
  today: string
}

/** What became of a line of a sheet; a line that speaks of several things gives a row for each. */
export interface ComparedLine extends ComparedRow {
  /** Which of those it is, from 0. */
  part: number
  /** What two rows may not have alike; '' where they may. */
  keyPlain: string
}

/** As it was compared and kept. */
export type KeptRow = typeof importRows.$inferSelect

/** Who asked for the writing. */
export interface WrittenBy {
  userId: string
  name: string
}

/** What sheets are brought into, as the functions of the kit are given it. */
export interface IntakeKit extends Intake {
  columns: readonly ExpectedColumn[]
  /** Its rows say more of each other than a row alone: compared and written all at once, not a thousand at a time. */
  isWhole: boolean
  enter?: RegistryPorts['enter']
  /** The rows its template bears, in the order of its fields; without it the template is empty. */
  fill?(tx: Tx, placed: Placed): Promise<readonly (readonly (string | number | null)[])[]>
  compare(tx: Tx, lines: readonly SheetLine[], placed: Placed): Promise<readonly ComparedLine[]>
  /**
   * Writes what was compared: what was to be added or changed, in the order of the sheet. Throws where it is no longer so.
   * @returns what the trail says of it besides the number of rows
   */
  write(writing: Writing, rows: readonly KeptRow[], by: WrittenBy): Promise<Readonly<Record<string, unknown>> | void>
}
