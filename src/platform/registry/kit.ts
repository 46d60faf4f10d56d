import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { FormField } from '#kernel/fields.ts'
import { type Find, isReference } from '#kernel/registry/cell.ts'
import type { ComparedRow, Comparing, SheetLine, StoredRecord } from '#kernel/registry/compare-rows.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import type { Kept, Registry } from '#kernel/registry/registry.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { ExpectedColumn } from '#platform/spreadsheet/match-columns.ts'
import type { RegistryTables } from './registry-tables.ts'

/** Whose records they are, and the place they lie in: null where they lie in the county itself. */
export interface Where {
  divisionCode: string
  withinId: string | null
}

/** How records of another module are named and found by name; given by the module that keeps them. */
export interface ReferencePort {
  /** Names of these ids; one that is not there, or may not be named from this place, is missing. */
  nameAll(tx: Tx, ids: readonly string[], where: Where): Promise<ReadonlyMap<string, string>>
  /** Takes note of what of these belongs to another owner, once a row of this one names it. */
  keep(tx: Tx, ids: readonly string[], divisionCode: string): Promise<void>
  /** What finds a record by what a cell says, among those that may be named from this place. */
  finder(tx: Tx, where: Where): Promise<Find>
}

/** Encrypts what must be read again, and makes what it is found by. */
export interface SealPort {
  close(text: string): string
  open(sealed: string): string
  hash(text: string): string
}

/** Of a registry small enough to be compared as a whole, and whose rows say more of each other than a row alone shows. */
export interface SheetPort {
  /** Beside those of the fields. */
  columns: readonly ExpectedColumn[]
  /** What each row would do. @param stored every record of the owner */
  compare(lines: readonly SheetLine[], stored: readonly StoredRecord[], divisionCode: string): readonly ComparedRow[]
}

/** What a registry is given that is not in its declaration. */
export interface RegistryPorts {
  /** By kind of field: `agency`. */
  references?: Readonly<Record<string, ReferencePort>>
  seal?: SealPort
  /** Joins files to the record they prove; what is not joined only who handed it in sees. */
  attach?: (call: Call<unknown>, fileIds: readonly string[], to: { kind: string; id: string }) => Promise<void>
  /** What a module says of a whole record beyond its fields. */
  judge?: Comparing['judge']
  sheet?: SheetPort
  /** Refuses what does not hold over the whole registry, after records of it were written. */
  holds?: (tx: Tx, ids: ReadonlySet<string>, divisionCode: string) => Promise<void>
  /** Refuses who may not work within this place, a programme; of a registry whose records lie within one. Answers its name. */
  enter?: (tx: Tx, id: string, actor: Actor) => Promise<string>
}

/** A registry with its tables and ports: what the functions of the kit are given. */
export interface Kit extends Registry {
  tables: RegistryTables
  ports: RegistryPorts
}

export const kitOf = <E extends z.ZodObject>(
  registry: Registry<E>,
  tables: RegistryTables<z.output<E>>,
  ports: RegistryPorts = {},
): Kit => {
  const lacking = registry.fields.find((field) => !isServed(field, ports))
  if (lacking) throw new Error(`${registry.module}: the field ${lacking.name} needs a port that is not given`)
  return { ...registry, tables, ports } as unknown as Kit
}

/** Whether what a field points at is named, what proves it kept, and what names a person for life sealed. */
function isServed(field: FormField, { references, attach, seal }: RegistryPorts): boolean {
  if (field.kind === 'files') return attach !== undefined
  if (isReference(field)) return references?.[field.kind] !== undefined
  return field.personal !== 'identity' || seal !== undefined
}

/** A record as it is stored: the kit's own columns and those of its fields. */
export type Row = Kept & Values

/** A table or a subquery of the same columns, by the names of the fields. */
export type Columns = PgTable & Readonly<Record<string, PgColumn>>

export const currentOf = ({ tables }: Kit): Columns => tables.current as unknown as Columns
export const versionsOf = ({ tables }: Kit): Columns => tables.versions as unknown as Columns

/** The values of the fields alone. */
export const valuesOf = ({ fields }: { fields: readonly FormField[] }, row: Values): Values =>
  Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null]))

export const whereOf = ({ within }: Pick<Registry, 'within'>, divisionCode: string, around: Values): Where => ({
  divisionCode,
  withinId: within === undefined ? null : String(around[within]),
})

/** What names the place a record lies in, from an input: nothing where records lie in the county itself. */
export const aroundOf = ({ within }: Pick<Registry, 'within'>, input: Values): Record<string, string> =>
  within === undefined ? {} : { [within]: String(input[within]) }
