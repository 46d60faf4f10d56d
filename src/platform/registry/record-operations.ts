import { newId } from '#kernel/ids.ts'
import { changesOf } from '#kernel/registry/changes.ts'
import { maskValues } from '#kernel/registry/mask.ts'
import type { Change, RecordLine, Values } from '#kernel/registry/record-view.ts'
import { Asked, isKeeper } from '#kernel/registry/registry.ts'
import { type Implementation, implement, implementForm } from '#platform/operation/implement.ts'
import { aroundOf, type Kit, type Row, valuesOf, whereOf } from './kit.ts'
import { listRecords as listRows } from './list-records.ts'
import { type Fate, listHistory, rowAsOf, type Stored } from './record-history.ts'
import { listYears } from './record-years.ts'
import { enter, findRow, getRow, holdRegistry, namesIn, ofCall, store } from './records.ts'
import { nameOf, openedValues } from './write-records.ts'

/** A record as this person sees it. */
function lineOf(kit: Kit, row: Row, isKept: boolean): RecordLine {
  const { id, endedOn, savedBy, savedAt } = row
  const shown = Object.fromEntries(Object.entries(openedValues(kit, row)).filter(([name]) => name in row))
  return { id, values: isKept ? shown : maskValues(kit.fields, shown), endedOn, savedBy, savedAt }
}

export const listRecords = (kit: Kit): Implementation =>
  implement(kit.operations.listRecords, async ({ input, tx, actor, today }) => {
    await enter(kit, { tx, input, actor })
    const { page, size } = Asked.parse(input)
    const keep = isKeeper(kit, actor)
    const { divisionCode } = actor
    const listing = { divisionCode, today, people: keep, asked: { ...input, ...Asked.parse(input) } }
    const { rows, total } = await listRows(tx, kit, { listing, page: { page, size } })
    const names = await namesIn(kit, tx, { all: rows, where: whereOf(kit, divisionCode, input) })
    return {
      records: rows.map((row) => lineOf(kit, row, keep)),
      total,
      names: Object.fromEntries(names),
      can: { keep },
    }
  })

export const getRecord = (kit: Kit): Implementation =>
  implement(kit.operations.getRecord, async ({ input, tx, actor }) => {
    await enter(kit, { tx, input, actor })
    const of = { divisionCode: actor.divisionCode, id: String(input['recordId']), around: aroundOf(kit, input) }
    const { on, knownOn } = Asked.pick({ on: true, knownOn: true }).parse(input)
    const row = await rowAsOf(tx, kit, { ...of, on, knownOn })
    const versions = await listHistory(tx, kit, { ...of, knownOn })
    const all = [row, ...versions.map(({ values }) => values)]
    const names = await namesIn(kit, tx, { all, where: whereOf(kit, actor.divisionCode, input) })
    const into = row.mergedIntoId === null ? null : await findRow(tx, kit, { ...of, id: row.mergedIntoId })
    const keep = isKeeper(kit, actor)
    const seen = (values: Values) => (keep ? values : maskValues(kit.fields, values))
    const told = (id: string) => names.get(id) ?? '（已不在）'
    return {
      ...lineOf(kit, row, keep),
      names: Object.fromEntries(names),
      mergedInto: into && { id: into.id, name: nameOf(kit, valuesOf(kit, into)) },
      history: versions
        .map(({ values, ...version }, i) => {
          const before = stateBefore(versions.slice(0, i), version.validFrom)
          const changes = changesOf(kit.fields, seen(before?.values ?? {}), seen(values), told)
          return {
            ...version,
            changes: [...changes, ...fateOf(kit, [before, version], into ? nameOf(kit, valuesOf(kit, into)) : '')],
          }
        })
        .reverse(),
      years: await listYears(tx, kit, { ...of, on, knownOn }),
      can: { keep },
    }
  })

/** What was known to be so on a day before something else became known of it. */
const stateBefore = (known: readonly Stored[], on: string): Stored | undefined =>
  known
    .filter(({ validFrom }) => validFrom <= on)
    .toSorted((a, b) => (a.validFrom === b.validFrom ? a.version - b.version : a.validFrom < b.validFrom ? -1 : 1))
    .at(-1)

/** That it ended, was taken up again or was merged, said as its fields are. */
function fateOf({ ends }: Kit, [before, after]: readonly [Fate | undefined, Fate], into: string): Change[] {
  const [was, is] = [before?.endedOn ?? '', after.endedOn ?? '']
  return [
    ...(was === is || ends ? [] : [{ label: '注销日期', before: was, after: is }]),
    ...(after.mergedIntoId === null ? [] : [{ label: '并入', before: '', after: into }]),
  ]
}

export const addRecord = (kit: Kit): Implementation =>
  implement(kit.operations.addRecord, async (call) => {
    await enter(kit, call)
    await holdRegistry(call.tx, kit, call.actor.divisionCode)
    const id = newId(call.now.getTime())
    await store(kit, call, { id, version: 0, values: valuesOf(kit, call.input), endedOn: null })
    return { id }
  })

export const saveRecord = (kit: Kit): Implementation =>
  implementForm(
    kit.operations.saveRecord,
    async (call) => {
      await enter(kit, call)
      return openedValues(kit, await getRow(kit, call, ofCall(kit, call)))
    },
    async (call) => {
      await enter(kit, call)
      await holdRegistry(call.tx, kit, call.actor.divisionCode)
      const row = await getRow(kit, call, ofCall(kit, call))
      const { id, version, endedOn } = row
      return { id, isCurrent: await store(kit, call, { id, version, values: valuesOf(kit, call.input), endedOn }, row) }
    },
  )
