import type { Pool } from 'pg'
import type { Db } from '#platform/database/tx.ts'
import type { Settings } from './settings.ts'
import type { System } from './system.ts'

/** What a start has in hand once the database is open and migrated. */
export interface Running {
  db: Db
  pool: Pool
  settings: Settings
  system: System
  /** Whether the database was empty before this start. */
  isFirst: boolean
  /** Puts lines on the terminal at once: what is said only once must be said before it is kept. */
  show: (lines: readonly string[]) => void
}

/** Work between migrating and listening; returns lines for the terminal, shown under the address. */
export type StartStep = (running: Running) => Promise<string[]>
