import type { z } from 'zod'
import { type FormField, isNothing } from '../fields.ts'
import { type Find, headOf, type NameOf, readCell } from './cell.ts'
import { changesOf } from './changes.ts'
import type { Change, Values } from './record-view.ts'

/** A row of a sheet: its texts by field; a column the sheet lacks is missing. */
export interface SheetLine {
  row: number
  cells: Readonly<Record<string, string>>
  /** Why the row cannot be taken whatever it says. */
  problems: readonly string[]
}

/** Rows of a table as lines to compare. */
export const linesOf = (
  rows: readonly { row: number; cells: ReadonlyMap<string, string>; problems: readonly string[] }[],
): SheetLine[] => rows.map(({ row, cells, problems }) => ({ row, cells: Object.fromEntries(cells), problems }))

/** The columns a sheet of these fields may have; files do not lie in cells. */
export const sheetColumns = (fields: readonly FormField[], keys: readonly string[]) =>
  fields
    .filter(({ kind }) => kind !== 'files')
    .map((field) => ({
      key: field.name,
      title: headOf(field),
      aliases: [field.label, ...(field.aliases ?? [])],
      required: keys.includes(field.name),
    }))

/** A stored record a row may speak of. */
export interface StoredRecord {
  id: string
  version: number
  values: Values
}

/** What became of a row. Of one that is taken: the whole record as it will be. */
export interface ComparedRow {
  row: number
  name: string
  outcome: 'added' | 'changed' | 'unchanged' | 'bad'
  /** Null of a new record that nothing else in the sheet names. */
  id: string | null
  /** Of the stored record, as it was compared; 0 of a new one. */
  version: number
  values: Values | null
  changes: readonly Change[]
  reasons: readonly string[]
  warnings: readonly string[]
}

export interface Comparing {
  entity: z.ZodObject
  fields: readonly FormField[]
  key: string
  apart?: readonly string[] | undefined
  /** The stored records these rows may speak of, by `keyIn` of their words. */
  stored: ReadonlyMap<string, StoredRecord>
  /** Finds what a reference names, by kind. */
  find?: (kind: string) => Find
  nameOf?: NameOf
  /** What a module says of a whole record beyond its fields: sentences. */
  judge?: (values: Values, before: Values | null) => { problems?: readonly string[]; warnings?: readonly string[] }
}

/** How names are compared: without blanks, width and case. */
export const plainKey = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** What no other record of the registry may have alike; '' of one without a name. */
export const keyIn = (
  { key, apart = [] }: Pick<Comparing, 'key' | 'apart'>,
  wordsOf: (field: string) => string | undefined,
): string => {
  const name = plainKey(wordsOf(key) ?? '')
  return name === '' ? '' : [name, ...apart.map((field) => plainKey(wordsOf(field) ?? ''))].join('\n')
}

/**
 * What a row would do. A blank cell keeps what is stored; names in one cell are added to those that are known, never
 * taken away; the same row again changes nothing.
 */
export function compareRow(line: SheetLine, comparing: Comparing): ComparedRow {
  const { entity, fields, key, apart = [], stored, find, nameOf, judge } = comparing
  const name = (line.cells[key] ?? '').trim()
  const old = stored.get(keyIn(comparing, (field) => line.cells[field]))
  const reasons: string[] = [...line.problems]
  const values: Record<string, unknown> = { ...blankOf(fields, entity), ...old?.values }
  for (const field of fields) {
    const text = (line.cells[field.name] ?? '').trim()
    const type = entity.shape[field.name]
    // The name stays as it stands where only its blanks or width differ; files do not lie in a cell.
    if (text === '' || !isType(type) || field.kind === 'files' || (old && [key, ...apart].includes(field.name)))
      continue
    const read = readCell({ field, type }, text, find?.(field.kind))
    if ('problem' in read) reasons.push(read.problem)
    else values[field.name] = field.kind === 'names' ? joined(old?.values[field.name], read.value) : read.value
  }
  const empty = fields.filter((field) => (line.cells[field.name] ?? '').trim() === '')
  reasons.push(...missingIn(empty, values))
  const judged = reasons.length === 0 ? judge?.(values, old?.values ?? null) : undefined
  reasons.push(...(judged?.problems ?? []))
  if (reasons.length === 0) reasons.push(...faultsBetween(entity, values))
  const warnings = judged?.warnings ?? []
  const found = { row: line.row, name, id: old?.id ?? null, version: old?.version ?? 0, reasons, warnings }
  if (reasons.length > 0) return { ...found, outcome: 'bad', values: null, changes: [] }
  if (!old) return { ...found, outcome: 'added', values, changes: [] }
  const changes = changesOf(fields, old.values, values, nameOf)
  if (changes.length === 0) return { ...found, outcome: 'unchanged', values: null, changes }
  return { ...found, outcome: 'changed', values, changes }
}

/** What an entity says of a whole record beyond its fields: the sentences of what does not hold. */
const faultsBetween = (entity: z.ZodObject, values: Values): string[] =>
  (entity.safeParse(values).error?.issues ?? []).flatMap(({ code, message }) => (code === 'custom' ? [message] : []))

const isType = (type: unknown): type is z.ZodType => typeof type === 'object' && type !== null && 'safeParse' in type

const joined = (known: unknown, read: unknown): unknown[] => [
  ...new Set([...(Array.isArray(known) ? known : []), ...(Array.isArray(read) ? read : [])]),
]

/** An empty record: what the types say nothing is. */
function blankOf(fields: readonly FormField[], entity: z.ZodObject): Values {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const type = entity.shape[name]
      const tried = [null, [], false, undefined].find((nothing) => isType(type) && type.safeParse(nothing).success)
      return [name, tried ?? null]
    }),
  )
}

/** @param fields those the row says nothing of; of the others it is told what is wrong with what they say */
const missingIn = (fields: readonly FormField[], values: Values): string[] =>
  fields
    .filter(({ name, required, kind }) => required && kind !== 'yesno' && isNothing(values[name]))
    .map(({ label }) => `缺少${label}，请补上。`)
