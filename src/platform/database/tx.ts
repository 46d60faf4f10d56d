import type { NodePgDatabase } from 'drizzle-orm/node-postgres'

export type Db = NodePgDatabase

/** A transaction: what handlers read and write through. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
