import type { Db } from '#platform/database/tx.ts'
import type { Authentication } from './authentication.ts'
import type { Seal } from './one-time-codes.ts'

/** What the module needs from outside its tables. */
export interface AccountPorts {
  auth: Authentication
  /** For what must stand although the request is refused, such as the count of wrong passwords. */
  db: Db
  seal: Seal
  /** The server listens on this machine only; sample accounts work nowhere else. */
  onLoopback: boolean
}
