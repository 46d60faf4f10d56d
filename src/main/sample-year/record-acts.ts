import { momentAt } from '#kernel/day.ts'
import { isReference } from '#kernel/registry/cell.ts'
import { compareRow, plainKey, type StoredRecord } from '#kernel/registry/compare-rows.ts'
import type { Registry } from '#kernel/registry/registry.ts'
import { allianceRegistry } from '#modules/registries/alliances/contract.ts'
import type { Act, Stage } from './stage.ts'
import type { RecordAct, Story } from './story.ts'

/** Every entry in a register, at half past nine of its day; entries of one day keep their order. */
export const listRecordActs = ({ alliances }: Story): Act[] =>
  alliances.map((act, place) => ({
    at: new Date(momentAt(act.on, '09:30').getTime() + place * 1000),
    play: (stage) => keepRecord(stage, allianceRegistry, act),
  }))

/** Entered, or changed where a record of that name is there already: an empty cell leaves what it was. */
async function keepRecord({ system, person, agencyId }: Stage, registry: Registry, act: RecordAct): Promise<void> {
  const { fields, entity, key, operations } = registry
  const office = person('office')
  const cells = Object.fromEntries(fields.map(({ name, label }) => [name, act.cells[label] ?? '']))
  const name = cells[key] ?? ''
  const known = (await system.call(operations.listRecords, office, { text: name })).records.find(
    ({ values }) => values[key] === name,
  )
  const stored: Map<string, StoredRecord> = new Map()
  if (known) {
    const { values } = await system.call(operations.getRecord, office, { recordId: known.id })
    stored.set(plainKey(name), { id: known.id, version: 1, values })
  }
  const { values, reasons } = compareRow(
    { row: 0, cells, problems: [] },
    {
      entity,
      fields,
      key,
      stored,
      find: (kind) => (text) => (isReference({ kind }) ? { id: agencyId(text) } : { problem: text }),
    },
  )
  if (!values) throw new Error(`the story says of ${name}: ${reasons.join(' ')}`)
  const said = { ...values, effectiveOn: act.effectiveOn, basis: act.basis }
  if (known) await system.call(operations.saveRecord, office, { ...said, recordId: known.id })
  else await system.call(operations.addRecord, office, said)
}
