import { getProgrammeRow, saidSight } from '#modules/programme/programmes/server/index.ts'
import { type Call, implementPrepared } from '#platform/operation/implement.ts'
import type { SheetReading } from '#platform/spreadsheet/read-rows.ts'
import { prepareSheet } from '#platform/spreadsheet/read-sheet.ts'
import { readTable } from '#platform/spreadsheet/read-table.ts'
import { ledgerContract } from '../contract.ts'
import { ledgerErrors } from '../domain/errors.ts'
import { compareLedger, type ReadLedger, type TakenRow } from '../domain/import-ledger.ts'
import { ledgerTitles, markColumn } from '../domain/ledger.ts'
import { emptyNote, noteFrom } from '../domain/task-ledger.ts'
import { type Ledger, loadLedger, loadNotes } from './load-ledger.ts'
import { taskNotes } from './tables.ts'

/** Dry run and import are the same comparison; the import takes all of it or, when a row is refused, nothing. */
export const importLedger = implementPrepared(
  ledgerContract.importLedger,
  prepareSheet,
  async ({ input, file, prepared, ...call }) => {
    const { tx, actor, today, about } = call
    const { ledger: kind, dryRun } = input
    const programme = await getProgrammeRow(tx, input.programmeId, actor)
    const year = input.year ?? Number(today.slice(0, 4))
    const sight = await saidSight(tx, programme.id, actor)
    const ledger = await loadLedger(tx, { programme, ledger: kind, year, today, sight })
    const { rows: read, skipped, remarks } = readLedger(prepared, ledger)
    const { taken, ...outcome } = compareLedger({ ...ledger, shown: ledger.rows, read })
    if (!dryRun && outcome.refused.length > 0) throw ledgerErrors.rowsRefused({ count: outcome.refused.length })
    if (!dryRun) await write({ ...call, programme, year }, taken)
    const { changed, unchanged, refused, ignored } = outcome
    about(`${ledgerTitles[kind]}“${file.name}”`, {
      试导: dryRun,
      修改: changed.length,
      不变: unchanged,
      不能导入: refused.length,
      未取: ignored.length,
      非记录: skipped.length,
    })
    return { ledger: kind, dryRun, ...outcome, skipped, remarks }
  },
)

/** The records of a sheet with the columns this ledger knows; a column the sheet lacks is left alone. */
export function readLedger(reading: SheetReading, { columns, nameKey }: Ledger): ReadLedger {
  const expected = [
    ...columns.map(({ key, title, aliases = [] }) => ({ key, title, aliases, required: key === nameKey })),
    markColumn,
  ]
  const table = readTable<string>(reading, expected, nameKey)
  return {
    skipped: table.skipped,
    remarks: table.remarks,
    rows: table.rows.map(({ row, cells, problems }) => {
      const { [markColumn.key]: mark = '', ...rest } = Object.fromEntries(cells)
      return { row, mark, cells: rest, problems }
    }),
  }
}

interface Writing extends Pick<Call<unknown>, 'tx' | 'actor' | 'now'> {
  programme: { id: string; divisionCode: string }
  year: number
}

async function write({ tx, actor, now, programme, year }: Writing, taken: readonly TakenRow[]): Promise<void> {
  const notes = await loadNotes(tx, programme)
  const saved = { savedBy: actor.name, savedAt: now }
  for (const { id: taskId, cells } of taken) {
    const of = { divisionCode: programme.divisionCode, taskId, programmeId: programme.id }
    const note = { ...noteFrom(cells, notes.get(taskId) ?? emptyNote(of), year), ...saved }
    const target = [taskNotes.divisionCode, taskNotes.taskId]
    await tx.insert(taskNotes).values(note).onConflictDoUpdate({ target, set: note })
  }
}
