import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { dayOf } from '#kernel/moment.ts'
import { plainForms } from '#platform/backup/snapshot.ts'
import { lastMigration } from '#platform/database/migrate.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { filesHeading, type PreparedTable, readPrepared } from './prepared-rows.ts'
import { storyStops } from './story.ts'

/**
 * Loads the rows of the last stop of the story before a moment into a database without a sample.
 * @returns that stop; undefined, with nothing loaded, when nothing is prepared for the year or what is prepared is of
 * other tables than the program's
 */
export async function loadRows(
  { pool, files }: { pool: Pool; files: FileStore },
  { year, until }: { year: number; until: Date },
): Promise<Date | undefined> {
  const stop = storyStops(year).findLast((one) => one <= until)
  const prepared = stop && readPrepared(year)
  if (!prepared || prepared.migration !== (await lastMigration(pool))) return undefined
  const linesOf = linesAt(dayOf(stop))
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
  return stop
}

/** The rows of a table at the stop of a day. */
export const linesAt =
  (day: string) =>
  ({ rows }: PreparedTable): string[] =>
    rows.filter(({ from, to }) => from <= day && day <= to).map(({ text }) => text)

const copyInto = (client: PoolClient, target: string, lines: readonly string[]): Promise<void> =>
  pipeline(
    Readable.from([lines.map((line) => `${line}\n`).join('')]),
    client.query(copyFrom(`copy ${target} from stdin`)),
  )
