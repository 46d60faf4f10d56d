import type { Pool } from 'pg'

// Any fixed number; migrations have another.
const lockNumber = 724_512_027

/** Runs the work while no other program on this database does: two that start at once go through it one after the other. */
export async function runAlone<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    return await work()
  } finally {
    // Ends the connection and with it the lock.
    client.release(true)
  }
}
