import type { Db } from '#platform/database/tx.ts'
import type { Seal } from './one-time-codes.ts'

/** What the module needs from outside its tables. */
export interface AccountPorts {
  /** For who asks, which is found out before there is a transaction. */
  db: Db
  seal: Seal
  /** Whoever runs the program has opened the sample accounts, whose password everybody can read. */
  sampleOpen: boolean
}
