import { and, eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#platform/database/tx.ts'
import { type Columns, currentOf, type Kit, type Row, versionsOf } from './kit.ts'
import { columnOf } from './list-records.ts'
import { quoted, searchWords, sortKeyOf } from './search-words.ts'
import { nameOf, openedValues } from './write-records.ts'

/**
 * A migration leaves the words a row is found by empty: pinyin and pairs of characters are made here. Every written row
 * has at least the word of its owner.
 */
export async function makeFindable(kit: Kit, tx: Tx): Promise<void> {
  for (const table of [currentOf(kit), versionsOf(kit)]) {
    const rows = (await tx
      .select()
      .from(table)
      .where(sql`${columnOf(table, 'search')} = ''`)) as Row[]
    for (const row of rows) await wordRow(kit, tx, { table, row })
  }
}

async function wordRow(kit: Kit, tx: Tx, { table, row }: { table: Columns; row: Row }): Promise<void> {
  const values = openedValues(kit, row)
  const same = (['divisionCode', 'id', 'version'] as const).map((name) => eq(columnOf(table, name), row[name]))
  await tx
    .update(table as PgTable)
    .set({
      search: searchWords(kit.fields, values, row.divisionCode).map(quoted).join(' '),
      sortKey: sortKeyOf(nameOf(kit, values)),
    })
    .where(and(...same))
}
