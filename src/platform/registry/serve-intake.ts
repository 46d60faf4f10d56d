import type { Module } from '#platform/operation/implement.ts'
import { downloadTemplate } from './download-template.ts'
import { getImport, importRecords, writeImport } from './import-operations.ts'
import type { IntakeKit } from './intake-kit.ts'
import { tryJob } from './try-import.ts'
import { writeJob } from './write-import.ts'

/** How sheets are brought into something: template, trial, result, writing. */
export const serveIntake = (intake: IntakeKit): Required<Pick<Module, 'operations' | 'jobs'>> => ({
  operations: [downloadTemplate, importRecords, getImport, writeImport].map((operation) => operation(intake)),
  jobs: [tryJob(intake), writeJob(intake)],
})
