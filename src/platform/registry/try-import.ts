import { and, count, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import type { SheetLine } from '#kernel/registry/compare-rows.ts'
import { insertAll } from '#platform/database/insert-all.ts'
import type { Db } from '#platform/database/tx.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Job } from '#platform/operation/implement.ts'
import type { IntakeKit, Placed } from './intake-kit.ts'
import { readImport } from './read-import.ts'
import { importRows, imports } from './tables.ts'

export const ImportPayload = z.object({ importId: z.uuid() })

/** An import by its owner. */
export interface OfImport {
  divisionCode: string
  importId: string
}

export const importHere = ({ divisionCode, importId }: OfImport) =>
  and(eq(imports.divisionCode, divisionCode), eq(imports.id, importId))
export const rowsHere = ({ divisionCode, importId }: OfImport) =>
  and(eq(importRows.divisionCode, divisionCode), eq(importRows.importId, importId))

/** What names the place an import lies in. */
export const aroundOfImport = (
  { within }: Pick<IntakeKit, 'within'>,
  { withinId }: { withinId: string | null },
): Record<string, string> => (within === undefined ? {} : { [within]: withinId ?? '' })

export const tryJob = (intake: IntakeKit): Job =>
  defineJob(
    { name: `${intake.name}.tryImport`, title: `试导${intake.noun}` },
    ImportPayload,
    async ({ payload, actor, db, today }) => {
      const of = { divisionCode: actor.divisionCode, ...payload }
      const [asked] = await db.select().from(imports).where(importHere(of))
      if (asked?.state !== 'reading' || !asked.bytes) return
      // Begun anew where an attempt was killed.
      await db.delete(importRows).where(rowsHere(of))
      const trying = { intake, db, of, placed: { ...of, around: aroundOfImport(intake, asked), today } }
      try {
        const leftOut = await compareSheet(trying, asked.bytes)
        if (!intake.isWhole) await refuseDoubles(db, of)
        await db
          .update(imports)
          .set({ state: 'tried', ...leftOut, bytes: null })
          .where(importHere(of))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        await db.update(imports).set({ state: 'refused', refusal: error.message, bytes: null }).where(importHere(of))
      }
    },
  )

interface Trying {
  intake: IntakeKit
  db: Db
  of: OfImport
  placed: Placed
}

async function compareSheet(trying: Trying, bytes: Uint8Array) {
  const { intake, db, of } = trying
  const whole: SheetLine[] = []
  let read = 0
  const asked = { bytes, columns: intake.columns, nameKey: intake.needs[0] }
  const { skipped, remarks } = await readImport(asked, async (lines, all) => {
    if (intake.isWhole) whole.push(...lines)
    else await keepCompared(trying, lines)
    read += lines.length
    await db.update(imports).set({ done: read, all }).where(importHere(of))
  })
  if (intake.isWhole) await keepCompared(trying, whole)
  return { skipped, remarks }
}

async function keepCompared({ intake, db, of, placed }: Trying, lines: readonly SheetLine[]): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await intake.compare(tx, lines, placed)
    await insertAll(
      tx,
      importRows,
      rows.map(({ id, ...row }) => ({ ...row, ...of, recordId: id })),
    )
  })
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
