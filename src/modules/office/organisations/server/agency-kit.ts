import { newId } from '#kernel/ids.ts'
import type { ComparedRow, SheetLine, StoredRecord } from '#kernel/registry/compare-rows.ts'
import type { Tx } from '#platform/database/tx.ts'
import { kitOf, valuesOf } from '#platform/registry/kit.ts'
import { type Agency, AgencyForm } from '../domain/agency.ts'
import { assertStorable } from '../domain/agency-rules.ts'
import { agencyColumns } from '../domain/agency-sheet.ts'
import { findDivision, listDivisionsNamed } from '../domain/division.ts'
import { importAgencies } from '../domain/import-agencies.ts'
import { agencyRegistry } from '../registry.ts'
import { agencyReferences } from './agency-references.ts'
import { divisionRegister } from './divisions.ts'
import { listDivisionAgencies } from './register.ts'
import { agencyTables } from './tables.ts'

/** The register of agencies as the kit keeps it. */
export const agencyKit = kitOf(agencyRegistry, agencyTables, {
  references: { agency: agencyReferences },
  sheet: { columns: agencyColumns.filter(({ key }) => key === 'division'), compare: compareAgencies },
  // Who bears a name, and whom a group stands for, is judged over the whole register.
  holds: async (tx: Tx, ids, divisionCode) => assertStorable(ids, await listDivisionAgencies(tx, divisionCode)),
})

const agencyOf = ({ id, values }: StoredRecord, divisionCode: string): Agency => ({
  ...AgencyForm.parse(values),
  id,
  divisionCode,
})

/** What the rows of a register sheet would do to the agencies of a division. */
export function compareAgencies(
  lines: readonly SheetLine[],
  stored: readonly StoredRecord[],
  divisionCode: string,
): ComparedRow[] {
  const register = stored.map((record) => agencyOf(record, divisionCode))
  const versions = new Map(stored.map(({ id, version }) => [id, version]))
  const rows = importAgencies(lines, register, { home: divisionCode, findDivisionCode, newId })
  return rows.map(({ agency, ...row }) => ({
    ...row,
    id: agency.id,
    version: versions.get(agency.id) ?? 0,
    values: row.outcome === 'added' || row.outcome === 'changed' ? valuesOf(agencyRegistry, agency) : null,
  }))
}

function findDivisionCode(text: string): string | undefined {
  const register = divisionRegister()
  const [only, another] = listDivisionsNamed(register, text)
  return findDivision(register, text)?.code ?? (another ? undefined : only?.code)
}
