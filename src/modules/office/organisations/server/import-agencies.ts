import { newId } from '#kernel/ids.ts'
import { pinyinInitials } from '#platform/chinese/pinyin.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implementPrepared } from '#platform/operation/implement.ts'
import { prepareSheet } from '#platform/spreadsheet/read-sheet.ts'
import { readTable, sheetOf } from '#platform/spreadsheet/read-table.ts'
import { organisationContract } from '../contract.ts'
import { type AgencyRecord, agencyColumns } from '../domain/agency-sheet.ts'
import { findDivision, listDivisionsNamed } from '../domain/division.ts'
import { acceptImport, importAgencies as compare, type ImportOutcome } from '../domain/import-agencies.ts'
import { divisionRegister } from './divisions.ts'
import { holdRegister, listDivisionAgencies } from './register.ts'
import { agencies } from './tables.ts'

/** Dry run and import are the same comparison; the import writes all of it or, when a row is bad, nothing. */
export const importAgencies = implementPrepared(
  organisationContract.importAgencies,
  prepareSheet,
  async ({ input, file, prepared, tx, actor, about }) => {
    const { rows, skipped, remarks } = readTable(prepared, agencyColumns, 'name')
    const outcome = await compareRecords(tx, rows, actor.divisionCode)
    if (!input.dryRun) await writeOutcome(tx, outcome)
    const { added, changed, unchanged, bad, warnings } = outcome
    about(`表格“${file.name}”`, {
      dryRun: input.dryRun,
      added: added.length,
      changed: changed.length,
      unchanged,
      bad: bad.length,
      skipped: skipped.length,
    })
    return {
      dryRun: input.dryRun,
      added: added.map(({ row, agency }) => ({ row, name: agency.name })),
      changed: changed.map(({ row, agency, changes }) => ({ row, name: agency.name, changes })),
      unchanged,
      bad,
      warnings,
      skipped,
      remarks,
    }
  },
)

/** The rows of a register sheet, head included, into the register of a division; refused whole when a row is bad. */
export async function importAgencyCells(
  tx: Tx,
  cells: readonly (readonly string[])[],
  divisionCode: string,
): Promise<void> {
  const { rows } = readTable(sheetOf(cells), agencyColumns, 'name')
  await writeOutcome(tx, await compareRecords(tx, rows, divisionCode))
}

async function compareRecords(tx: Tx, records: readonly AgencyRecord[], divisionCode: string): Promise<ImportOutcome> {
  await holdRegister(tx, divisionCode)
  const register = await listDivisionAgencies(tx, divisionCode)
  return compare(records, register, { home: divisionCode, findDivisionCode, newId, initialsOf: pinyinInitials })
}

async function writeOutcome(tx: Tx, outcome: ImportOutcome): Promise<void> {
  for (const agency of acceptImport(outcome)) {
    await tx
      .insert(agencies)
      .values(agency)
      .onConflictDoUpdate({ target: [agencies.divisionCode, agencies.id], set: agency })
  }
}

function findDivisionCode(text: string): string | undefined {
  const register = divisionRegister()
  const [only, another] = listDivisionsNamed(register, text)
  return findDivision(register, text)?.code ?? (another ? undefined : only?.code)
}
