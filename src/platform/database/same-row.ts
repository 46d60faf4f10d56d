import { and, type Column, eq, type SQL } from 'drizzle-orm'

/** The row with this id, among those of its jurisdiction alone: no statement reaches into another's rows by an id. */
export const sameRow = (
  table: { id: Column; divisionCode: Column },
  { id, divisionCode }: { id: string; divisionCode: string },
): SQL | undefined => and(eq(table.divisionCode, divisionCode), eq(table.id, id))
