import { once } from 'node:events'
import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { runAlone } from '#platform/database/run-alone.ts'
import { dieQuietly, reportFault } from '#platform/fault/report-fault.ts'
import { buildApp } from './app.ts'
import { findHomeDivision } from './home-division.ts'
import { runStart } from './run-start.ts'
import { addressOf, readSettings, type Settings } from './settings.ts'
import { databaseLost, fail, listenRefusal } from './start-refusals.ts'
import { startSteps } from './start-steps.ts'
import { type Opened, stopOnSignal } from './stop-on-signal.ts'
import { openSystem } from './system.ts'

/** Refuses a place that is taken before anything is made there: no database, no password shown to nobody. */
async function probe({ host, port }: Settings): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening').catch((error: unknown) => Promise.reject(listenRefusal(error, { host, port })))
  await once(server.close(), 'close')
}

/** @returns the address to open, with the port the system chose when 0 was asked for */
async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  await app.listen({ host, port }).catch((error: unknown) => Promise.reject(listenRefusal(error, { host, port })))
  const bound = app.server.address()
  return addressOf(host, bound && typeof bound === 'object' ? bound.port : port)
}

const show = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)

async function start(opened: Opened): Promise<void> {
  const settings = readSettings(process.env)
  const { dataFolder, databaseUrl, host, port } = settings
  await probe(settings)
  const onLost = (why: Error = databaseLost({ dataFolder })) => fail(why)
  const database = await openDatabase({ dataFolder, databaseUrl, address: addressOf(host, port), onLost })
  opened.database = database
  await migrate(database.pool)
  const homeDivision = await findHomeDivision(database.db, settings)
  const system = openSystem({
    db: database.db,
    dataFolder,
    ownHosts: settings.ownHosts,
    sampleOpen: settings.sampleOpen,
    homeDivision,
    auditFolder: settings.auditFolder,
    quota: settings.quota,
    onFault: reportFault,
  })
  opened.system = system
  const running = { ...database, settings, system, isFirst: false, show }
  const lines = await runAlone(database.pool, () => runStart(running, startSteps))
  await system.jobs.start(database.pool)
  const app = await buildApp(system, settings)
  opened.app = app
  const address = await listen(app, settings)
  process.stdout.write(`${[`挂图已启动：${address}`, ...lines, '按 Ctrl-C 停止。'].join('\n')}\n`)
}

dieQuietly()
const opened: Opened = {}
stopOnSignal(opened)
try {
  await start(opened)
} catch (error) {
  await opened.system?.close()
  await opened.database?.close()
  fail(error)
}
