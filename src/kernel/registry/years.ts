import { z } from 'zod'
import type { Role } from '../actor.ts'
import { contract } from '../contract.ts'
import { type FormField, fieldsOf } from '../fields.ts'
import { type Intake, intakeLines } from './intake.ts'
import { Vintage, vintages } from './year-view.ts'

export const Year = z.coerce.number().int().min(1990, '年度从 1990 年起。').max(2099, '年度到 2099 年止。')

/** Where the figures come from that are said without a day: true of their year. */
const basis = z.string().trim().max(200).optional().meta({ label: '依据', help: '报表、证明或来源' })

interface YearsLine {
  noun: string
  path: `/${string}`
  keepers: readonly Role[]
  /** The field a record is known by. */
  key: FormField
  keyType: z.ZodType
  apart: boolean
  around: z.ZodObject
  within: string | undefined
}

/** The figures a registry has of every record by year, with what follows from them. */
export interface Years {
  entity: z.ZodObject
  /** The figures alone. */
  fields: readonly FormField[]
  /** A row of its sheet: the record, the year and the vintage before them. */
  sheet: z.ZodObject
  intake: Intake
  operations: ReturnType<typeof operationsOf>
}

function operationsOf(module: string, entity: z.ZodObject, { noun, path, keepers, around }: YearsLine) {
  const lines = intakeLines({
    noun: `${noun}年度数据`,
    path: `${path}/years`,
    keepers,
    said: z.object({ basis }),
    around,
  })
  return contract(module, {
    saveYear: {
      path: `PUT ${path}/:recordId/years/:year/:vintage` as const,
      title: `填写${noun}的年度数据`,
      by: keepers,
      input: around.extend({ recordId: z.uuid(), year: Year, vintage: Vintage, ...entity.shape, basis }),
      output: z.object({ year: z.int() }),
    },
    downloadYearTemplate: lines.downloadTemplate,
    importYears: lines.importRecords,
    getYearImport: lines.getImport,
    writeYearImport: lines.writeImport,
  })
}

/** Of which year a figure is, and how early it was told. */
const said = {
  year: Year.meta({ label: '年度', aliases: ['年份'], unit: '年', half: true }),
  vintage: Vintage.meta({ label: '数据口径', aliases: ['口径', '数据版本'], titles: vintages, half: true }),
}

/** What is asked where a year is entered by hand. */
export const yearForm = ({ entity }: Pick<Years, 'entity'>): z.ZodObject =>
  z.object({ ...said, ...entity.shape, basis })

/** Declares the figures by year of a registry: every one may be missing. */
export function yearsOf(module: string, entity: z.ZodObject, line: YearsLine): Years {
  if (line.apart) throw new Error(`${module}: figures by year are of records one name tells apart`)
  const lacking = Object.entries(entity.shape).find(([, type]) => !(type instanceof z.ZodNullable))
  if (lacking) throw new Error(`${module}: a figure of a year may be missing: ${lacking[0]}`)
  const operations = operationsOf(module, entity, line)
  const { key, keyType, noun, within } = line
  const sheet = z.object({ [key.name]: keyType, ...said, ...entity.shape })
  const { downloadYearTemplate, importYears, getYearImport, writeYearImport } = operations
  return {
    entity,
    fields: fieldsOf(entity),
    sheet,
    operations,
    intake: {
      name: `${module}.years`,
      noun: `${noun}年度数据`,
      measure: '行',
      within,
      fields: fieldsOf(sheet),
      needs: [key.name, 'year'],
      said: z.object({ basis }),
      operations: {
        downloadTemplate: downloadYearTemplate,
        importRecords: importYears,
        getImport: getYearImport,
        writeImport: writeYearImport,
      },
    },
  }
}
