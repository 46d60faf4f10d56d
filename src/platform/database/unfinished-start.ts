import type { Pool } from 'pg'

/**
 * A first start that has not come to its end: the mark is set before its first write and taken away after its last, so
 * that one killed in between is begun anew instead of going on with half of what it makes.
 */
const table = 'public.unfinished_start'

export async function isStartUnfinished(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])
  return rows[0]?.found === true
}

export const markStart = (pool: Pool): Promise<unknown> =>
  pool.query(`create table if not exists ${table} (begun_at timestamptz not null default now())`)

export const markStartDone = (pool: Pool): Promise<unknown> => pool.query(`drop table if exists ${table}`)
