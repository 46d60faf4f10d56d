import { type DatabaseSettings, type OpenedDatabase, openDatabase } from '#platform/database/open-database.ts'
import { addressOf, readSettings, type Settings } from '../settings.ts'
import type { Terminal } from './terminal.ts'

/** The database as it is, not migrated: that of the running server, or the embedded one started for the command. */
export async function openedDatabase<T>(
  terminal: Terminal,
  work: (database: OpenedDatabase, settings: Settings) => Promise<T>,
  how: Pick<DatabaseSettings, 'whenRunning' | 'unfinishedRestore'> = { whenRunning: 'join' },
): Promise<T> {
  const settings = readSettings(terminal.environment)
  const { dataFolder, databaseUrl, host, port } = settings
  const database = await openDatabase({ dataFolder, databaseUrl, address: addressOf(host, port), ...how })
  try {
    return await work(database, settings)
  } finally {
    await database.close()
  }
}
