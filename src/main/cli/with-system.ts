import { migrate } from '#platform/database/migrate.ts'
import { type OpenedDatabase, openDatabase } from '#platform/database/open-database.ts'
import { isStartUnfinished } from '#platform/database/unfinished-start.ts'
import { findHomeDivision } from '../home-division.ts'
import { addressOf, readSettings } from '../settings.ts'
import { startUnfinished } from '../start-refusals.ts'
import { openSystem, type System } from '../system.ts'
import type { Terminal } from './terminal.ts'

/** The database this installation works on: that of the running server, or the embedded one started for the command. */
export async function withDatabase<T>(terminal: Terminal, work: (database: OpenedDatabase) => Promise<T>): Promise<T> {
  const { dataFolder, databaseUrl, host, port } = readSettings(terminal.environment)
  const database = await openDatabase({ dataFolder, databaseUrl, address: addressOf(host, port), whenRunning: 'join' })
  try {
    await migrate(database.pool)
    if (await isStartUnfinished(database.pool)) throw startUnfinished({})
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The same with the business on top; `division` is the county this installation keeps. */
export function withSystem<T>(terminal: Terminal, work: (system: System, division: string) => Promise<T>): Promise<T> {
  const settings = readSettings(terminal.environment)
  const { dataFolder, ownHosts } = settings
  return withDatabase(terminal, async ({ db }) => {
    const homeDivision = await findHomeDivision(db, settings)
    const system = openSystem({ db, dataFolder, ownHosts, sampleOpen: false, homeDivision })
    try {
      return await work(system, homeDivision)
    } finally {
      await system.close()
    }
  })
}
