import type { FastifyInstance } from 'fastify'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { buildApp } from './app.ts'
import { addressOf, readSettings, type Settings } from './settings.ts'
import { databaseLost, fail, listenRefusal } from './start-refusals.ts'
import { startSteps } from './start-steps.ts'
import { type Opened, stopOnSignal } from './stop-on-signal.ts'

/** @returns the address to open, with the port the system chose when 0 was asked for */
async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  await app.listen({ host, port }).catch((error: unknown) => Promise.reject(listenRefusal(error, { host, port })))
  const bound = app.server.address()
  return addressOf(host, bound && typeof bound === 'object' ? bound.port : port)
}

async function start(opened: Opened): Promise<void> {
  const settings = readSettings(process.env)
  const { dataFolder, databaseUrl, host, port } = settings
  const onLost = () => fail(databaseLost({ dataFolder }))
  const database = await openDatabase({ dataFolder, databaseUrl, address: addressOf(host, port), onLost })
  opened.database = database
  await migrate(database.pool)
  const running = { ...database, settings }
  const lines: string[] = []
  for (const step of startSteps) lines.push(...(await step(running)))
  const app = await buildApp(running)
  opened.app = app
  const address = await listen(app, settings)
  process.stdout.write(`${[`挂图已启动：${address}`, ...lines, '按 Ctrl-C 停止。'].join('\n')}\n`)
}

const opened: Opened = {}
stopOnSignal(opened)
try {
  await start(opened)
} catch (error) {
  await opened.database?.close()
  fail(error)
}
