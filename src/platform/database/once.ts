import type { Tx } from './tx.ts'

/**
 * What a transaction has read already, so that the modules one request passes through do not each read it again. It
 * lasts until the transaction ends, or writes or locks something (decision 0034).
 */
const memories = new WeakMap<object, Map<string, Promise<unknown>>>()

/** Lets go of all a transaction remembers: what was read before may not hold any more. */
export const forget = (client: object): void => void memories.delete(client)

/** What carries the statements of a transaction, one for each; undefined outside of one. */
function clientOf(tx: Tx): object | undefined {
  const { session } = tx._ as unknown as { session: { client: { release?: unknown } } }
  return session.client.release ? session.client : undefined
}

/**
 * What `load` reads, read once by the modules of a request. Nobody changes what they are given.
 * @param key names the facts in the whole product, module first: `programmes.contents 019b…`
 */
export function once<T>(tx: Tx, key: string, load: () => Promise<T>): Promise<T> {
  const client = clientOf(tx)
  if (!client) return load()
  const known = memories.get(client) ?? new Map<string, Promise<unknown>>()
  memories.set(client, known)
  const held = known.get(key) as Promise<T> | undefined
  if (held) return held
  const loading = load()
  known.set(key, loading)
  loading.catch(() => known.delete(key))
  return loading
}
