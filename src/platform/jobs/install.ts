import { Logger, runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'

/** The list of jobs says nothing by itself: failures stand in the table, and messages may carry what people wrote. */
export const silent = new Logger(() => () => undefined)

/** Makes or updates the tables of the jobs (schema graphile_worker); two programs may do it at once. */
export const installJobs = (pool: Pool): Promise<void> => runMigrations({ pgPool: pool, logger: silent })
