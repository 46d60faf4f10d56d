import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { generateDrizzleJson } from 'drizzle-kit/api'
import { expect, test } from 'vitest'

const snapshots = readdirSync('migrations/meta').filter((name) => name.endsWith('_snapshot.json'))
const migrations = readdirSync('migrations').filter((name) => name.endsWith('.sql'))

test('one snapshot is kept, that of the newest migration (npm run db:generate)', () => {
  expect(snapshots).toEqual([`${migrations.sort().at(-1)?.slice(0, 4)}_snapshot.json`])
})

test('the migrations make the tables the code declares: nothing is left to generate', async () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('/tables.ts'))
  const declared = await Promise.all(files.map((file): Promise<object> => import(resolve('src', file))))
  const exported = declared.flatMap((file, i) => Object.entries(file).map(([name, one]) => [`${name}${i}`, one]))
  const { schemas, tables } = JSON.parse(JSON.stringify(generateDrizzleJson(Object.fromEntries(exported))))
  const kept = JSON.parse(readFileSync(`migrations/meta/${snapshots[0]}`, 'utf8'))
  expect({ schemas: kept.schemas, tables: kept.tables }).toEqual({ schemas, tables })
})
