import type { PoolClient } from 'pg'
import type { Tx } from './tx.ts'

/**
 * What a transaction has read already, so that the modules one request passes through do not each read it again. It
 * lasts until the transaction ends or writes or locks something (decision 0034).
 */
const memories = new WeakMap<object, Map<string, Promise<unknown>>>()

/** A plain read; a row locked, a lock taken, anything written is none: what was read before may not hold after it. */
const isRead = (text: string): boolean =>
  /^\s*select\b/iu.test(text) && !/\bfor (?:no key )?(?:update|share)\b|pg_\w*lock/iu.test(text)

type Query = (asked: string | { text: string }, ...rest: unknown[]) => unknown

/** Lets go of what was remembered with every statement of a connection that is no plain read, its begin among them. */
export function forgetAtWrites(client: PoolClient): void {
  const query = client.query.bind(client) as Query
  client.query = ((asked: Parameters<Query>[0], ...rest: unknown[]) => {
    if (!isRead(typeof asked === 'string' ? asked : asked.text)) memories.delete(client)
    return query(asked, ...rest)
  }) as PoolClient['query']
}

/** The connection of a transaction; undefined outside of one. */
function connectionOf(tx: Tx): object | undefined {
  const { session } = tx._ as unknown as { session: { client: { release?: unknown } } }
  return session.client.release ? session.client : undefined
}

/**
 * What `load` reads, read once by the modules of a request. Nobody changes what they are given.
 * @param key names the facts in the whole product, module first: `programmes.contents 019b…`
 */
export function once<T>(tx: Tx, key: string, load: () => Promise<T>): Promise<T> {
  const connection = connectionOf(tx)
  if (!connection) return load()
  const known = memories.get(connection) ?? new Map<string, Promise<unknown>>()
  memories.set(connection, known)
  const held = known.get(key) as Promise<T> | undefined
  if (held) return held
  const loading = load()
  known.set(key, loading)
  loading.catch(() => known.delete(key))
  return loading
}
