import type { Intake } from '#kernel/registry/intake.ts'
import { accountContract, PeopleSaid } from './contract.ts'
import { personFields, personKeys } from './domain/people-sheet.ts'

const { downloadTemplate, importRecords, getImport, writeImport } = accountContract

/** The people of a county from the sheet an office keeps. Apart from the contract, which every page loads. */
export const peopleIntake: Intake = {
  name: 'accounts',
  noun: '账号',
  measure: '人',
  fields: personFields,
  needs: personKeys,
  said: PeopleSaid,
  operations: { downloadTemplate, importRecords, getImport, writeImport },
}
