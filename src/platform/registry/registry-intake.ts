import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { type Find, isReference } from '#kernel/registry/cell.ts'
import {
  type ComparedRow,
  compareRow,
  keyIn,
  type SheetLine,
  type StoredRecord,
  sheetColumns,
} from '#kernel/registry/compare-rows.ts'
import type { Tx } from '#platform/database/tx.ts'
import { registryErrors } from './errors.ts'
import type { IntakeKit, KeptRow, Placed } from './intake-kit.ts'
import { currentOf, type Kit, type Where, whereOf } from './kit.ts'
import { columnOf } from './list-records.ts'
import { holdRegistry, listByKey, listStored, namesIn } from './records.ts'
import { type Draft, keptKey, openedValues, type Writing, writeRecords } from './write-records.ts'

/** How sheets are brought into a registry: batch by batch, or compared as a whole by its own port. */
export function registryIntake(kit: Kit): IntakeKit {
  const { intake, ports } = kit
  const { sheet, enter } = ports
  return {
    ...intake,
    ...(enter && { enter }),
    columns: [...sheetColumns(intake.fields, intake.needs), ...(sheet?.columns ?? [])],
    isWhole: sheet !== undefined,
    compare: async (tx, lines, placed) => {
      const rows = sheet
        ? sheet.compare(lines, await listStored(kit, tx, placed), placed.divisionCode)
        : await compareBatch(kit, tx, { lines, placed })
      return rows.map((row, i) => ({ ...row, part: 0, keyPlain: keyOf(kit, lines[i]) }))
    },
    write: async (writing, rows) => {
      await holdRegistry(writing.tx, kit, writing.divisionCode)
      await writeRecords(kit, writing, await draftsOf(kit, writing, rows))
    },
  }
}

const keyOf = (kit: Kit, line: SheetLine | undefined): string => keptKey(keyIn(kit, (name) => line?.cells[name]))

async function compareBatch(
  kit: Kit,
  tx: Tx,
  { lines, placed }: { lines: readonly SheetLine[]; placed: Placed },
): Promise<ComparedRow[]> {
  const { divisionCode, around } = placed
  const keys = lines.map((line) => keyOf(kit, line))
  const stored = await listByKey(tx, kit, { divisionCode, around, keys })
  const known = new Map<string, StoredRecord>(
    stored.map((row) => [
      keyIn(kit, (name) => String(row[name] ?? '')),
      { id: row.id, version: row.version, values: openedValues(kit, row) },
    ]),
  )
  const where = whereOf(kit, divisionCode, around)
  const finders = await findersOf(kit, tx, where)
  const names = await namesIn(kit, tx, { all: stored, where })
  const { entity, fields, key, apart, ports } = kit
  const comparing = {
    entity,
    fields,
    key,
    apart,
    stored: known,
    nameOf: (id: string) => names.get(id) ?? id,
    find: (kind: string) => finders.get(kind) ?? noFind,
    ...(ports.judge && { judge: ports.judge }),
  }
  return lines.map((line) => compareRow(line, comparing))
}

const noFind: Find = () => ({ problem: '这一栏不能从表格导入，请在页面上填写。' })

async function findersOf(kit: Kit, tx: Tx, where: Where): Promise<Map<string, Find>> {
  const finders = new Map<string, Find>()
  for (const { kind } of kit.fields.filter(isReference)) {
    const port = kit.ports.references?.[kind]
    if (port && !finders.has(kind)) finders.set(kind, await port.finder(tx, where))
  }
  return finders
}

/** What was compared must still be so: nobody has changed a record since, or taken a name. */
async function draftsOf(kit: Kit, { tx, divisionCode, around }: Writing, batch: readonly KeptRow[]): Promise<Draft[]> {
  const current = currentOf(kit)
  const ids = batch.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]))
  const [id, version, endedOn] = [columnOf(current, 'id'), columnOf(current, 'version'), columnOf(current, 'endedOn')]
  const here = and(eq(columnOf(current, 'divisionCode'), divisionCode), inArray(id, ids))
  const found = ids.length === 0 ? [] : await tx.select({ id, version, endedOn }).from(current).where(here)
  const stored = new Map(found.map((row) => [String(row.id), row]))
  const keys = batch.filter(({ version: known }) => known === 0).map(({ keyPlain }) => keyPlain)
  const taken = keys.length === 0 ? [] : await listByKey(tx, kit, { divisionCode, around, keys })
  const stale = batch.filter(
    ({ recordId, version: known }) => recordId !== null && (stored.get(recordId)?.version ?? 0) !== known,
  )
  if (stale.length + taken.length > 0) throw registryErrors.changedMeanwhile({ count: stale.length + taken.length })
  return batch.map(({ recordId, version: known, values }) => ({
    id: recordId ?? newId(),
    version: known,
    values: values ?? {},
    endedOn: recordId === null ? null : ((stored.get(recordId)?.endedOn as string | null | undefined) ?? null),
  }))
}
