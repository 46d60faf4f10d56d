import { getTableConfig, pgTable, uuid } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { divisionCode, keyOfRow, placeCode, rowId, withinOwner } from './columns.ts'

const farms = pgTable('farm', { divisionCode, id: rowId, placeCode }, (t) => [keyOfRow(t)])
const visits = pgTable('visit', { divisionCode, id: rowId, farmId: uuid('farm_id').notNull() }, (t) => [
  keyOfRow(t),
  withinOwner(t, t.farmId, farms),
])

test('whose a row is and where a thing lies are two columns, and the owner is first in the key', () => {
  const { columns, primaryKeys } = getTableConfig(farms)
  expect(columns.map((column) => [column.name, column.getSQLType(), column.notNull])).toEqual([
    ['division_code', 'char(6)', true],
    ['id', 'uuid', true],
    ['place_code', 'varchar(12)', false],
  ])
  expect(primaryKeys.map((key) => key.columns.map(({ name }) => name))).toEqual([['division_code', 'id']])
})

test('a row names another of its own owner only', () => {
  const [key] = getTableConfig(visits).foreignKeys
  const { columns, foreignColumns } = key!.reference()
  expect([columns, foreignColumns].map((side) => side.map(({ name }) => name))).toEqual([
    ['division_code', 'farm_id'],
    ['division_code', 'id'],
  ])
  expect(key?.getName()).toBe('visit_farm_id_fk')
})
