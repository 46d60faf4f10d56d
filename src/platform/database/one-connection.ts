import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'
import { LatePool } from './late-begin.ts'
import { databaseErrors } from './refusals.ts'
import type { Db } from './tx.ts'

/**
 * No path takes a second connection while it holds one: callers as many as the pool has connections would each wait for
 * one that only another could give back. Who tries gets an error at once, in tests and in service alike.
 */
const path = new AsyncLocalStorage<{ holding: boolean }>()

const taken = 'timeout exceeded when trying to connect'

function refuseSecond(): void {
  if (path.getStore()?.holding) throw new Error('a second connection was asked for within a transaction')
}

/** Watches the pool's connections, and turns a wait that took too long into a sentence. */
export function onePerPath(pool: Pool): Pool {
  const take = pool.connect.bind(pool) as Pool['connect']
  const checked = async (): Promise<PoolClient> => {
    refuseSecond()
    return take().catch((error: unknown) => {
      throw error instanceof Error && error.message === taken ? databaseErrors.busy({}) : error
    })
  }
  type Done = (error: Error | undefined, client?: PoolClient, release?: (destroy?: boolean | Error) => void) => void
  const connect = (done?: Done): Promise<PoolClient> | undefined => {
    if (!done) return checked()
    void Promise.resolve()
      .then(checked)
      .then(
        (client) => done(undefined, client, (destroy) => client.release(destroy)),
        (error: Error) => done(error),
      )
    return undefined
  }
  pool.connect = connect as Pool['connect']
  return pool
}

/** read_only_sql_transaction (PostgreSQL, appendix A), however deep it lies. */
const isOfReadOnly = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '25006') || isOfReadOnly(error.cause))

/**
 * The query layer of a pool, whose transactions mark everything they await as holding their connection until they end. Where
 * the disk has no room left, reading goes on and the first write ends in a sentence.
 */
export function withOwnConnection(pool: Pool, mayWrite: () => boolean): Db {
  const db: Db = drizzle({ client: pool })
  const late = new LatePool(pool, (take) => path.run({ holding: false }, take))
  const beginning: Db = drizzle({ client: late as unknown as Pool })
  db.transaction = async (work, config) => {
    refuseSecond()
    const own = { holding: true }
    const isShort = !mayWrite()
    return path.run(own, () =>
      beginning
        .transaction(work, isShort ? { ...config, accessMode: 'read only' } : config)
        .catch((error: unknown) => {
          throw isShort && isOfReadOnly(error) ? databaseErrors.diskShort({}) : error
        })
        .finally(() => {
          own.holding = false
        }),
    )
  }
  return db
}
