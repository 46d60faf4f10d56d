import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { plainKey } from '#kernel/registry/compare-rows.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import { endWordOf, keysOf, Said } from '#kernel/registry/registry.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, type Implementation, implement } from '#platform/operation/implement.ts'
import { registryErrors } from './errors.ts'
import { type Columns, currentOf, type Kit, type Row } from './kit.ts'
import { asOf, columnOf } from './list-records.ts'
import { enter, getRow, held, holdRegistry, type Of, ofCall, parsed, refuseUnknown, writingOf } from './records.ts'
import { type Draft, nameOf, openedValues, writeRecords } from './write-records.ts'

/** One act over several records, written together or not at all. */
export const changeRecords = (kit: Kit): Implementation =>
  implement(kit.operations.changeRecords, async (call) => {
    const { input, tx, actor, today, about } = call
    await enter(kit, call)
    await holdRegistry(tx, kit, actor.divisionCode)
    const { act, ids, field: named, value } = input as z.output<typeof kit.operations.changeRecords.input> & ChangeInput
    const field = kit.fields.find(({ name }) => name === named)
    if (act === 'set' && (!field || keysOf(kit).includes(field.name))) throw registryErrors.noSuchField({})
    const rows = await listRowsOn(kit, call, ids)
    const drafts = rows.map((row): Draft => {
      const values = openedValues(kit, row)
      const endedOn = act === 'end' ? (Said.parse(input).effectiveOn ?? today) : act === 'resume' ? null : row.endedOn
      const set = act === 'set' ? { ...values, ...(field && { [field.name]: value }) } : endedIn(kit, values, endedOn)
      return { id: row.id, version: row.version, values: act === 'set' ? held(kit, set) : parsed(kit, set), endedOn }
    })
    const before = rows.filter((row, i) => {
      const draft = drafts[i]
      return row.endedOn !== draft?.endedOn || JSON.stringify(openedValues(kit, row)) !== JSON.stringify(draft.values)
    })
    const changed = drafts.filter(({ id }) => before.some((row) => row.id === id))
    if (field && act === 'set')
      await refuseUnknown(kit, call, { before: {}, values: { [field.name]: changed[0]?.values[field.name] } })
    const isCurrent = await writeRecords(kit, writingOf(kit, call), changed)
    const past = changed.filter(({ id }) => !isCurrent.has(id))
    if (act !== 'set') await endNow(kit, call, past)
    const [first] = changed
    const acts = { set: `批量修改${field?.label ?? ''}`, end: endWordOf(kit), resume: '恢复' }
    about(
      `${kit.noun}${first ? `“${nameOf(kit, first.values)}”等` : ''} ${changed.length} ${kit.measure}：${acts[act]}`,
      {
        ids: changed.map(({ id }) => id),
        ...(act === 'set' && field && { [field.label]: value }),
      },
    )
    return {
      before: before.map((row) => ({
        id: row.id,
        value: field ? openedValues(kit, row)[field.name] : null,
        endedOn: row.endedOn,
      })),
      unchanged: drafts.length - changed.length,
      past: act === 'set' ? past.length : 0,
    }
  })

/** With the day it ended among its own fields, where it stands there. */
const endedIn = ({ ends }: Kit, values: Values, endedOn: string | null): Values =>
  ends === undefined ? values : { ...values, [ends]: endedOn }

/** What has ended, or goes on, does so whatever else became known of a later day. */
async function endNow(kit: Kit, call: Call<Values>, past: readonly Draft[]): Promise<void> {
  const ids = past.map(({ id }) => id)
  const now = await listByIds(call.tx, currentOf(kit), { of: ofCall(kit, call), ids })
  const drafts = past.flatMap(({ id, endedOn }) => {
    const row = now.get(id)
    return row ? [{ id, version: row.version, values: endedIn(kit, openedValues(kit, row), endedOn), endedOn }] : []
  })
  await writeRecords(kit, { ...writingOf(kit, call), effectiveOn: undefined }, drafts)
}

/** The records as they were on the day the act is for: what became so later does not slip into it. */
async function listRowsOn(kit: Kit, call: Call<Values>, ids: readonly string[]): Promise<Row[]> {
  const { tx, input, actor } = call
  const now = await listByIds(tx, currentOf(kit), { of: ofCall(kit, call), ids })
  const lost = ids.find((id) => now.get(id)?.mergedIntoId !== null)
  if (lost !== undefined) await getRow(kit, call, ofCall(kit, call, lost))
  const { effectiveOn: on } = Said.parse(input)
  const source = on === undefined ? null : asOf(tx, kit, { divisionCode: actor.divisionCode, on })
  const then = source && (await listByIds(tx, source, { of: ofCall(kit, call), ids }))
  return [...now.values()].map((row) => ({ ...row, ...then?.get(row.id), version: row.version }))
}

async function listByIds(
  tx: Tx,
  source: Columns,
  { of, ids }: { of: Of; ids: readonly string[] },
): Promise<Map<string, Row>> {
  const here = Object.entries({ divisionCode: of.divisionCode, ...of.around })
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(source)
    .where(
      and(...here.map(([name, value]) => eq(columnOf(source, name), value)), inArray(columnOf(source, 'id'), [...ids])),
    )
  return new Map((rows as Row[]).map((row) => [row.id, row]))
}

interface ChangeInput {
  act: 'set' | 'end' | 'resume'
  ids: string[]
  field?: string
  value: unknown
}

/** Two that are one: the other takes what it lacks, its names among its aliases where it has some, and stands for both. */
export const mergeRecords = (kit: Kit): Implementation =>
  implement(kit.operations.mergeRecords, async (call) => {
    const { input, tx, actor, about } = call
    await enter(kit, call)
    await holdRegistry(tx, kit, actor.divisionCode)
    const intoId = String(input['intoId'])
    const from = await getRow(kit, call, ofCall(kit, call))
    if (from.id === intoId) throw registryErrors.mergedIntoItself({})
    const into = await getRow(kit, call, ofCall(kit, call, intoId))
    const [lost, kept] = [openedValues(kit, from), openedValues(kit, into)]
    const values = {
      ...kept,
      ...Object.fromEntries(kit.fields.map((field) => [field.name, unitedValue(kit, field.name, lost, kept)])),
    }
    const writing = writingOf(kit, call)
    await writeRecords(kit, writing, [
      { id: from.id, version: from.version, values: lost, endedOn: from.endedOn, mergedIntoId: into.id },
    ])
    const basis = writing.basis || `${nameOf(kit, lost)}并入`
    const survivor = { id: into.id, version: into.version, values, endedOn: into.endedOn }
    await writeRecords(kit, { ...writing, basis }, [survivor])
    about(`${kit.noun}“${nameOf(kit, lost)}”并入“${nameOf(kit, kept)}”`, { from: from.id, into: into.id })
    return { id: into.id }
  })

function unitedValue(kit: Kit, name: string, lost: Values, kept: Values): unknown {
  const field = kit.fields.find((one) => one.name === name)
  const [other, own] = [lost[name], kept[name]]
  if (!Array.isArray(own)) return own ?? other ?? null
  const added = Array.isArray(other) ? other : []
  const called =
    field?.kind === 'names' && plainKey(nameOf(kit, lost)) !== plainKey(nameOf(kit, kept)) ? [nameOf(kit, lost)] : []
  return [...new Map([...own, ...added, ...called].map((one) => [JSON.stringify(one), one])).values()]
}
