import { Refusal } from '#kernel/errors.ts'
import { type Check, checkSigns, isSick } from '#modules/office/maintenance/domain/check.ts'
import { checkDatabase, checkMachine } from '#modules/office/maintenance/server/index.ts'
import { readSettings } from '../settings.ts'
import { openedDatabase } from './opened-database.ts'
import type { Command } from './terminal.ts'
import { parse } from './usage.ts'

/**
 * `guatu doctor [--all] [--json]`: looks at machine, database, trail, files, jobs and backups; a line for each with what to
 * do. 1 when something is wrong now, 0 otherwise. `--all` reads every kept file instead of a sample.
 */
export const doctor: Command = async (args, terminal) => {
  const { values } = parse({ args, options: { all: { type: 'boolean' }, json: { type: 'boolean' } } }, terminal)
  const { dataFolder, quota } = readSettings(terminal.environment)
  const { now } = terminal
  const asked = { dataFolder, now, all: values.all === true, countyBytes: quota.countyBytes }
  const ofDatabase = openedDatabase(terminal, ({ db }) => checkDatabase(db, asked)).catch(unreachable)
  const checks = [...(await checkMachine(asked)), ...(await ofDatabase)]
  if (values.json) terminal.out(`${JSON.stringify(checks)}\n`)
  else for (const { level, title, sentence } of checks) terminal.out(`${checkSigns[level]} ${title}：${sentence}\n`)
  return isSick(checks) ? 1 : 0
}

function unreachable(error: unknown): Check[] {
  if (!(error instanceof Refusal)) throw error
  return [{ code: 'database', level: 'bad', title: '数据库', sentence: error.message }]
}
