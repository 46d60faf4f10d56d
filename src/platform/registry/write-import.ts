import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { Refusal } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call, Job } from '#platform/operation/implement.ts'
import { registryErrors } from './errors.ts'
import { currentOf, type Kit } from './kit.ts'
import { columnOf } from './list-records.ts'
import { holdRegistry, listByKey } from './records.ts'
import { importRows, imports } from './tables.ts'
import { ImportPayload, importHere, type OfImport, rowsHere } from './try-import.ts'
import { type Draft, type Writing, writeRecords } from './write-records.ts'

type Row = typeof importRows.$inferSelect

/** Writes what was tried, whole or not at all: in one transaction with the end of the job. */
export const writeJob = (kit: Kit): Job =>
  defineJob(
    { name: `${kit.module}.writeImport`, title: `写入${kit.noun}的导入` },
    ImportPayload,
    async ({ payload, actor, db, finish }) => {
      const of = { divisionCode: actor.divisionCode, ...payload }
      const [asked] = await db.select().from(imports).where(importHere(of))
      if (asked?.state !== 'writing') return
      try {
        await finish((call) => writeAll(kit, call, { of, asked }))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        await db.update(imports).set({ state: 'refused', refusal: error.message }).where(importHere(of))
      }
    },
  )

interface Asked {
  of: OfImport
  asked: typeof imports.$inferSelect
}

async function writeAll(kit: Kit, { tx, now, today, about }: Call<unknown>, { of, asked }: Asked): Promise<void> {
  const { divisionCode } = of
  await holdRegistry(tx, kit, divisionCode)
  const around = kit.within === undefined ? {} : { [kit.within]: asked.withinId ?? '' }
  const writing: Writing = {
    tx,
    now,
    today,
    divisionCode,
    around,
    by: asked.startedBy,
    effectiveOn: asked.effectiveOn ?? undefined,
    basis: asked.basis ?? asked.file,
  }
  const counted = asked.all ?? 0
  let [after, done] = [0, 0]
  for (;;) {
    const batch = await tx
      .select()
      .from(importRows)
      .where(and(rowsHere(of), inArray(importRows.outcome, ['added', 'changed']), gt(importRows.row, after)))
      .orderBy(asc(importRows.row))
      // What holds over the whole is judged when all of it is written.
      .limit(kit.ports.sheet ? counted : 1000)
    const last = batch.at(-1)
    if (!last) break
    await writeRecords(kit, writing, await draftsOf(kit, writing, batch))
    after = last.row
    done += batch.length
  }
  await tx.update(imports).set({ state: 'written', done }).where(importHere(of))
  // The trail has when it was written, not only when that was asked for: results are kept until something is.
  about(`${kit.noun}表格“${asked.file}”`, { 写入: done })
}

/** What was compared must still be so: nobody has changed a record since, or taken a name. */
async function draftsOf(kit: Kit, { tx, divisionCode, around }: Writing, batch: readonly Row[]): Promise<Draft[]> {
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
