import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  type PgColumn,
  type PgColumnBuilderBase,
  type PgSchema,
  type PgTableWithColumns,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { FormField } from '#kernel/fields.ts'
import type { Kept, Registry } from '#kernel/registry/registry.ts'
import type { Years } from '#kernel/registry/years.ts'
import { divisionCode, moment } from '#platform/database/columns.ts'

type ColumnOf<T> = PgColumn<{
  name: string
  tableName: string
  dataType: 'custom'
  columnType: string
  data: NonNullable<T>
  driverParam: unknown
  notNull: null extends T ? false : true
  hasDefault: false
  isPrimaryKey: false
  isAutoincrement: false
  hasRuntimeDefault: false
  enumValues: undefined
}>

type TableOf<R> = PgTableWithColumns<{
  name: string
  schema: string
  columns: { [K in keyof R & string]: ColumnOf<R[K]> }
  dialect: 'pg'
}>

/** What a record is found and sorted by. */
interface Found {
  search: string
  /** Its name in pinyin. */
  sortKey: string
  /** Its name as names are compared. */
  keyPlain: string
}

/** One state of a record among its states. */
interface Dated {
  validFrom: string
  recordedAt: Date
  /** Where it stands: the document, certificate or sheet. */
  source: string
  /** Of a figure: 快报, 年报. */
  vintage: string | null
}

/** The current state of each record, and every state it has had: the same typed columns (decision 0044). */
export interface RegistryTables<V = Record<string, unknown>> {
  current: TableOf<V & Kept & Found>
  versions: TableOf<V & Kept & Found & Dated>
  /** Figures by year, where it has some: every state of them, the last of a vintage is what it says. */
  years: YearTable
}

export type YearTable = TableOf<Record<string, unknown>>

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const isNullable = (type: unknown): boolean => type instanceof z.ZodType && type.safeParse(null).success

function innerOf(type: unknown): unknown {
  return type instanceof z.ZodNullable || type instanceof z.ZodOptional ? innerOf(type.unwrap()) : type
}

/** The column a field is kept in. */
function columnOf(field: FormField, type: unknown): PgColumnBuilderBase {
  const [name, inner] = [snake(field.name), innerOf(type)]
  const column = (() => {
    if (inner instanceof z.ZodUUID) return uuid(name)
    if (inner instanceof z.ZodISODate) return date(name)
    if (inner instanceof z.ZodBoolean) return boolean(name)
    if (inner instanceof z.ZodNumber) {
      if (field.kind === 'money') return bigint(name, { mode: 'number' })
      return inner.format === 'safeint' ? integer(name) : doublePrecision(name)
    }
    return inner instanceof z.ZodString || inner instanceof z.ZodEnum || inner instanceof z.ZodPipe
      ? text(name)
      : jsonb(name)
  })()
  return isNullable(type) ? column : column.notNull()
}

const keptColumns = () => ({
  divisionCode,
  id: uuid('id').notNull(),
  version: integer('version').notNull(),
  endedOn: date('ended_on'),
  mergedIntoId: uuid('merged_into_id'),
  savedBy: text('saved_by').notNull(),
  savedAt: moment('saved_at').notNull(),
  search: tsvector('search').notNull(),
  sortKey: text('sort_key').notNull(),
  keyPlain: text('key_plain').notNull(),
})

/**
 * The two tables of a registry, from its declaration: what is true now, and every version with the day it was true from and
 * the moment it was known.
 * @param name of the table of what is true now: `alliance`; the other is `alliance_version`
 */
export function registryTables<E extends z.ZodObject>(
  schema: PgSchema,
  name: string,
  { fields, entity, within, years }: Pick<Registry<E>, 'fields' | 'entity' | 'within' | 'years'>,
): RegistryTables<z.output<E>> {
  const around = () => (within === undefined ? {} : { [within]: uuid(snake(within)).notNull() })
  const own = () => Object.fromEntries(fields.map((field) => [field.name, columnOf(field, entity.shape[field.name])]))
  const hidden = () =>
    Object.fromEntries(
      fields.filter(isIdentity).map((field) => [hashOf(field.name), text(`${snake(field.name)}_hash`)]),
    )
  const current = schema.table(name, { ...around(), ...own(), ...hidden(), ...keptColumns() }, (t) => {
    const column = (named: string) => t[named as keyof typeof t] as PgColumn
    return [
      primaryKey({ columns: [column('divisionCode'), column('id')] }),
      uniqueIndex(`${name}_key`)
        .on(column('divisionCode'), ...(within === undefined ? [] : [column(within)]), column('keyPlain'))
        .where(sql`merged_into_id is null`),
      index(`${name}_sort`).on(
        column('divisionCode'),
        ...(within === undefined ? [] : [column(within)]),
        column('sortKey'),
        column('id'),
      ),
      index(`${name}_search`).using('gin', column('search')),
      ...fields
        .filter(isIdentity)
        .map((field) =>
          index(`${name}_${snake(field.name)}_hash`).on(column('divisionCode'), column(hashOf(field.name))),
        ),
    ]
  })
  const versions = schema.table(
    `${name}_version`,
    {
      ...around(),
      ...own(),
      ...hidden(),
      ...keptColumns(),
      validFrom: date('valid_from').notNull(),
      recordedAt: moment('recorded_at').notNull(),
      source: text('source').notNull(),
      vintage: text('vintage'),
    },
    (t) => {
      const column = (named: string) => t[named as keyof typeof t] as PgColumn
      return [
        primaryKey({ columns: [column('divisionCode'), column('id'), column('version')] }),
        index(`${name}_version_as_of`).on(
          column('divisionCode'),
          column('id'),
          column('validFrom'),
          column('recordedAt'),
        ),
      ]
    },
  )
  return {
    current,
    versions,
    ...(years && { years: yearTable(schema, name, years) }),
  } as unknown as RegistryTables<z.output<E>>
}

function yearTable(schema: PgSchema, name: string, { fields, entity }: Years) {
  const own = Object.fromEntries(fields.map((field) => [field.name, columnOf(field, entity.shape[field.name])]))
  return schema.table(
    `${name}_year`,
    {
      divisionCode,
      recordId: uuid('record_id').notNull(),
      year: integer('year').notNull(),
      vintage: text('vintage').notNull(),
      version: integer('version').notNull(),
      ...own,
      source: text('source').notNull(),
      savedBy: text('saved_by').notNull(),
      recordedAt: moment('recorded_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.divisionCode, t.recordId, t.year, t.vintage, t.version] })],
  )
}

/** Kept encrypted, and found by a keyed hash of the whole number. */
export const isIdentity = ({ personal }: Pick<FormField, 'personal'>): boolean => personal === 'identity'
export const hashOf = (name: string): string => `${name}Hash`
