import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn as Column, PgTable } from 'drizzle-orm/pg-core'

/** Whose rows are meant. */
export interface Owner {
  divisionCode: string
}

/** What tells a row in the whole house: its owner, and its id among the owner's. */
export interface Owned extends Owner {
  id: string
}

export const owned = (id: string, { divisionCode }: Owner): Owned => ({ divisionCode, id })

export interface OwnedTable {
  id: Column
  divisionCode: Column
}

/** The row with this id, among those of its jurisdiction alone: no statement reaches into another's rows by an id. */
export const sameRow = (table: OwnedTable, row: Owned): SQL | undefined =>
  and(eq(table.divisionCode, row.divisionCode), eq(table.id, row.id))

/** The column that says whose the row is in which another column stands. */
export const ownerOf = (column: Column): Column => {
  const { divisionCode } = getTableColumns<PgTable>(column.table)
  if (!divisionCode) throw new Error(`${column.name} lies in a table without owners`)
  return divisionCode
}

/** What names this row of its own owner's: `ofRow(tasks.programmeId, programme)`. */
export const ofRow = (column: Column, row: Owned): SQL | undefined =>
  and(eq(ownerOf(column), row.divisionCode), eq(column, row.id))

/** Whether a column is one of these: one list in one parameter, however long, where a parameter for each is built anew each time. */
export const isOneOf = (column: Column, values: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...values])}::${sql.raw(column.getSQLType())}[])`

/** What names any of these rows of one owner's: `ofRows(tasks.id, taskIds, programme)`. */
export const ofRows = (column: Column, ids: readonly string[], { divisionCode }: Owner): SQL | undefined =>
  and(eq(ownerOf(column), divisionCode), isOneOf(column, ids))

/** Joins a row to the one of the same owner it names: `innerJoin(tasks, refersTo(taskAgencies.taskId, tasks))`. */
export const refersTo = (column: Column, table: OwnedTable): SQL | undefined =>
  and(eq(table.divisionCode, ownerOf(column)), eq(table.id, column))
