import { readFileSync } from 'node:fs'
import type { Pool } from 'pg'

/** Milliseconds a process has been on a processor; 0 where the system does not tell (only Linux does). */
function onProcessor(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return 0
  }
}

async function databaseTime(pool: Pool): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database()`,
  )
  return new Map(rows.map(({ pid }) => [pid, onProcessor(pid)]))
}

/** Processor time a piece of work takes of this program and of its connections to the database, milliseconds. Whatever else the machine does is not in it. */
export async function processorOf(pool: Pool, work: () => Promise<unknown>): Promise<number> {
  const { own, database } = await processorsOf(pool, work)
  return own + database
}

/** The same, each by itself. */
export async function processorsOf(
  pool: Pool,
  work: () => Promise<unknown>,
): Promise<{ own: number; database: number }> {
  const before = await databaseTime(pool)
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  const after = await databaseTime(pool)
  const database = [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)
  return { own: (user + system) / 1000, database }
}
