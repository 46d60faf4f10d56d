import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { addDays } from '#kernel/day.ts'
import { isNothing } from '#kernel/fields.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import { Vintage, type YearView } from '#kernel/registry/year-view.ts'
import { Year, type Years } from '#kernel/registry/years.ts'
import { insertAll } from '#platform/database/insert-all.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, type Implementation, implementForm } from '#platform/operation/implement.ts'
import { registryErrors } from './errors.ts'
import { type Columns, type Kit, valuesOf } from './kit.ts'
import { columnOf } from './list-records.ts'
import { enter, getRow, holdRegistry, ofCall } from './records.ts'
import { nameOf, openedValues } from './write-records.ts'

/** What one vintage says of a year of a record, in the state it has come to. */
export interface YearRow {
  recordId: string
  year: number
  vintage: Vintage
  version: number
  values: Values
  source: string
  savedBy: string
  recordedAt: Date
}

/** A registry that has figures by year. */
export type YearsKit = Kit & { years: Years }
export const hasYears = (kit: Kit): kit is YearsKit => kit.years !== undefined

const tableOf = ({ tables }: YearsKit): Columns => tables.years as unknown as Columns

interface Which {
  divisionCode: string
  ids: readonly string[]
  /** Of years up to that of this day … */
  on?: string | undefined
  /** … as far as it was known on that one. */
  knownOn?: string | undefined
}

/** The figures of these records by year, each vintage in the last state that was known; one taken back is left out. */
export async function listYearRows(
  tx: Tx,
  kit: YearsKit,
  { divisionCode, ids, on, knownOn }: Which,
): Promise<YearRow[]> {
  const table = tableOf(kit)
  const column = (name: string) => columnOf(table, name)
  const key = [column('recordId'), column('year'), column('vintage')]
  const rows = await tx
    .selectDistinctOn(key)
    .from(table)
    .where(
      and(
        eq(column('divisionCode'), divisionCode),
        inArray(column('recordId'), [...ids]),
        on === undefined ? undefined : lte(column('year'), Number(on.slice(0, 4))),
        knownOn === undefined
          ? undefined
          : sql`${column('recordedAt')} < ${addDays(knownOn, 1)}::timestamp at time zone 'Asia/Shanghai'`,
      ),
    )
    .orderBy(...key.map((one) => asc(one)), desc(column('version')))
  return (rows as (Omit<YearRow, 'values'> & Values)[]).map((row) => ({ ...row, values: valuesOf(kit.years, row) }))
}

/** What stands before the others of its year comes first. */
const rank = ({ vintage }: YearRow): number => -Vintage.options.indexOf(vintage)

const saysNothing = ({ values }: YearRow): boolean => Object.values(values).every(isNothing)

/** The figures of a record, newest year first, and of a year the vintage that stands before the others. */
export async function listYears(
  tx: Tx,
  kit: Kit,
  { id, ...which }: Omit<Which, 'ids'> & { id: string },
): Promise<YearView[]> {
  if (!hasYears(kit)) return []
  const rows = (await listYearRows(tx, kit, { ...which, ids: [id] })).filter((row) => !saysNothing(row))
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => b - a)
  return years.map((year) => ({
    year,
    sources: rows.filter((row) => row.year === year).toSorted((a, b) => rank(a) - rank(b)),
  }))
}

export type NewYear = Omit<YearRow, 'savedBy' | 'recordedAt'>

/** Adds a state to each: what was known before stays. @param rows with the version they follow */
export const writeYears = (
  kit: YearsKit,
  { tx, now, divisionCode, by }: { tx: Tx; now: Date; divisionCode: string; by: string },
  rows: readonly NewYear[],
): Promise<void> =>
  insertAll(
    tx,
    tableOf(kit) as PgTable,
    rows.map(({ values, version, ...row }) => ({
      ...row,
      ...values,
      version: version + 1,
      divisionCode,
      savedBy: by,
      recordedAt: now,
    })),
  )

/** Why a year cannot have figures yet. */
export const futureYear = (year: number, today: string): string | null =>
  year > Number(today.slice(0, 4)) ? `${year} 年还没有到，请填今年或以前的年度。` : null

type Saving = Call<Values>

/** Which year is meant, and where it stands. */
const Named = z.object({ year: Year, vintage: Vintage, basis: z.string().optional() })

async function findYear(kit: YearsKit, { tx, input, actor }: Saving): Promise<YearRow | undefined> {
  const rows = await listYearRows(tx, kit, { divisionCode: actor.divisionCode, ids: [String(input['recordId'])] })
  return rows.find(({ year, vintage }) => year === Number(input['year']) && vintage === input['vintage'])
}

/** The figures of a year as one vintage has them; all left empty, it says nothing any more. */
export const saveYear = (kit: YearsKit): Implementation =>
  implementForm(
    kit.years.operations.saveYear,
    async (call) => {
      await enter(kit, call)
      await getRow(kit, call, ofCall(kit, call))
      return (await findYear(kit, call))?.values ?? valuesOf(kit.years, {})
    },
    async (call) => {
      const { tx, input, actor, now, today, about } = call
      await enter(kit, call)
      await holdRegistry(tx, kit, actor.divisionCode)
      const record = await getRow(kit, call, ofCall(kit, call))
      const { year, vintage, basis = '' } = Named.parse(input)
      const problem = futureYear(year, today)
      if (problem !== null) throw registryErrors.notSo({ problem })
      const version = (await findYear(kit, call))?.version ?? 0
      const values = valuesOf(kit.years, input)
      const row = { recordId: record.id, year, vintage, version, values, source: basis }
      await writeYears(kit, { tx, now, divisionCode: actor.divisionCode, by: actor.name }, [row])
      about(`${kit.noun}“${nameOf(kit, openedValues(kit, record))}” ${year} 年数据`)
      return { year }
    },
  )

/** What one that is merged has of years the other has not is the other's from now on. */
export async function mergeYears(
  kit: Kit,
  writing: Parameters<typeof writeYears>[1],
  { from, into }: { from: string; into: string },
): Promise<void> {
  if (!hasYears(kit)) return
  const rows = await listYearRows(writing.tx, kit, { divisionCode: writing.divisionCode, ids: [from, into] })
  const kept = new Set(rows.filter(({ recordId }) => recordId === into).map(({ year, vintage }) => year + vintage))
  const taken = rows.filter(({ recordId, year, vintage }) => recordId === from && !kept.has(year + vintage))
  await writeYears(
    kit,
    writing,
    taken.map(({ year, vintage, values, source }) => ({ recordId: into, version: 0, year, vintage, values, source })),
  )
}
