import { isNothing } from '#kernel/fields.ts'
import { changesOf } from '#kernel/registry/changes.ts'
import {
  compareRow,
  keyIn,
  plainKey,
  type SheetLine,
  type StoredRecord,
  sheetColumns,
} from '#kernel/registry/compare-rows.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import { Vintage, vintages } from '#kernel/registry/year-view.ts'
import type { Tx } from '#platform/database/tx.ts'
import { registryErrors } from './errors.ts'
import type { ComparedLine, IntakeKit, KeptRow, Placed } from './intake-kit.ts'
import { valuesOf } from './kit.ts'
import { futureYear, listYearRows, writeYears, type YearsKit } from './record-years.ts'
import { holdRegistry, listByKey } from './records.ts'
import { keptKey, nameOf, openedValues, type Writing } from './write-records.ts'

const apart = ['year', 'vintage']

/** How sheets of figures by year are brought in: a row for each record, year and vintage. */
export const yearsIntake = (kit: YearsKit): IntakeKit => ({
  ...kit.years.intake,
  ...(kit.ports.enter && { enter: kit.ports.enter }),
  columns: sheetColumns(kit.years.intake.fields, kit.years.intake.needs),
  isWhole: false,
  compare: (tx, lines, placed) => compareYears(kit, tx, { lines: lines.map(asCompared), placed }),
  write: async (writing, rows) => writeRows(kit, writing, rows),
})

/** 2025年度 is 2025; a row that does not say how early it was told is of the closed year. */
function asCompared({ cells, ...line }: SheetLine): SheetLine {
  const year = (cells['year'] ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(?<=\d)年度?$/, '')
  const told = (cells['vintage'] ?? '').trim()
  const vintage = Vintage.options.find((one) => one === told)
  return { ...line, cells: { ...cells, year, vintage: vintage ? vintages[vintage] : told || vintages.annual } }
}

async function compareYears(
  kit: YearsKit,
  tx: Tx,
  { lines, placed }: { lines: readonly SheetLine[]; placed: Placed },
): Promise<ComparedLine[]> {
  const { key, years } = kit
  const keyed = { key, apart }
  const nameIn = (line: SheetLine) => keptKey(plainKey(line.cells[key] ?? ''))
  const records = await listByKey(tx, kit, { ...placed, keys: lines.map(nameIn) })
  const ids = new Map(records.map((row) => [row.keyPlain, row.id]))
  const names = new Map(records.map((row) => [row.id, nameOf(kit, openedValues(kit, row))]))
  const { divisionCode } = placed
  const rows = await listYearRows(tx, kit, { divisionCode, ids: [...names.keys()] })
  const stored = new Map(
    rows.map(({ recordId, year, vintage, version, values }): [string, StoredRecord] => {
      const words: Values = { [key]: names.get(recordId), year, vintage: vintages[vintage] }
      const own = { ...values, [key]: names.get(recordId), year, vintage }
      return [keyIn(keyed, (field) => String(words[field])), { id: recordId, version, values: own }]
    }),
  )
  const comparing = { entity: years.sheet, fields: years.intake.fields, key, apart, stored }
  return lines.map((line) => {
    const id = ids.get(nameIn(line)) ?? null
    const judge = (values: Values) => ({
      problems: problemsOf(kit, { values, id, name: line.cells[key] ?? '', today: placed.today }),
    })
    const row = compareRow(line, { ...comparing, judge })
    const name = [row.name, line.cells['year'], line.cells['vintage']].join(' ')
    const changes = row.outcome === 'added' ? changesOf(years.fields, {}, row.values ?? {}) : row.changes
    return { ...row, changes, id, name, part: 0, keyPlain: keptKey(keyIn(keyed, (field) => line.cells[field])) }
  })
}

interface Judged {
  values: Values
  id: string | null
  name: string
  today: string
}

function problemsOf({ noun, years }: YearsKit, { values, id, name, today }: Judged): string[] {
  if (id === null) return [`没有登记过“${name}”这个${noun}。请先登记，或改正名称。`]
  const early = futureYear(Number(values['year']), today)
  if (early !== null) return [early]
  return years.fields.every((field) => isNothing(values[field.name])) ? ['这一行没有填数，请补上或删去这一行。'] : []
}

/** What was compared must still be so: nobody has said anything else since, and the record is there. */
async function writeRows(kit: YearsKit, writing: Writing, rows: readonly KeptRow[]): Promise<void> {
  const { tx, divisionCode, around, basis = '' } = writing
  await holdRegistry(tx, kit, divisionCode)
  const ids = [...new Set(rows.flatMap(({ recordId }) => recordId ?? []))]
  const now = await listYearRows(tx, kit, { divisionCode, ids })
  const drafts = rows.map(({ recordId, version, values }) => ({
    recordId: recordId ?? '',
    year: Number(values?.['year']),
    vintage: Vintage.parse(values?.['vintage']),
    version,
    values: valuesOf(kit.years, values ?? {}),
    source: basis,
  }))
  const stale = drafts.filter(({ recordId, year, vintage, version }) => {
    const known = now.find((row) => row.recordId === recordId && row.year === year && row.vintage === vintage)
    return (known?.version ?? 0) !== version
  })
  const names = [...new Set(rows.map(({ values }) => keptKey(plainKey(String(values?.[kit.key])))))]
  const there = new Set((await listByKey(tx, kit, { divisionCode, around, keys: names })).map(({ id }) => id))
  const count = stale.length + ids.filter((id) => !there.has(id)).length
  if (count > 0) throw registryErrors.changedMeanwhile({ count })
  await writeYears(kit, writing, drafts)
}
