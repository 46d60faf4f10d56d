import { getTableName } from 'drizzle-orm'
import { type AnyPgColumn, char, foreignKey, primaryKey, timestamp, uuid, varchar } from 'drizzle-orm/pg-core'

/** The jurisdiction that owns the row: first in the keys and indexes of every table of a tenant. */
export const divisionCode = char('division_code', { length: 6 }).notNull()

/** Where a thing lies, whoever owns the row: a `PlaceCode` of its township or its village. */
export const placeCode = varchar('place_code', { length: 12 })

/** Tells a row from the others of its owner; another owner may hold the same. */
export const rowId = uuid('id').notNull()

export const moment = (name: string) => timestamp(name, { withTimezone: true })

interface OwnedRow {
  divisionCode: AnyPgColumn
  id: AnyPgColumn
}

export const keyOfRow = ({ divisionCode: owner, id }: OwnedRow) => primaryKey({ columns: [owner, id] })

/** A row names another of the same owner; what belongs to another owner is no foreign key (`reference` of the jobs checks it). */
export const withinOwner = (t: { divisionCode: AnyPgColumn }, column: AnyPgColumn, to: OwnedRow) =>
  foreignKey({
    name: `${getTableName(column.table)}_${column.name}_fk`,
    columns: [t.divisionCode, column],
    foreignColumns: [to.divisionCode, to.id],
  })
