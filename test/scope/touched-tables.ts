import type { Pool } from 'pg'
import { hashedTables } from './rows-of-county.ts'

export interface TouchedTables {
  /** The tables written to since this was last asked, by whatever statement, job or connection; what was rolled back is none. */
  take(): Promise<string[]>
}

/**
 * Lets the database itself note which tables are written to. So what a call may have changed is known without a list of it
 * that somebody would have to keep, and only that has to be looked at; who looks at all at the end proves that nothing escaped.
 */
export async function watchTables(pool: Pool): Promise<TouchedTables> {
  await pool.query(`create schema watch; create unlogged table watch.touched (name text not null);
    create function watch.note() returns trigger language plpgsql as $$ begin
      insert into watch.touched values (format('%I.%I', tg_table_schema, tg_table_name)); return null; end $$`)
  for (const name of await hashedTables(pool))
    await pool.query(`create trigger zz_watched after insert or update or delete or truncate on ${name}
      for each statement execute function watch.note()`)
  return {
    take: async () => {
      const { rows } = await pool.query<{ name: string }>('delete from watch.touched returning name')
      return [...new Set(rows.map(({ name }) => name))]
    },
  }
}
