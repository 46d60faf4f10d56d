import type { Intake } from '#kernel/registry/intake.ts'
import { OpeningWritten, reportContract } from './contract.ts'
import { openingFields, openingKeys } from './domain/opening-row.ts'

const { downloadTemplate, importRecords, getImport, writeImport } = reportContract

/** The opening state from the ledger an office kept before. Apart from the contract, which every page loads. */
export const openingIntake: Intake = {
  name: 'reports',
  noun: '期初情况',
  measure: '项',
  within: 'programmeId',
  fields: openingFields,
  needs: openingKeys,
  said: OpeningWritten,
  operations: { downloadTemplate, importRecords, getImport, writeImport },
}
