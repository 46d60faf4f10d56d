import { linesOf } from '#kernel/registry/compare-rows.ts'
import { registryErrors } from '#platform/registry/errors.ts'
import { holdRegistry, listStored } from '#platform/registry/records.ts'
import { readTable, sheetOf } from '#platform/spreadsheet/read-table.ts'
import { agencyColumns } from '../domain/agency-sheet.ts'
import { agencyKit, compareAgencies } from './agency-kit.ts'
import { type Writer, writeAgencies } from './write-agency.ts'

/** The rows of a register sheet, head included, into the register of a division; refused whole when a row is bad. */
export async function importAgencyCells(
  writer: Writer,
  cells: readonly (readonly string[])[],
  divisionCode: string,
): Promise<void> {
  await holdRegistry(writer.tx, agencyKit, divisionCode)
  const lines = linesOf(readTable(sheetOf(cells), agencyColumns, 'name').rows)
  const rows = compareAgencies(lines, await listStored(agencyKit, writer.tx, { divisionCode }), divisionCode)
  const bad = rows.flatMap(({ row, reasons }) => reasons.map((reason) => ({ row, reason })))
  if (bad.length > 0) throw registryErrors.badRows({ count: bad.length }, bad)
  const drafts = rows.flatMap(({ id, version, values }) =>
    id && values ? [{ id, version, values, endedOn: null }] : [],
  )
  await writeAgencies(writer, divisionCode, drafts)
}
