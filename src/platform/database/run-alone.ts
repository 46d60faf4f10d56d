import { Client, type Pool } from 'pg'

// Any fixed number; migrations have another.
const lockNumber = 724_512_027

/** Runs the work while no other program on this database does: two that start at once go through it one after the other. */
export async function runAlone<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  // Of its own, not of the pool: the work takes from the pool while the lock is held.
  const client = new Client(pool.options)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    return await work()
  } finally {
    // Ends the lock with the connection.
    await client.end()
  }
}
