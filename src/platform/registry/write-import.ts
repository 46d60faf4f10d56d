import { and, asc, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call, Job } from '#platform/operation/implement.ts'
import type { IntakeKit, KeptRow, WrittenBy } from './intake-kit.ts'
import { importRows, imports } from './tables.ts'
import { aroundOfImport, ImportPayload, importHere, type OfImport, rowsHere } from './try-import.ts'
import type { Writing } from './write-records.ts'

const WritePayload = ImportPayload.extend({
  by: z.object({ userId: z.string(), name: z.string() }).optional(),
})

/**
 * Rows written of the imports this program is at. They are written in one transaction, which others do not see into, and a
 * second connection beside it is forbidden; so the program remembers. Another program of the same database does not know.
 */
const under = new Map<string, number>()
export const writtenOf = (importId: string): number => under.get(importId) ?? 0

/** Writes what was tried, whole or not at all: in one transaction with the end of the job. */
export const writeJob = (intake: IntakeKit): Job =>
  defineJob(
    { name: `${intake.name}.writeImport`, title: `写入${intake.noun}的导入` },
    WritePayload,
    async ({ payload: { importId, by }, actor, db, finish }) => {
      const of = { divisionCode: actor.divisionCode, importId }
      const [asked] = await db.select().from(imports).where(importHere(of))
      if (asked?.state !== 'writing') return
      try {
        // What was asked for before it was said who asked, whoever brought the sheet has asked for.
        const writer = by ?? { userId: '', name: asked.startedBy }
        await finish((call) => writeAll(intake, call, { of, asked, writer }))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        await db.update(imports).set({ state: 'refused', refusal: error.message }).where(importHere(of))
      } finally {
        under.delete(importId)
      }
    },
  )

interface Asked {
  of: OfImport
  asked: typeof imports.$inferSelect
  writer: WrittenBy
}

async function writeAll(intake: IntakeKit, call: Call<unknown>, { of, asked, writer }: Asked): Promise<void> {
  const { tx, now, today, about } = call
  const writing: Writing = {
    tx,
    now,
    today,
    divisionCode: of.divisionCode,
    around: aroundOfImport(intake, asked),
    by: asked.startedBy,
    effectiveOn: asked.effectiveOn ?? undefined,
    basis: asked.basis ?? asked.file,
  }
  // What holds over the whole is judged when all of it is written.
  const atOnce = intake.isWhole ? Math.max(1, asked.all ?? 1) : 1000
  let [done, said] = [0, {}]
  for await (const batch of batchesOf(tx, of, atOnce)) {
    said = { ...said, ...(await intake.write(writing, batch, writer)) }
    done += batch.length
    under.set(of.importId, done)
  }
  await tx.update(imports).set({ state: 'written', done }).where(importHere(of))
  // The trail has when it was written, not only when that was asked for: results are kept until something is.
  about(`${intake.noun}表格“${asked.file}”`, { 写入: done, ...said })
}

/** What is to be added or changed, in the order of the sheet. */
async function* batchesOf(tx: Tx, of: OfImport, atOnce: number): AsyncGenerator<KeptRow[]> {
  let after = -1
  for (;;) {
    const rows = await tx
      .select()
      .from(importRows)
      .where(and(rowsHere(of), inArray(importRows.outcome, ['added', 'changed']), gt(importRows.row, after)))
      .orderBy(asc(importRows.row), asc(importRows.part))
      .limit(atOnce)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.row
  }
}
