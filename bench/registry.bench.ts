import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import { z } from 'zod'
import { actorOf } from '#kernel/actor.ts'
import { allianceRegistry } from '#modules/registries/alliances/contract.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { openSystem } from '../src/main/system.ts'
import { allianceName } from './registry/names.ts'
import { startAt } from './requests/start.ts'
import { sequence } from './sequence.ts'
import { median, table } from './table.ts'

/**
 * A registry of many records: a sheet imported (time, peak memory of this process with its threads), and pages of the list
 * with two filters and a search beside the same SQL written by hand, asked in turn. `npm run bench registry 100000`
 */
const count = Number(process.argv[2] ?? 100_000)
const asked = 200
const divisionCode = '470326'
const { importRecords, getImport, writeImport, listRecords } = allianceRegistry.operations
const Imported = z.object({ importId: z.string(), state: z.string(), refusal: z.string().nullable() }).partial()

const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
chmodSync(dataFolder, 0o711)
const database = await openDatabase({ dataFolder, address: 'bench', durable: false })
await migrate(database.pool)
const { db, pool } = database
const system = openSystem({
  db,
  dataFolder,
  sampleOpen: true,
  homeDivision: divisionCode,
  onFault: (error) => console.error(error),
})
const office = actorOf({ userId: 'bench', name: 'office' }, { id: '', role: 'office', divisionCode, party: null })

/** The built program on the sample county, its memory counted from when it listens: the server with its threads. */
async function importSheet(): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  chmodSync(folder, 0o711)
  const begins = new Date('2026-07-01T02:00:00Z')
  // The first start loads the sample, which is no part of what is measured.
  await (await startAt(folder, begins)).stop()
  const program = await startAt(folder, begins)
  try {
    program.resetPeak()
    const account = { username: 'office', password: 'Guatu-demo-2026' }
    const headers = { 'content-type': 'application/json', origin: program.address }
    const signIn = { method: 'POST', headers, body: JSON.stringify(account) }
    const signedIn = await fetch(`${program.address}/api/auth/sign-in/username`, signIn)
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const call = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(`${program.address}/api/alliances${path}`, {
        ...init,
        headers: { cookie, origin: program.address, ...init.headers },
      })
      if (!answer.ok) throw new Error(await answer.text())
      return Imported.parse(await answer.json())
    }
    const rows = [['listening', '', String(program.memory().most)]]
    const until = async (importId: string, wanted: string, name: string) => {
      const begun = performance.now()
      for (;;) {
        const { state, refusal } = await call(`/imports/${importId}`)
        if (state === wanted) break
        if (state === 'refused') throw new Error(refusal ?? '')
        await setTimeout(200)
      }
      rows.push([name, ((performance.now() - begun) / 1000).toFixed(1), String(program.memory().most)])
    }
    const bytes = readFileSync(sheet)
    const sent = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('联盟.xlsx') }
    const { importId = '' } = await call('/imports', { method: 'POST', body: bytes, headers: sent })
    await until(importId, 'tried', `${count} rows of ${(bytes.length / 1e6).toFixed(1)} MB tried`)
    const json = { 'content-type': 'application/json' }
    await call(`/imports/${importId}/write`, { method: 'POST', body: '{}', headers: json })
    await until(importId, 'written', 'written, with a version each')
    return rows
  } finally {
    await program.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** For the list, in this process: beside the same SQL on the same connections. */
async function fillList(): Promise<void> {
  const bytes = readFileSync(sheet)
  const { importId } = await system.call(importRecords, office, {}, { name: '联盟.xlsx', bytes })
  await system.jobs.drain()
  await system.call(writeImport, office, { importId })
  await system.jobs.drain()
  const { state, counts } = await system.call(getImport, office, { importId })
  if (state !== 'written' || counts.added !== count) throw new Error(`${state}: ${JSON.stringify(counts)}`)
}

/** The same page and count as one would write them by hand for this table. */
const byHand = (text: string) => {
  const where = `where division_code = $1 and merged_into_id is null and ended_on is null and state = 'active'
    and founded_on between '2012-01-01' and '2020-12-31' and search @@ $2::tsquery`
  const shown =
    'id, version, ended_on, merged_into_id, saved_by, saved_at, name, field, leader, agency_id, members, state, founded_on, contact, phone'
  const values = [divisionCode, text]
  return async (on: Pool) => {
    await on.query(
      `select ${shown}, count(*) over () from alliances.alliance ${where} order by sort_key, id limit 50`,
      values,
    )
  }
}

const p95 = (times: readonly number[]) => times.slice(20).sort((a, b) => a - b)[Math.floor(asked * 0.95)] ?? 0

const take = async (times: number[], work: () => Promise<unknown>) => {
  const begun = performance.now()
  await work()
  times.push(performance.now() - begun)
}

async function listPages(): Promise<string[][]> {
  await pool.query('vacuum analyze alliances.alliance')
  const chance = sequence(7)
  const [kit, hand]: [number[], number[]] = [[], []]
  for (let i = 0; i < asked + 20; i += 1) {
    const name = allianceName(chance(count))
    const text = i % 2 === 0 ? name.slice(3, 7) : name.slice(0, 2)
    const pairs = [...text].slice(0, -1).map((letter, at) => `'${letter}${text[at + 1] ?? ''}'`)
    const input = { text, state: 'active', foundedOn: '2012-01-01..2020-12-31' }
    await take(kit, () => system.call(listRecords, office, input))
    await take(hand, () => byHand([`'@${divisionCode}'`, ...pairs].join(' & '))(pool))
  }
  const line = (name: string, times: number[]) => [name, median(times.slice(20)).toFixed(1), p95(times).toFixed(1)]
  const ratio = [
    'ratio',
    (median(kit.slice(20)) / median(hand.slice(20))).toFixed(2),
    (p95(kit) / p95(hand)).toFixed(2),
  ]
  return [line('list: two filters and a search, first page and count', kit), line('the same SQL by hand', hand), ratio]
}

const sheet = join(dataFolder, 'sheet.xlsx')
const flags = ['--import', 'tsx', 'bench/registry/write-sheet.ts', sheet, String(count)]
if (spawnSync(process.execPath, flags, { stdio: 'inherit' }).status !== 0)
  throw new Error('the sheet could not be written')

try {
  console.log(table(['import', 's', 'peak, MB'], await importSheet()))
  await fillList()
  console.log(`\n${table([`list of ${count}`, 'median, ms', 'p95, ms'], await listPages())}`)
} finally {
  await system.close()
  await database.close()
  rmSync(dataFolder, { recursive: true, force: true })
}
