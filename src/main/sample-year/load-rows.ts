import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { dayOf } from '#kernel/moment.ts'
import { plainForms } from '#platform/backup/snapshot.ts'
import { lastMigration } from '#platform/database/migrate.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { filesHeading, type PreparedTable, readPrepared } from './prepared-rows.ts'
import { storyHalves } from './story.ts'

/**
 * Loads the rows of the last month's end before a moment into a database without a sample.
 * @returns that end; undefined, with nothing loaded, when none has come, nothing is prepared for the year, or what is
 * prepared is of other tables than the program's
 */
export async function loadRows(
  { pool, files }: { pool: Pool; files: FileStore },
  { year, until }: { year: number; until: Date },
): Promise<Date | undefined> {
  const end = storyHalves(year).findLast((month) => month <= until)
  const prepared = end && readPrepared(year)
  if (!prepared || prepared.migration !== (await lastMigration(pool))) return undefined
  const linesOf = linesAt(dayOf(end))
  for (const table of prepared.tables.filter(({ heading }) => heading === filesHeading))
    for (const text of linesOf(table)) await files.put(Buffer.from(String(JSON.parse(text))))
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(plainForms)
    for (const table of prepared.tables.filter(({ heading }) => heading !== filesHeading))
      await copyInto(client, table.heading, linesOf(table))
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
  return end
}

/** The rows of a table at the end of a month. */
export const linesAt =
  (day: string) =>
  ({ rows }: PreparedTable): string[] =>
    rows.filter(({ from, to }) => from <= day && day <= to).map(({ text }) => text)

const copyInto = (client: PoolClient, target: string, lines: readonly string[]): Promise<void> =>
  pipeline(
    Readable.from([lines.map((line) => `${line}\n`).join('')]),
    client.query(copyFrom(`copy ${target} from stdin`)),
  )
