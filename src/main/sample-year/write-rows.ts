import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Pool } from 'pg'
import { countIds } from '#kernel/ids.ts'
import { dayOf } from '#kernel/moment.ts'
import { copyTarget, fullName } from '#platform/backup/list-tables.ts'
import { openSnapshot } from '#platform/backup/snapshot.ts'
import type { Db } from '#platform/database/tx.ts'
import { foundCounty, sampleDivision } from '../sample-county.ts'
import { openSystem } from '../system.ts'
import { playYear } from './play-year.ts'
import { filesHeading, type Prepared, type PreparedRow } from './prepared-rows.ts'
import { readStory, storyBegins, storyStops } from './story.ts'

/** A database and a folder that hold nothing else. */
interface Place {
  db: Db
  pool: Pool
  dataFolder: string
}

/** Plays the story of a year from its first day to its end, and keeps the rows there are at each stop. */
export async function writeRows(place: Place, year: number): Promise<Prepared> {
  const { db, dataFolder } = place
  const clock = { now: storyBegins(year) }
  countIds(() => clock.now)
  const past = openSystem({ db, dataFolder, sampleOpen: true, homeDivision: sampleDivision, clock: () => clock.now })
  const kept = new KeptRows()
  try {
    await foundCounty(past, year)
    for (const until of storyStops(year)) {
      // As whoever takes the story up at the last stop may count: what is played on can be held against these rows.
      countIds(() => clock.now)
      await playYear(past, clock, { story: readStory(year), until })
      kept.keep(dayOf(until), await readTables(place))
    }
  } finally {
    await past.close()
  }
  return kept.prepared()
}

/** What is worked out anew on the first question of a new day, which is the day after these rows were read. */
const ofTheDay = new Set(['"lamps"."standing"', '"lamps"."standing_verdict"', '"lamps"."touched"'])

/** What a database and its files hold at one moment. */
export interface Held {
  migration: string
  /** By heading, each behind those it refers to. */
  tables: ReadonlyMap<string, readonly string[]>
}

export async function readTables({ pool, dataFolder }: Omit<Place, 'db'>): Promise<Held> {
  const snapshot = await openSnapshot(pool)
  try {
    const [waiting] = await snapshot.listJobs()
    if (waiting) throw new Error(`work waits that no row would keep: ${waiting.task} at ${waiting.runAt}`)
    const tables = new Map<string, readonly string[]>([[filesHeading, readFiles(join(dataFolder, 'files'))]])
    for (const table of snapshot.tables.filter((one) => !ofTheDay.has(fullName(one)))) {
      const lines = (await text(snapshot.copy(table))).split('\n').slice(0, -1)
      tables.set(copyTarget(table), withoutWords(table, lines))
    }
    return { migration: snapshot.migrations.at(-1)?.name ?? '', tables }
  } finally {
    await snapshot.close()
  }
}

/** Words records are found by are a tenth of all, and are made anew by the start that loads them (`makeFindable`). */
function withoutWords({ columns }: { columns: readonly string[] }, lines: readonly string[]): readonly string[] {
  const at = columns.indexOf('search')
  return at < 0 ? lines : lines.map((line) => line.split('\t').with(at, '').join('\t'))
}

const readFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => JSON.stringify(readFileSync(join(parentPath, name), 'utf8')))

/** Rows of one stop after another; one that stands unchanged through several is kept once. */
class KeptRows {
  readonly #rows = new Map<string, Map<string, PreparedRow[]>>()
  #last: string | undefined
  #migration = ''

  keep(day: string, { migration, tables }: Held): void {
    this.#migration = migration
    for (const [heading, lines] of tables) {
      const known = this.#rows.get(heading) ?? new Map<string, PreparedRow[]>()
      this.#rows.set(heading, known)
      for (const line of lines) known.set(line, this.#extend(known.get(line) ?? [], line, day))
    }
    this.#last = day
  }

  #extend(spans: PreparedRow[], line: string, day: string): PreparedRow[] {
    const open = spans.at(-1)
    if (open && open.to === this.#last) return [...spans.slice(0, -1), { ...open, to: day }]
    return [...spans, { from: day, to: day, text: line }]
  }

  prepared(): Prepared {
    const tables = [...this.#rows].map(([heading, known]) => ({
      heading,
      rows: [...known.values()].flat().toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)),
    }))
    return { migration: this.#migration, tables: tables.filter(({ rows }) => rows.length > 0) }
  }
}
