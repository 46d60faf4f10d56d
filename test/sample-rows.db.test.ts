import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { countIds } from '#kernel/ids.ts'
import { dayOf } from '#kernel/moment.ts'
import { sampleDivision } from '../src/main/sample-county.ts'
import { linesAt, loadRows } from '../src/main/sample-year/load-rows.ts'
import { playYear } from '../src/main/sample-year/play-year.ts'
import { formatPrepared, preparedYears, readPrepared } from '../src/main/sample-year/prepared-rows.ts'
import { readStory, storyStops } from '../src/main/sample-year/story.ts'
import { readTables, writeRows } from '../src/main/sample-year/write-rows.ts'
import { openSystem } from '../src/main/system.ts'
import { sandbox } from './sandbox.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
async function emptyPlace() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-rows-'))
  folders.push(dataFolder)
  return { ...(await sandbox()), dataFolder }
}

/** Every table with its rows, as words that name both where they differ. */
const told = (tables: Iterable<readonly [string, readonly string[]]>): string[] =>
  [...tables].flatMap(([heading, lines]) => lines.map((line) => `${heading.split(' (')[0]} ${line}`)).toSorted()

/** Rows one side has and the other lacks; a few of them are enough to see why. */
function differing(prepared: readonly string[], played: readonly string[]) {
  const [before, now] = [new Set(prepared), new Set(played)]
  const only = (rows: readonly string[], others: ReadonlySet<string>) =>
    rows.filter((row) => !others.has(row)).slice(0, 5)
  return { onlyPrepared: only(prepared, now), onlyPlayed: only(played, before) }
}

const alike = { onlyPrepared: [], onlyPlayed: [] }

const places = await Promise.all(preparedYears.map(async (year) => ({ year, place: await emptyPlace() })))
describe.each(places)('the prepared rows of $year', ({ year, place }) => {
  test('are what the story leaves when it is played (else: npm run sample)', { timeout: 600_000 }, async () => {
    const played = await writeRows(place, year)
    const rows = ({ tables }: typeof played) =>
      told(tables.map(({ heading, rows: all }) => [heading, all.map(({ from, to, text }) => `${from} ${to} ${text}`)]))
    const prepared = readPrepared(year) ?? { migration: '', tables: [] }
    expect(differing(rows(prepared), rows(played))).toEqual(alike)
    expect(formatPrepared(played) === formatPrepared(prepared)).toBe(true)
  })
})

const resumed = await emptyPlace()
test('loaded at one stop and played on, they become those of the next', { timeout: 120_000 }, async () => {
  const [year = 0] = preparedYears
  // In these days agencies report, a meeting is planned and called, and a case is handled.
  const [, next = new Date(0)] = storyStops(year).filter((stop) => dayOf(stop).startsWith(`${year}-09`))
  const { db, pool, dataFolder } = resumed
  const clock = { now: new Date(next.getTime() - 1) }
  const open = () =>
    openSystem({ db, dataFolder, sampleOpen: true, homeDivision: sampleDivision, clock: () => clock.now })
  const { files } = open().planPorts
  const loadedTo = await loadRows({ pool, files }, { year, until: clock.now })
  expect(loadedTo && dayOf(loadedTo)).toBe(`${year}-09-15`)
  clock.now = loadedTo ?? clock.now
  countIds(() => clock.now)
  const past = open()
  await playYear(past, clock, { story: readStory(year), until: next })
  await past.close()
  const prepared = (readPrepared(year)?.tables ?? []).map(
    (table) => [table.heading, linesAt(dayOf(next))(table)] as const,
  )
  expect(differing(told(prepared), told((await readTables(resumed)).tables))).toEqual(alike)
})

test('together they weigh little', () => {
  const weights = preparedYears.map((year) => gzipSync(formatPrepared(readPrepared(year)!)).length)
  expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThan(600_000)
})
