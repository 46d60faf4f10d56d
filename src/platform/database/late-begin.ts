import type { Pool, PoolClient } from 'pg'
import { forget } from './once.ts'

/** What may stand before a bracket in a statement that only reads; whatever else is called may write or lock. */
const harmless: ReadonlySet<string> = new Set([
  'all', 'and', 'any', 'array_agg', 'as', 'by', 'case', 'char', 'coalesce', 'count', 'date_trunc', 'distinct', 'exists', 'filter', 'from', 'in',
  'join', 'json_agg', 'json_build_array', 'json_build_object', 'jsonb_array_elements_text', 'jsonb_array_length', 'jsonb_path_query_array', 'lower', 'max', 'min', 'not', 'on', 'or', 'over', 'select',
  'sum', 'then', 'to_regclass', 'union', 'when', 'where',
]) // biome-ignore format: a list

/**
 * Whether a statement reads and does nothing else. Under READ COMMITTED, which every transaction of ours has, each statement
 * sees what is committed when it begins (PostgreSQL, 13.2.1): such a one answers the same inside a transaction and outside.
 */
export function isPlainReading(text: string): boolean {
  if (!/^\s*select\s/i.test(text) || /\sfor\s+(?:no\s+key\s+)?(?:update|key\s+share|share)\b/i.test(text)) return false
  return [...text.toLowerCase().matchAll(/([\w.]+)\s?\(/g)].every(([, called = '']) => harmless.has(called))
}

interface Asked {
  text: string
}

/** A connection that is taken with the first statement, and whose transaction begins with the first that is no plain reading. */
class LateClient {
  readonly #connect: () => Promise<PoolClient>
  #client: Promise<PoolClient> | undefined
  /** What is to be sent before anything is written; undefined once it was. */
  #begin: string | undefined

  constructor(connect: () => Promise<PoolClient>) {
    this.#connect = connect
  }

  async query(asked: Asked, values?: unknown[]): Promise<unknown> {
    const { text } = asked
    // One that asks for more than READ COMMITTED begins at once.
    if (/^begin(?: read only)?$/.test(text)) {
      this.#begin = text
      return undefined
    }
    const isOpen = this.#begin === undefined
    if (!isOpen && /^(?:commit|rollback)$/.test(text)) return undefined
    const reads = isPlainReading(text)
    if (!reads) forget(this)
    const client = await (this.#client ??= this.#connect())
    if (this.#begin === undefined || reads) return client.query(asked, values)
    const begin = this.#begin
    this.#begin = undefined
    await client.query(begin)
    return client.query(asked, values)
  }

  release(): void {
    void this.#client?.then((client) => client.release()).catch(() => undefined)
  }
}

/** What the query layer takes for a pool when it opens a transaction: its connections begin late. */
export class LatePool {
  readonly #connect: () => Promise<PoolClient>

  constructor(pool: Pool, around: <T>(take: () => T) => T) {
    this.#connect = () => around(() => pool.connect())
  }

  connect = async (): Promise<LateClient> => new LateClient(this.#connect)
}
