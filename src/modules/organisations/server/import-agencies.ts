import { newId } from '#kernel/ids.ts'
import { pinyinInitials } from '#platform/chinese/pinyin.ts'
import { implement } from '#platform/operation/implement.ts'
import { readSheet } from '#platform/spreadsheet/read-sheet.ts'
import { organisationContract } from '../contract.ts'
import { findDivision, listDivisionsNamed } from '../domain/division.ts'
import { acceptImport, importAgencies as compare } from '../domain/import-agencies.ts'
import { divisionRegister } from './divisions.ts'
import { listDivisionAgencies } from './register.ts'
import { agencies } from './tables.ts'

/** Dry run and import are the same comparison; the import writes all of it or, when a row is bad, nothing. */
export const importAgencies = implement(organisationContract.importAgencies, async ({ input, file, tx, actor, about }) => {
  const cells = await readSheet(file)
  const register = await listDivisionAgencies(tx, actor.divisionCode)
  const outcome = compare(cells, register, { home: actor.divisionCode, findDivisionCode, newId, initialsOf: pinyinInitials })
  if (!input.dryRun) {
    for (const agency of acceptImport(outcome)) {
      await tx.insert(agencies).values(agency).onConflictDoUpdate({ target: agencies.id, set: agency })
    }
  }
  const { added, changed, unchanged, bad, warnings } = outcome
  about(`表格“${file.name}”`, { dryRun: input.dryRun, added: added.length, changed: changed.length, unchanged, bad: bad.length })
  return {
    dryRun: input.dryRun,
    added: added.map(({ row, agency }) => ({ row, name: agency.name })),
    changed: changed.map(({ row, agency, changes }) => ({ row, name: agency.name, changes })),
    unchanged,
    bad,
    warnings,
  }
})

function findDivisionCode(text: string): string | undefined {
  const register = divisionRegister()
  const [only, another] = listDivisionsNamed(register, text)
  return findDivision(register, text)?.code ?? (another ? undefined : only?.code)
}
