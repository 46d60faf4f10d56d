import { Client, type Pool } from 'pg'

/**
 * A program shows that it lives by an advisory lock held on a connection of its own: the database drops it with the
 * connection, however the program ended. Jobs taken by a program without one are given back.
 */
export interface SignOfLife {
  end(): void
}

const lock = `select pg_advisory_lock(hashtextextended($1, 0))`

/** Takes the lock again whenever its connection is lost, until it is ended. */
export function showLife(pool: Pool, name: string, onFault: (error: unknown) => void): SignOfLife {
  let ended = false
  let held: Client | undefined
  let again: NodeJS.Timeout | undefined
  const letGo = () => {
    const client = held
    held = undefined
    void client?.end().catch(() => undefined)
  }
  const lost = (error: unknown) => {
    letGo()
    if (ended || again) return
    onFault(error)
    again = setTimeout(hold, 500)
  }
  const hold = () => {
    again = undefined
    void take().catch(lost)
  }
  const take = async () => {
    // Held as long as the program runs, and therefore none of the pool's.
    const client = new Client(pool.options)
    client.once('error', lost)
    held = client
    await client.connect()
    if (ended) return letGo()
    await client.query(lock, [name])
  }
  hold()
  return {
    end() {
      ended = true
      clearTimeout(again)
      letGo()
    },
  }
}

/**
 * Jobs of programs that were killed become free. Those taken less than three seconds ago are left alone: a program that
 * has just started may not hold its lock yet.
 */
export async function freeOrphans(pool: Pool): Promise<void> {
  await pool.query(`
    update graphile_worker._private_jobs as job set locked_at = null, locked_by = null
    where locked_by is not null and locked_at < now() - interval '3 seconds' and not exists (
      select from pg_locks
      where locktype = 'advisory' and granted and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
        and ((classid::bigint << 32) | objid::bigint) = hashtextextended(job.locked_by, 0))`)
}
