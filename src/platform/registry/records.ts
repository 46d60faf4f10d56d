import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isReference } from '#kernel/registry/cell.ts'
import type { StoredRecord } from '#kernel/registry/compare-rows.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import { keysOf, Said } from '#kernel/registry/registry.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import { registryErrors } from './errors.ts'
import { aroundOf, currentOf, type Kit, type Row, valuesOf, type Where, whereOf } from './kit.ts'
import { columnOf } from './list-records.ts'
import { type Draft, keyPlainOf, listNamed, nameOf, openedValues, type Writing, writeRecords } from './write-records.ts'

type Acted = Call<Values>

/** Refuses who may not work where these records lie. @returns the name of the place; '' of the county itself */
export async function enter(kit: Kit, { tx, input, actor }: Pick<Acted, 'tx' | 'input' | 'actor'>): Promise<string> {
  if (kit.within === undefined) return ''
  return (await kit.ports.enter?.(tx, String(input[kit.within]), actor)) ?? ''
}

/** Names of what the ids in these values point at. */
export async function namesIn(
  kit: Kit,
  tx: Tx,
  { all, where }: { all: readonly Values[]; where: Where },
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { port, ids } of listNamed(kit, all))
    for (const [id, name] of await port.nameAll(tx, ids, where)) names.set(id, name)
  return names
}

/** A record by its owner, and the place it lies in. */
export interface Of {
  divisionCode: string
  id: string
  around: Readonly<Record<string, string>>
}

/** The record as it is now; null when there is none of this owner. */
export async function findRow(tx: Tx, kit: Kit, { divisionCode, id, around }: Of): Promise<Row | null> {
  const current = currentOf(kit)
  const here = Object.entries({ divisionCode, id, ...around }).map(([name, value]) =>
    eq(columnOf(current, name), value),
  )
  const [row] = await tx
    .select()
    .from(current)
    .where(and(...here))
  return (row as Row | undefined) ?? null
}

export const ofCall = (
  kit: Kit,
  { input, actor }: Pick<Acted, 'input' | 'actor'>,
  id = String(input['recordId']),
): Of => ({
  divisionCode: actor.divisionCode,
  id,
  around: aroundOf(kit, input),
})

/** The record, for a change: one that was merged into another is not changed any more. */
export async function getRow(kit: Kit, { tx }: Pick<Acted, 'tx'>, of: Of): Promise<Row> {
  const row = await findRow(tx, kit, of)
  if (!row) throw registryErrors.recordNotFound({ noun: kit.noun })
  if (row.mergedIntoId === null) return row
  const into = await findRow(tx, kit, { ...of, id: row.mergedIntoId })
  throw registryErrors.isMerged({ name: into ? nameOf(kit, valuesOf(kit, into)) : '' })
}

export const writingOf = (kit: Kit, call: Pick<Acted, 'tx' | 'now' | 'today' | 'actor' | 'input'>): Writing => ({
  ...Said.parse(call.input),
  tx: call.tx,
  now: call.now,
  today: call.today,
  divisionCode: call.actor.divisionCode,
  by: call.actor.name,
  around: aroundOf(kit, call.input),
})

/** One change of what is in a registry at a time: whether a name is free is judged over all of it. */
export const holdRegistry = (tx: Tx, kit: Kit, divisionCode: string): Promise<void> =>
  holdSubject(tx, `${kit.module}:${divisionCode}`)

export async function refuseTaken(tx: Tx, kit: Kit, { of, values }: { of: Of; values: Values }): Promise<void> {
  const current = currentOf(kit)
  const here = Object.entries({ divisionCode: of.divisionCode, ...of.around })
  const same = await tx
    .select({ id: columnOf(current, 'id'), mergedIntoId: columnOf(current, 'mergedIntoId') })
    .from(current)
    .where(
      and(
        ...here.map(([name, value]) => eq(columnOf(current, name), value)),
        eq(columnOf(current, 'keyPlain'), keyPlainOf(kit, values)),
      ),
    )
  if (!same.some(({ id, mergedIntoId }) => id !== of.id && mergedIntoId === null)) return
  throw registryErrors.keyTaken({ noun: kit.noun, key: keyLabel(kit), name: nameOf(kit, values) })
}

/** 政策和条款: what records are known by, in words. */
export const keyLabel = (kit: Pick<Kit, 'fields' | 'key' | 'apart'>): string =>
  keysOf(kit)
    .map((key) => kit.fields.find(({ name }) => name === key)?.label ?? '')
    .join('和')

/** Refuses to point at what is not there, or lies elsewhere; what was pointed at before may have gone since. */
export async function refuseUnknown(
  kit: Kit,
  { tx, input, actor }: Pick<Acted, 'tx' | 'input' | 'actor'>,
  { before, values }: { before: Values; values: Values },
): Promise<void> {
  const where = whereOf(kit, actor.divisionCode, input)
  const known = (field: string) => new Set([before[field] ?? []].flat().map(String))
  for (const { name, kind, label } of kit.fields.filter(isReference)) {
    const ids = [values[name] ?? []].flat().map(String)
    const fresh = ids.filter((id) => !known(name).has(id))
    const port = kit.ports.references?.[kind]
    if (!port || fresh.length === 0) continue
    const named = await port.nameAll(tx, fresh, where)
    if (fresh.some((id) => !named.has(id))) throw registryErrors.unknownReference({ label })
  }
}

/** Stored records by what they are known by, as it is kept. */
export async function listByKey(
  tx: Tx,
  kit: Kit,
  {
    divisionCode,
    around,
    keys,
  }: { divisionCode: string; around: Readonly<Record<string, string>>; keys: readonly string[] },
): Promise<Row[]> {
  const current = currentOf(kit)
  const here = Object.entries({ divisionCode, ...around }).map(([name, value]) => eq(columnOf(current, name), value))
  const rows = await tx
    .select()
    .from(current)
    .where(and(...here, inArray(columnOf(current, 'keyPlain'), [...keys])))
  return (rows as Row[]).filter(({ mergedIntoId }) => mergedIntoId === null)
}

/** Every record of the owner, to compare a sheet with. */
export async function listStored(
  kit: Kit,
  tx: Tx,
  { divisionCode }: { divisionCode: string },
): Promise<StoredRecord[]> {
  const current = currentOf(kit)
  const here = and(eq(columnOf(current, 'divisionCode'), divisionCode), isNull(columnOf(current, 'mergedIntoId')))
  const rows = (await tx.select().from(current).where(here)) as Row[]
  return rows.map((row) => ({ id: row.id, version: row.version, values: openedValues(kit, row) }))
}

/** Held against the types as a form would be. @throws the sentence of the field */
export function parsed(kit: Kit, values: Values): Values {
  const read = kit.entity.safeParse(values)
  if (read.success) return valuesOf(kit, read.data)
  const [issue] = read.error.issues
  const label = kit.fields.find(({ name }) => name === issue?.path[0])?.label ?? ''
  throw registryErrors.notSo({
    problem: /[一-龥]/.test(issue?.message ?? '') ? (issue?.message ?? '') : `${label}不合要求，请核对。`,
  })
}

/** Held against the types, and what the module says of a whole record. @throws what speaks against it */
export function held(kit: Kit, values: Values): Values {
  const read = parsed(kit, values)
  const [problem] = kit.ports.judge?.(values, null).problems ?? []
  if (problem !== undefined) throw registryErrors.notSo({ problem })
  return read
}

/** Kept, with its files. */
export async function store(kit: Kit, call: Acted, draft: Draft, before: Values = {}): Promise<boolean> {
  const { tx, about } = call
  await refuseUnknown(kit, call, { before, values: draft.values })
  await refuseTaken(tx, kit, { of: ofCall(kit, call, draft.id), values: draft.values })
  held(kit, draft.values)
  const isCurrent = await writeRecords(kit, writingOf(kit, call), [draft])
  for (const { name, kind } of kit.fields) {
    const ids = draft.values[name]
    if (kind === 'files' && Array.isArray(ids))
      await kit.ports.attach?.(call, ids.map(String), { kind: kit.module, id: draft.id })
  }
  about(`${kit.noun}“${nameOf(kit, draft.values)}”`)
  return isCurrent.has(draft.id)
}
