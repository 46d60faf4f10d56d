import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { inWords } from '#kernel/registry/cell.ts'
import { keyIn } from '#kernel/registry/compare-rows.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import type { Said } from '#kernel/registry/registry.ts'
import { insertAll } from '#platform/database/insert-all.ts'
import { sha256Of } from '#platform/files/file-store.ts'
import type { Call } from '#platform/operation/implement.ts'
import { registryErrors } from './errors.ts'
import { currentOf, type Kit, type ReferencePort, type Row, valuesOf, versionsOf } from './kit.ts'
import { columnOf } from './list-records.ts'
import { hashOf, isIdentity } from './registry-tables.ts'
import { quoted, searchWords, sortKeyOf } from './search-words.ts'

/** A record as it is to be: `id` of one that is stored, or a new one. */
export interface Draft {
  id: string
  /** Of the stored one; 0 of a new one. */
  version: number
  values: Values
  endedOn: string | null
  mergedIntoId?: string | null
}

export interface Writing extends Said, Pick<Call<unknown>, 'tx' | 'now' | 'today'> {
  divisionCode: string
  by: string
  /** What names the place the records lie in. */
  around: Readonly<Record<string, string>>
}

const atOnce = 1000

/**
 * Keeps records with a version each, true from the day that is said. A day before the newest version of a record corrects
 * the past: the version is kept, and what is true now stays.
 * @returns the ids whose present state it became
 */
export async function writeRecords(kit: Kit, writing: Writing, drafts: readonly Draft[]): Promise<Set<string>> {
  const validFrom = writing.effectiveOn ?? writing.today
  if (validFrom > writing.today) throw registryErrors.inFuture({ day: validFrom })
  const isCurrent = new Set<string>()
  for (let at = 0; at < drafts.length; at += atOnce) {
    const batch = drafts.slice(at, at + atOnce)
    const later = await listLater(kit, writing, { ids: batch.map(({ id }) => id), validFrom })
    const rows = batch.map((draft) => rowOf(kit, writing, draft))
    for (const { port, ids } of listNamed(
      kit,
      batch.map(({ values }) => values),
    ))
      await port.keep(writing.tx, ids, writing.divisionCode)
    const present = rows.filter(({ id }) => !later.has(id))
    await insertAll(writing.tx, currentOf(kit), present, ['divisionCode', 'id'])
    for (const id of later) await countVersion(kit, writing, id)
    const dated = { validFrom, recordedAt: writing.now, source: writing.basis ?? '', vintage: null }
    await insertAll(
      writing.tx,
      versionsOf(kit),
      rows.map((row) => ({ ...row, ...dated })),
    )
    for (const { id } of present) isCurrent.add(id)
  }
  if (isCurrent.size > 0) await kit.ports.holds?.(writing.tx, isCurrent, writing.divisionCode)
  return isCurrent
}

/** Those of whom something is known that became true after that day. */
async function listLater(
  kit: Kit,
  { tx, divisionCode }: Writing,
  { ids, validFrom }: { ids: readonly string[]; validFrom: string },
): Promise<Set<string>> {
  const versions = versionsOf(kit)
  const [owner, id, from] = ['divisionCode', 'id', 'validFrom'].map((name) => columnOf(versions, name))
  if (!owner || !id || !from) return new Set()
  const found = await tx
    .selectDistinct({ id })
    .from(versions)
    .where(and(eq(owner, divisionCode), inArray(id, [...ids]), gt(from, validFrom)))
  return new Set(found.map((row) => String(row.id)))
}

const countVersion = (kit: Kit, { tx, divisionCode }: Writing, id: string) => {
  const current = currentOf(kit)
  return tx
    .update(current as PgTable)
    .set({ version: sql`${columnOf(current, 'version')} + 1` })
    .where(and(eq(columnOf(current, 'divisionCode'), divisionCode), eq(columnOf(current, 'id'), id)))
}

/** In both tables a record stands alike. */
function rowOf(kit: Kit, { divisionCode, by, now, around }: Writing, draft: Draft): Record<string, unknown> & Row {
  const { id, version, values, endedOn, mergedIntoId = null } = draft
  const hashes = Object.fromEntries(
    kit.fields.filter(isIdentity).map(({ name }) => {
      const value = values[name]
      return [hashOf(name), typeof value === 'string' ? (kit.ports.seal?.hash(value) ?? null) : null]
    }),
  )
  const words = searchWords(kit.fields, values, divisionCode)
  return {
    ...around,
    ...sealed(kit, valuesOf(kit, values)),
    ...hashes,
    divisionCode,
    id,
    version: version + 1,
    endedOn: kit.ends === undefined ? endedOn : ((values[kit.ends] as string | null | undefined) ?? null),
    mergedIntoId,
    savedBy: by,
    savedAt: now,
    sortKey: sortKeyOf(nameOf(kit, values)),
    keyPlain: keyPlainOf(kit, values),
    search: words.map(quoted).join(' '),
  }
}

/** Numbers that name a person for life lie encrypted in the database. */
const sealed = ({ fields, ports }: Kit, values: Values): Values => {
  const identities = fields.filter((field) => isIdentity(field) && typeof values[field.name] === 'string')
  return {
    ...values,
    ...Object.fromEntries(identities.map(({ name }) => [name, ports.seal?.close(String(values[name])) ?? null])),
  }
}

/** The values of a stored record, what lies encrypted opened. */
export function openedValues(kit: Kit, row: Values): Values {
  const values = valuesOf(kit, row)
  const identities = kit.fields.filter((field) => isIdentity(field) && typeof values[field.name] === 'string')
  return {
    ...values,
    ...Object.fromEntries(identities.map(({ name }) => [name, kit.ports.seal?.open(String(values[name])) ?? null])),
  }
}

/** What these values point at, by the port that names it. */
export const listNamed = ({ fields, ports }: Kit, all: readonly Values[]): { port: ReferencePort; ids: string[] }[] =>
  fields.flatMap(({ kind, name }) => {
    const port = ports.references?.[kind]
    const ids = [...new Set(all.flatMap((values) => values[name] ?? []).map(String))]
    return port && ids.length > 0 ? [{ port, ids }] : []
  })

const wordsOf = (kit: Kit, values: Values, name: string): string => {
  const field = kit.fields.find((one) => one.name === name)
  return field ? inWords(field, values[name]) : ''
}

/** What a record is called. */
export const nameOf = (kit: Kit, values: Values): string => wordsOf(kit, values, kit.key)

/** What a record is known by, as it is kept. */
export const keyPlainOf = (kit: Kit, values: Values): string =>
  keptKey(keyIn(kit, (name) => wordsOf(kit, values, name)))

/** An entry of an index of PostgreSQL holds 2,704 bytes; what is longer is kept by its hash. */
export const keptKey = (key: string): string => (Buffer.byteLength(key) <= 1200 ? key : sha256Of(Buffer.from(key)))
