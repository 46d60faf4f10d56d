import { and, count, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { type Find, isReference } from '#kernel/registry/cell.ts'
import {
  type ComparedRow,
  compareRow,
  keyIn,
  type SheetLine,
  type StoredRecord,
  sheetColumns,
} from '#kernel/registry/compare-rows.ts'
import { keysOf } from '#kernel/registry/registry.ts'
import { insertAll } from '#platform/database/insert-all.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Job } from '#platform/operation/implement.ts'
import type { ExpectedColumn } from '#platform/spreadsheet/match-columns.ts'
import { type Kit, type SheetPort, type Where, whereOf } from './kit.ts'
import { readImport } from './read-import.ts'
import { listByKey, listStored, namesIn } from './records.ts'
import { importRows, imports } from './tables.ts'
import { keptKey, openedValues } from './write-records.ts'

export const ImportPayload = z.object({ importId: z.uuid() })

/** An import by its owner. */
export interface OfImport {
  divisionCode: string
  importId: string
}

/** The columns a sheet of this registry may have. */
export const columnsOf = ({
  fields,
  ports,
  ...keys
}: Pick<Kit, 'fields' | 'key' | 'apart' | 'ports'>): ExpectedColumn[] => [
  ...sheetColumns(fields, keysOf(keys)),
  ...(ports.sheet?.columns ?? []),
]

export const importHere = ({ divisionCode, importId }: OfImport) =>
  and(eq(imports.divisionCode, divisionCode), eq(imports.id, importId))
export const rowsHere = ({ divisionCode, importId }: OfImport) =>
  and(eq(importRows.divisionCode, divisionCode), eq(importRows.importId, importId))

export const tryJob = (kit: Kit): Job =>
  defineJob(
    { name: `${kit.module}.tryImport`, title: `试导${kit.noun}` },
    ImportPayload,
    async ({ payload, actor, db }) => {
      const of = { divisionCode: actor.divisionCode, ...payload }
      const [asked] = await db.select().from(imports).where(importHere(of))
      if (asked?.state !== 'reading' || !asked.bytes) return
      // Begun anew where an attempt was killed.
      await db.delete(importRows).where(rowsHere(of))
      try {
        const around = kit.within === undefined ? {} : { [kit.within]: asked.withinId ?? '' }
        const trying: Trying = { kit, db, around, of }
        const whole: SheetLine[] = []
        let done = 0
        const { skipped, remarks } = await readImport(
          { bytes: asked.bytes, columns: columnsOf(kit), nameKey: kit.key },
          async (lines, all) => {
            if (kit.ports.sheet) whole.push(...lines)
            else await compareBatch(trying, lines)
            done += lines.length
            await db.update(imports).set({ done, all }).where(importHere(of))
          },
        )
        if (kit.ports.sheet) await compareWhole(trying, kit.ports.sheet, whole)
        else await refuseDoubles(db, of)
        await db.update(imports).set({ state: 'tried', skipped, remarks, bytes: null }).where(importHere(of))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        await db.update(imports).set({ state: 'refused', refusal: error.message, bytes: null }).where(importHere(of))
      }
    },
  )

interface Trying {
  kit: Kit
  db: Db
  around: Readonly<Record<string, string>>
  of: OfImport
}

async function compareBatch({ kit, db, around, of }: Trying, lines: readonly SheetLine[]): Promise<void> {
  const { divisionCode } = of
  await db.transaction(async (tx) => {
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
    await keepRows(
      tx,
      { kit, of, lines },
      lines.map((line) => compareRow(line, comparing)),
    )
  })
}

async function compareWhole({ kit, db, of }: Trying, sheet: SheetPort, lines: readonly SheetLine[]): Promise<void> {
  await db.transaction(async (tx) => {
    const stored = await listStored(kit, tx, of)
    await keepRows(tx, { kit, of, lines }, sheet.compare(lines, stored, of.divisionCode))
  })
}

const keyOf = (kit: Kit, line: SheetLine | undefined): string => keptKey(keyIn(kit, (name) => line?.cells[name]))

const keepRows = (
  tx: Tx,
  { kit, of, lines }: Pick<Trying, 'kit' | 'of'> & { lines: readonly SheetLine[] },
  rows: readonly ComparedRow[],
): Promise<void> =>
  insertAll(
    tx,
    importRows,
    rows.map(({ id, ...row }, i) => ({ ...row, ...of, keyPlain: keyOf(kit, lines[i]), recordId: id })),
  )

const noFind: Find = () => ({ problem: '这一栏不能从表格导入，请在页面上填写。' })

async function findersOf(kit: Kit, tx: Tx, where: Where): Promise<Map<string, Find>> {
  const finders = new Map<string, Find>()
  for (const { kind } of kit.fields.filter(isReference)) {
    const port = kit.ports.references?.[kind]
    if (port && !finders.has(kind)) finders.set(kind, await port.finder(tx, where))
  }
  return finders
}

/** Two rows of one name are both told. The names first: what was just written is not known to the planner, and a join of it with itself takes for ever. */
async function refuseDoubles(db: Db, of: OfImport): Promise<void> {
  const doubles = await db
    .select({ key: importRows.keyPlain })
    .from(importRows)
    .where(and(rowsHere(of), ne(importRows.keyPlain, '')))
    .groupBy(importRows.keyPlain)
    .having(gt(count(), 1))
  const reasons = JSON.stringify(['这一名称在表中出现了不止一次，请合并成一行。'])
  for (let at = 0; at < doubles.length; at += 1000) {
    const keys = doubles.slice(at, at + 1000).map(({ key }) => key)
    await db
      .update(importRows)
      .set({ outcome: 'bad', values: null, reasons: sql`${importRows.reasons} || ${reasons}::jsonb` })
      .where(and(rowsHere(of), inArray(importRows.keyPlain, keys)))
  }
}
