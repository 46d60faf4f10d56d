import { eq } from 'drizzle-orm'
import { insertAll } from '#platform/database/insert-all.ts'
import type { Db } from '#platform/database/tx.ts'
import { currentOf, type Kit, type Row, versionsOf } from './kit.ts'
import { columnOf } from './list-records.ts'
import { quoted, searchWords, sortKeyOf } from './search-words.ts'
import { nameOf } from './write-records.ts'

/** What records are found and sorted by, of those a migration brought into a registry: SQL knows no pinyin. */
export async function fillWords(kit: Kit, db: Db): Promise<void> {
  for (const [table, key] of [
    [currentOf(kit), ['divisionCode', 'id']],
    [versionsOf(kit), ['divisionCode', 'id', 'version']],
  ] as const) {
    const rows = (await db
      .select()
      .from(table)
      .where(eq(columnOf(table, 'sortKey'), ''))) as Row[]
    const filled = rows.map((row) => ({
      ...row,
      sortKey: sortKeyOf(nameOf(kit, row)),
      search: searchWords(kit.fields, row, row.divisionCode).map(quoted).join(' '),
    }))
    await insertAll(db, table, filled, key)
  }
}
