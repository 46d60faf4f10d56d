import type { Pool } from 'pg'
import type { Db } from '#platform/database/tx.ts'
import type { Settings } from './settings.ts'

/** What a start has in hand once the database is open and migrated. */
export interface Running {
  db: Db
  pool: Pool
  settings: Settings
}

/** Work between migrating and listening; returns lines for the terminal, shown under the address. */
export type StartStep = (running: Running) => Promise<string[]>

/** In this order, before the first request. */
export const startSteps: readonly StartStep[] = []
