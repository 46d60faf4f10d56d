import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  ilike,
  inArray,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { addDays } from '#kernel/day.ts'
import type { FormField } from '#kernel/fields.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import { type Asked, getField, keysOf } from '#kernel/registry/registry.ts'
import type { Tx } from '#platform/database/tx.ts'
import { aroundOf, type Columns, currentOf, type Kit, type Row, versionsOf } from './kit.ts'
import { hashOf, isIdentity } from './registry-tables.ts'
import { searchQuery } from './search-words.ts'

/** How the records of one owner are asked for. */
export interface Listing {
  divisionCode: string
  today: string
  /** Whether who asks sees the people behind the records, and may look for them. */
  people: boolean
  asked: Omit<z.output<typeof Asked>, 'page' | 'size'> & Values
}

interface Page {
  page: number
  size: number
}

/** One page and how many there are in all; the whole list without a page. */
export async function listRecords(
  tx: Tx,
  kit: Kit,
  { listing, page }: { listing: Listing; page?: Page },
): Promise<{ rows: Row[]; total: number }> {
  const source = sourceOf(tx, kit, listing)
  const where = conditionOf(kit, source, listing)
  const columns = shownColumns(kit, source, page === undefined)
  const query = tx
    .select({ ...columns, ...(page && { total: sql<number>`(count(*) over ())::int` }) })
    .from(source)
    .where(where)
    .orderBy(...orderOf(kit, source, listing))
  if (!page) {
    const rows = (await query) as unknown as Row[]
    return { rows, total: rows.length }
  }
  const found = (await query.limit(page.size).offset((page.page - 1) * page.size)) as (Row & { total: number })[]
  const [first] = found
  if (first || page.page === 1) return { rows: found, total: first?.total ?? 0 }
  const [counted] = await tx.select({ n: count() }).from(source).where(where)
  return { rows: [], total: counted?.n ?? 0 }
}

/** What a list shows; the rest of a record stays where it is. */
function shownColumns(kit: Kit, source: Columns, isWhole: boolean): Record<string, PgColumn> {
  const own = isWhole ? kit.fields.map(({ name }) => name) : [...new Set([...keysOf(kit), ...kit.list])]
  const names = ['id', 'version', 'endedOn', 'mergedIntoId', 'savedBy', 'savedAt', ...own]
  return Object.fromEntries(names.flatMap((name) => (source[name] ? [[name, source[name]]] : [])))
}

/** The records as they are; or as they were on a day, as far as that was known on another. */
function sourceOf(tx: Tx, kit: Kit, { divisionCode, asked: { on, knownOn } }: Listing): Columns {
  if (on === undefined && knownOn === undefined) return currentOf(kit)
  return asOf(tx, kit, { divisionCode, on, knownOn })
}

/** Of each record the version that was the last to begin by `on`, among those known by the end of `knownOn`. */
export function asOf(
  tx: Tx,
  kit: Kit,
  { divisionCode, on, knownOn }: { divisionCode: string; on?: string | undefined; knownOn?: string | undefined },
): Columns {
  const versions = versionsOf(kit)
  const { id, validFrom, version } = versions
  const known =
    knownOn === undefined
      ? undefined
      : sql`${versions['recordedAt']} < ${addDays(knownOn, 1)}::timestamp at time zone 'Asia/Shanghai'`
  return tx
    .selectDistinctOn([id as PgColumn], getTableColumns(versions))
    .from(versions)
    .where(
      and(
        eq(columnOf(versions, 'divisionCode'), divisionCode),
        on === undefined ? undefined : lte(validFrom as PgColumn, on),
        known,
      ),
    )
    .orderBy(asc(id as PgColumn), desc(validFrom as PgColumn), desc(version as PgColumn))
    .as('as_of') as unknown as Columns
}

/** @throws when there is no such column: a mistake of the kit */
export function columnOf(source: Columns, name: string): PgColumn {
  const column = source[name]
  if (!column) throw new Error(`no column ${name}`)
  return column
}

function conditionOf(kit: Kit, source: Columns, { divisionCode, today, people, asked }: Listing): SQL | undefined {
  const column = (name: string) => columnOf(source, name)
  const around = Object.entries(aroundOf(kit, asked)).map(([name, id]) => eq(column(name), id))
  return and(
    eq(column('divisionCode'), divisionCode),
    isNull(column('mergedIntoId')),
    ...around,
    hasEnded(column('endedOn'), { ended: asked.ended, on: asked.on ?? today }),
    asked.text ? soughtIn(kit, source, { typed: asked.text, divisionCode, people }) : undefined,
    ...kit.filters.map((name) => filterOf(getField(kit, name), column(name), asked[name])),
  )
}

/** What ends on a day to come has not ended. */
function hasEnded(endedOn: PgColumn, { ended, on }: { ended: Listing['asked']['ended']; on: string }) {
  if (ended === 'with') return undefined
  return ended === 'only' ? lte(endedOn, on) : or(isNull(endedOn), gt(endedOn, on))
}

/** By the words, or by the whole of a number that is kept encrypted; what holds neither finds nothing. */
function soughtIn(
  { fields, ports }: Kit,
  source: Columns,
  { typed, ...whose }: { typed: string; divisionCode: string; people: boolean },
): SQL {
  const query = searchQuery(typed, whose)
  const number = typed.trim().toUpperCase()
  const hash = number.length < 15 || !whose.people ? undefined : ports.seal?.hash(number)
  const hashed = fields.filter(isIdentity).map(({ name }) => columnOf(source, hashOf(name)))
  const found = or(
    query === null ? undefined : sql`${columnOf(source, 'search')} @@ ${query}::tsquery`,
    ...(hash === undefined ? [] : hashed.map((column) => eq(column, hash))),
  )
  return found ?? sql`false`
}

/** `a,b` is one of them, `from..to` between, either end open; `-` is nothing; of a text it is a part. */
function filterOf(field: FormField, column: PgColumn, asked: unknown): SQL | undefined {
  if (typeof asked !== 'string' || asked === '') return undefined
  const range = /^([^.]*(?:\.\d+)?)\.\.(.*)$/.exec(asked)
  if (range && ['day', 'number', 'money', 'percent'].includes(field.kind)) {
    const [, from = '', to = ''] = range
    return and(
      from === '' ? undefined : gte(column, valueOf(field, from)),
      to === '' ? undefined : lte(column, valueOf(field, to)),
    )
  }
  const values = asked.split(',').filter((one) => one !== '-')
  const isNothing = asked.split(',').includes('-') ? isNull(column) : undefined
  if (['text', 'long', 'code'].includes(field.kind)) return ilike(column, `%${asked.replace(/[%_\\]/g, '\\$&')}%`)
  if (field.kind === 'names' || field.many) return or(isNothing, sql`${column} ?| ${sql.param(values)}::text[]`)
  const wanted = values.map((one) => valueOf(field, one)).filter((one) => one !== undefined)
  return or(isNothing, wanted.length > 0 || !isNothing ? inArray(column, wanted) : undefined)
}

function valueOf({ kind }: FormField, text: string): unknown {
  if (kind === 'yesno') return text === 'true'
  return ['number', 'money', 'percent'].includes(kind) ? Number(text) : text
}

/** `name` or `-name`; records of one value in the order they came. */
function orderOf(kit: Kit, source: Columns, { asked, people }: Listing): SQL[] {
  // Ids are made in the order of registering.
  if (!asked.sort && kit.order === 'kept') return [asc(columnOf(source, 'id'))]
  const [, down = '', name = ''] = /^(-?)(.*)$/.exec(asked.sort ?? kit.key) ?? []
  const known = kit.fields.some((field) => field.name === name && (people || !field.personal)) ? name : kit.key
  const column = columnOf(source, known === kit.key ? 'sortKey' : known)
  const order = down === '' ? sql`${column} asc nulls last` : sql`${column} desc nulls last`
  return [order, asc(columnOf(source, 'id'))]
}
