// npm run db:generate: a migration from the changed tables, by drizzle-kit. It compares with the newest snapshot alone, so
// that one is kept, a table a line: what changed is read in the SQL.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, project } from './project.mjs'

const generate = [inProject('node_modules/drizzle-kit/bin.cjs'), 'generate', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, generate, { cwd: project, stdio: 'inherit' })

const inMeta = (name) => join(inProject('migrations/meta'), name)
const aLineEach = (record, write = JSON.stringify) =>
  `{\n${Object.entries(record)
    .map(([key, value]) => `${JSON.stringify(key)}: ${write(value, key)}`)
    .join(',\n')}\n}`

const [newest, ...older] = readdirSync(inMeta('.'))
  .filter((name) => name.endsWith('_snapshot.json'))
  .sort()
  .reverse()
for (const name of older) rmSync(inMeta(name))
const snapshot = JSON.parse(readFileSync(inMeta(newest), 'utf8'))
const written = aLineEach(snapshot, (value, key) => (key === 'tables' ? aLineEach(value) : JSON.stringify(value)))
writeFileSync(inMeta(newest), `${written}\n`)
process.exit(status ?? 1)
