import { momentAt } from '#kernel/day.ts'
import type { FormField } from '#kernel/fields.ts'
import { headOf } from '#kernel/registry/cell.ts'
import { compareRow, keyIn, type StoredRecord } from '#kernel/registry/compare-rows.ts'
import { keysOf, type Registry } from '#kernel/registry/registry.ts'
import { policyRegistry, projectRegistry } from '#modules/programme/ledgers/registries.ts'
import { allianceRegistry } from '#modules/registries/alliances/contract.ts'
import type { Act, Stage } from './stage.ts'
import type { RecordAct, Register, Story } from './story.ts'

const registries: readonly { name: Register; registry: Registry }[] = [
  { name: 'alliances', registry: allianceRegistry },
  { name: 'projects', registry: projectRegistry },
  { name: 'policies', registry: policyRegistry },
]

/** Every entry in a register, at half past nine of its day; entries of one day keep their order. */
export const listRecordActs = ({ records, allianceYears }: Story): Act[] =>
  [
    ...registries.flatMap(({ name, registry }) =>
      records[name].map((act) => ({ act, play: (stage: Stage) => keepRecord(stage, registry, act) })),
    ),
    ...allianceYears.map((act) => ({ act, play: (stage: Stage) => keepYear(stage, allianceRegistry, act) })),
  ].map(({ act, play }, place) => ({
    at: new Date(momentAt(act.on, '09:30').getTime() + place * 1000),
    play,
  }))

/** The record of a name that is there already: looked for in the whole list, as what was loaded has no words to be found by yet. */
async function findKnown({ system, person, programmeId }: Stage, registry: Registry, cells: Cells) {
  const { operations } = registry
  const keys = keysOf(registry)
  const office = person('office')
  const around = aroundOf(registry, programmeId)
  const { records } = await system.call(operations.listRecords, office, { ...around, ended: 'with', size: 200 })
  return records.find(({ values }) => keys.every((name) => (values[name] ?? '') === (cells[name] ?? '')))
}

type Cells = Readonly<Record<string, string>>

const aroundOf = ({ within }: Registry, programmeId: string) => (within === undefined ? {} : { [within]: programmeId })

const cellsOf = (fields: readonly FormField[], act: RecordAct): Cells =>
  Object.fromEntries(fields.map((field) => [field.name, act.cells[headOf(field)] ?? '']))

/** Entered, or changed where a record of that name is there already: an empty cell leaves what it was. */
async function keepRecord(stage: Stage, registry: Registry, act: RecordAct): Promise<void> {
  const { system, person, programmeId } = stage
  const { fields, entity, key, apart, operations } = registry
  const office = person('office')
  const cells = cellsOf(fields, act)
  const around = aroundOf(registry, programmeId)
  const known = await findKnown(stage, registry, cells)
  const stored: Map<string, StoredRecord> = new Map()
  if (known) {
    const { values } = await system.call(operations.getRecord, office, { ...around, recordId: known.id })
    stored.set(
      keyIn(registry, (name) => cells[name]),
      { id: known.id, version: 1, values },
    )
  }
  const find = (kind: string) => (text: string) => ({ id: kind === 'task' ? stage.taskId(text) : stage.agencyId(text) })
  const { values, reasons } = compareRow({ row: 0, cells, problems: [] }, { entity, fields, key, apart, stored, find })
  if (!values) throw new Error(`the story says of ${cells[key]}: ${reasons.join(' ')}`)
  const said = { ...values, ...around, ...(act.effectiveOn && { effectiveOn: act.effectiveOn }), basis: act.basis }
  if (known) await system.call(operations.saveRecord, office, { ...said, recordId: known.id })
  else await system.call(operations.addRecord, office, said)
}

/** The figures of a year of a record that is there. */
async function keepYear(stage: Stage, registry: Registry, act: RecordAct): Promise<void> {
  const { years } = registry
  const known = await findKnown(stage, registry, cellsOf(registry.fields, act))
  if (!years || !known) throw new Error(`the story says of ${act.basis} what nobody has`)
  const { sheet: entity, intake, operations } = years
  const { fields } = intake
  const cells = cellsOf(fields, act)
  const { key } = registry
  const { values, reasons } = compareRow({ row: 0, cells, problems: [] }, { entity, fields, key, stored: new Map() })
  if (!values) throw new Error(`the story says of ${cells[key]}: ${reasons.join(' ')}`)
  const said = operations.saveYear.input.parse({ ...values, recordId: known.id, basis: act.basis })
  await stage.system.call(operations.saveYear, stage.person('office'), said)
}
