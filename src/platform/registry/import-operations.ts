import { and, asc, count, eq, sql } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { ImportView } from '#kernel/registry/import-view.ts'
import { Said } from '#kernel/registry/registry.ts'
import type { Tx } from '#platform/database/tx.ts'
import { sha256Of } from '#platform/files/file-store.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import { type Implementation, implement } from '#platform/operation/implement.ts'
import { registryErrors } from './errors.ts'
import type { IntakeKit } from './intake-kit.ts'
import { enterPlace } from './records.ts'
import { importRows, imports } from './tables.ts'
import { importHere, rowsHere, tryJob } from './try-import.ts'
import { writeJob, writtenOf } from './write-import.ts'

/** As many rows of each kind as a person looks through on a page. */
const shown = 300

export const importRecords = (intake: IntakeKit): Implementation =>
  implement(intake.operations.importRecords, async (call) => {
    const { input, file, tx, actor, now, about } = call
    await enterPlace(intake, call)
    const importId = newId(now.getTime())
    const { divisionCode } = actor
    await tx.insert(imports).values({
      divisionCode,
      id: importId,
      registry: intake.name,
      withinId: intake.within === undefined ? null : String(input[intake.within]),
      file: file.name,
      sha256: sha256Of(file.bytes),
      bytes: Buffer.from(file.bytes),
      state: 'reading',
      refusal: null,
      done: 0,
      all: null,
      skipped: [],
      remarks: [],
      effectiveOn: null,
      basis: null,
      startedBy: actor.name,
      startedAt: now,
    })
    await addJob(call, tryJob(intake), { importId })
    about(`${intake.noun}表格“${file.name}”`, { sha256: sha256Of(file.bytes) })
    return { importId }
  })

async function getRow(
  intake: IntakeKit,
  tx: Tx,
  of: { divisionCode: string; importId: string; withinId: string | null },
) {
  const [row] = await tx
    .select({
      id: imports.id,
      file: imports.file,
      sha256: imports.sha256,
      state: imports.state,
      refusal: imports.refusal,
      done: imports.done,
      all: imports.all,
      skipped: imports.skipped,
      remarks: imports.remarks,
      by: imports.startedBy,
      startedAt: imports.startedAt,
      withinId: imports.withinId,
    })
    .from(imports)
    .where(and(importHere(of), eq(imports.registry, intake.name)))
  if (row?.withinId !== of.withinId) throw registryErrors.importNotFound({})
  return row
}

const ofInput = (intake: IntakeKit, input: Readonly<Record<string, unknown>>, divisionCode: string) => ({
  divisionCode,
  importId: String(input['importId']),
  withinId: intake.within === undefined ? null : String(input[intake.within]),
})

async function countRows(tx: Tx, of: { divisionCode: string; importId: string }): Promise<ImportView['counts']> {
  const counted = await tx
    .select({
      outcome: importRows.outcome,
      n: count(),
      warned: sql<number>`count(*) filter (where warnings <> '[]')::int`,
    })
    .from(importRows)
    .where(rowsHere(of))
    .groupBy(importRows.outcome)
  const of1 = (name: string) => counted.find(({ outcome }) => outcome === name)?.n ?? 0
  const warned = counted.reduce((sum, one) => sum + one.warned, 0)
  return { added: of1('added'), changed: of1('changed'), unchanged: of1('unchanged'), bad: of1('bad'), warned }
}

export const getImport = (intake: IntakeKit): Implementation =>
  implement(intake.operations.getImport, async ({ input, tx, actor }) => {
    await enterPlace(intake, { input, tx, actor })
    const of = ofInput(intake, input, actor.divisionCode)
    const { sha256: _, withinId: __, ...row } = await getRow(intake, tx, of)
    const counts = await countRows(tx, of)
    const some = async (outcome: 'added' | 'changed' | 'bad') =>
      tx
        .select()
        .from(importRows)
        .where(and(rowsHere(of), eq(importRows.outcome, outcome)))
        .orderBy(asc(importRows.row), asc(importRows.part))
        .limit(shown)
    const [added, changed, bad] = [await some('added'), await some('changed'), await some('bad')]
    const warned = await tx
      .select()
      .from(importRows)
      .where(and(rowsHere(of), sql`${importRows.warnings} <> '[]'`))
      .orderBy(asc(importRows.row), asc(importRows.part))
      .limit(shown)
    return {
      ...row,
      ...(row.state === 'writing' && { done: writtenOf(row.id) }),
      counts,
      added: added.map(({ row: at, name, changes }) => ({ row: at, name, changes: [...changes] })),
      changed: changed.map(({ row: at, name, changes }) => ({ row: at, name, changes: [...changes] })),
      bad: bad.flatMap(({ row: at, reasons }) => reasons.map((reason) => ({ row: at, reason }))),
      warnings: warned.flatMap(({ row: at, warnings }) => warnings.map((reason) => ({ row: at, reason }))),
    }
  })

export const writeImport = (intake: IntakeKit): Implementation =>
  implement(intake.operations.writeImport, async (call) => {
    const { input, tx, actor, today, about } = call
    await enterPlace(intake, call)
    const of = ofInput(intake, input, actor.divisionCode)
    const row = await getRow(intake, tx, of)
    const { effectiveOn, basis } = Said.parse(input)
    if (effectiveOn !== undefined && effectiveOn > today) throw registryErrors.inFuture({ day: effectiveOn })
    const counts = await countRows(tx, of)
    if (counts.bad > 0) throw registryErrors.badRows({ count: counts.bad })
    const begun = await tx
      .update(imports)
      .set({
        state: 'writing',
        done: 0,
        all: counts.added + counts.changed,
        effectiveOn: effectiveOn ?? null,
        basis: basis ?? null,
      })
      .where(and(importHere(of), eq(imports.state, 'tried')))
      .returning({ id: imports.id })
    if (begun.length === 0) throw registryErrors.importNotTried({})
    const { userId, name } = actor
    await addJob(call, writeJob(intake), { importId: of.importId, by: { userId, name } })
    about(`${intake.noun}表格“${row.file}”`, {
      sha256: row.sha256,
      新增: counts.added,
      修改: counts.changed,
      不变: counts.unchanged,
    })
    return { importId: of.importId }
  })
