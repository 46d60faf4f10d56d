import { z } from 'zod'
import type { Actor, Role } from '../actor.ts'
import { contract } from '../contract.ts'
import { type FormField, fieldsOf } from '../fields.ts'
import { Moment } from '../moment.ts'
import { isReference } from './cell.ts'
import { ImportView } from './import-view.ts'
import { RecordPage, RecordView } from './record-view.ts'

type Entity = z.ZodObject

/** A registry as its module declares it. */
export interface RegistryLine<E extends Entity = Entity> {
  /**
   * What people type, in the order of the form; words, kinds and limits stand in its fields. What no field says alone is its
   * refinement, a sentence at a field: said in the form before it is sent, and held to by every way a record is written.
   */
  entity: E
  /** 产业联盟 */
  noun: string
  /** How they are counted: 个, 家. */
  measure: string
  /** `/alliances`, on the screen and under /api. */
  path: `/${string}`
  /** What the whole list is called in print: 项目清单; 产业联盟名录 unless said otherwise. */
  title?: string
  /** The field a record is known by in its county and in a sheet. */
  key: keyof z.infer<E> & string
  /** Texts that tell two of one name apart: of a policy its clause. A sheet has to have these columns too. */
  apart?: readonly (keyof z.infer<E> & string)[]
  /** `kept`: in the order in which they were registered, numbered in print; by name unless said otherwise. */
  order?: 'kept'
  /** Where every record lies within something else: the parameter of the path that names it, `programmeId`. */
  within?: string
  readers: readonly Role[]
  keepers: readonly Role[]
  /** Columns of the list, in their order; everything else stands in the record. */
  list: readonly (keyof z.infer<E> & string)[]
  filters: readonly (keyof z.infer<E> & string)[]
  /** The day a record ends by, where it is one of its own fields; else the kit keeps it. */
  ends?: keyof z.infer<E> & string
  /** What ending is called where it is not 注销. */
  endWord?: string
  /** Whether two records of one thing are merged; not where rows of other modules name them and one takes over from another by its own fields. */
  merges?: boolean
}

/** What of a record is the kit's own; no entity may have fields of these names. */
const reserved = [
  'id', 'recordId', 'divisionCode', 'version', 'search', 'endedOn', 'mergedIntoId', 'savedBy', 'savedAt', 'effectiveOn', 'basis',
  'validFrom', 'validTo', 'recordedAt', 'source', 'vintage', 'text', 'sort', 'page', 'size', 'on', 'knownOn', 'ended',
] // biome-ignore format: names

const recordId = z.uuid()
const day = z.iso.date()

/** Said with every change: since when it is true, and where that stands. */
export const Said = z.object({
  effectiveOn: day.optional().meta({ label: '生效日期', help: '留空为今天', half: true }),
  basis: z.string().trim().max(200).optional().meta({ label: '依据', help: '文件、证书或来源', half: true }),
})
export type Said = z.output<typeof Said>

/** How the list is asked: words to look for, filters as `a,b` or `from..to`, order, page, and the two days of the past. */
export const Asked = z.object({
  text: z.string().trim().max(80).optional(),
  sort: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
  /** As it was in the world on that day … */
  on: day.optional().meta({ label: '截至日期' }),
  /** … and as far as it was known here on that one. */
  knownOn: day.optional().meta({ label: '所知日期' }),
  /** `with`: those that have ended too. */
  ended: z.enum(['without', 'with', 'only']).default('without'),
})

const filterInput = (filters: readonly string[]) =>
  z.object(Object.fromEntries(filters.map((name) => [name, z.string().max(400).optional()])))

/** What became of the records an act was for. */
const Changed = z.object({
  /** Those it changed as they were on its day, with the value of the field that was set: what an act that takes it back needs. */
  before: z.array(z.object({ id: recordId, value: z.unknown(), endedOn: day.nullable() })),
  unchanged: z.int(),
  /** So many were changed for days of the past alone, as something later is known of them. */
  past: z.int(),
})

const ids = z.array(recordId).min(1, '请先选择要办理的行。').max(500)

/** What a declaration names, the place and the filters, is in the type as anything: the schema knows. */
type Around = z.ZodObject<Record<never, never>, z.core.$loose>

function operationsOf<E extends Entity>(module: string, line: RegistryLine<E>) {
  const { entity, noun, path, within, readers, keepers, filters, merges = true } = line
  const around = z.object(within === undefined ? {} : { [within]: z.uuid() }) as unknown as Around
  const asked = around.extend({ ...Asked.shape, ...filterInput(filters).shape })
  const typed = around.extend({ ...entity.shape, ...Said.shape })
  const said = around.extend(Said.shape)
  const importId = z.uuid()
  return contract(module, {
    listRecords: { path: `GET ${path}`, title: `查看${noun}`, by: readers, input: asked, output: RecordPage },
    exportRecords: {
      path: `GET ${path}/export`,
      title: `导出${noun}`,
      by: readers,
      download: true,
      input: asked.omit({ page: true, size: true }),
      output: z.unknown(),
    },
    downloadTemplate: {
      path: `GET ${path}/template`,
      title: `下载${noun}导入模板`,
      by: keepers,
      download: true,
      input: around,
      output: z.unknown(),
    },
    getRecord: {
      path: `GET ${path}/:recordId`,
      title: `查看${noun}详情`,
      by: readers,
      input: around.extend({ recordId, ...Asked.pick({ on: true, knownOn: true }).shape }),
      output: RecordView,
    },
    addRecord: {
      path: `POST ${path}`,
      title: `登记${noun}`,
      by: keepers,
      input: typed,
      output: z.object({ id: recordId }),
    },
    saveRecord: {
      path: `PUT ${path}/:recordId`,
      title: `修改${noun}`,
      by: keepers,
      input: typed.extend({ recordId }),
      output: z.object({ id: recordId, isCurrent: z.boolean() }),
    },
    changeRecords: {
      path: `POST ${path}/changes`,
      title: `批量修改${noun}`,
      by: keepers,
      input: said.extend({
        ids,
        /** One field set to one value, ended, or taken up again. */
        act: z.enum(['set', 'end', 'resume']),
        field: z.string().max(60).optional(),
        value: z.unknown().optional(),
      }),
      output: Changed,
    },
    mergeRecords: {
      path: `POST ${path}/:recordId/merge`,
      title: `合并重复的${noun}`,
      by: merges ? keepers : [],
      input: said.extend({ recordId, intoId: recordId }),
      output: z.object({ id: recordId }),
    },
    importRecords: {
      path: `POST ${path}/imports`,
      title: `试导${noun}`,
      by: keepers,
      upload: true,
      input: around,
      output: z.object({ importId }),
    },
    getImport: {
      path: `GET ${path}/imports/:importId`,
      title: `查看${noun}的导入`,
      by: keepers,
      input: around.extend({ importId }),
      output: ImportView,
    },
    writeImport: {
      path: `POST ${path}/imports/:importId/write`,
      title: `写入${noun}的导入`,
      by: keepers,
      input: said.extend({ importId }),
      output: z.object({ importId }),
    },
  })
}

/** A registry with all that follows from its lines: operations, columns of its sheet, fields of its form. */
export interface Registry<E extends Entity = Entity> extends RegistryLine<E> {
  module: string
  fields: readonly FormField[]
  operations: ReturnType<typeof operationsOf<E>>
}

/** Kinds whose values are several things at once, or no choice of words finds. */
const unfiltered: readonly string[] = ['quantity', 'rows', 'group', 'files']

/** What the kit looks after by columns of its own: ids of other records, of files, and numbers that lie encrypted. */
const isKeptApart = (field: FormField): boolean =>
  isReference(field) || field.kind === 'files' || field.personal === 'identity'

/** Declares a registry: operations, sheet, tables and screens follow from these lines. */
export function defineRegistry<E extends Entity>(module: string, line: RegistryLine<E>): Registry<E> {
  const fields = fieldsOf(line.entity)
  const taken = fields.find(({ name }) => reserved.includes(name))
  if (taken) throw new Error(`${module}: no field of a registry may be called ${taken.name}`)
  const told = fields.find(({ name, personal }) => personal && line.filters.includes(name))
  if (told) throw new Error(`${module}: a filter would tell everybody whose ${told.name} it is`)
  const unsought = fields.find(({ name, kind }) => line.filters.includes(name) && unfiltered.includes(kind))
  if (unsought) throw new Error(`${module}: nothing filters by ${unsought.name}, which is ${unsought.kind}`)
  const nested = fields.flatMap((field) => (field.kind === 'rows' ? field.fields : [])).find(isKeptApart)
  if (nested) throw new Error(`${module}: ${nested.name} cannot stand in rows, as what it holds is kept elsewhere`)
  return { ...line, module, fields, operations: operationsOf(module, line) }
}

/** @throws when the registry has no such field: a mistake of the declaration */
export function getField({ fields, module }: Pick<Registry, 'fields' | 'module'>, name: string): FormField {
  const field = fields.find((one) => one.name === name)
  if (!field) throw new Error(`${module} has no field ${name}`)
  return field
}

export const isKeeper = ({ keepers }: Pick<Registry, 'keepers'>, { role }: Pick<Actor, 'role'>): boolean =>
  keepers.includes(role)

/** The fields two records may not have alike. */
export const keysOf = ({ key, apart = [] }: Pick<Registry, 'key' | 'apart'>): readonly string[] => [key, ...apart]

/** What ending a record is called: 注销, 撤销. */
export const endWordOf = ({ endWord = '注销' }: Pick<RegistryLine, 'endWord'>): string => endWord

/** What every record carries beside its own fields. */
export const Kept = z.object({
  divisionCode: z.string(),
  id: recordId,
  /** Counts the changes. */
  version: z.int(),
  /** Since then it is no longer one. */
  endedOn: day.nullable(),
  /** It was the same as this one. */
  mergedIntoId: recordId.nullable(),
  savedBy: z.string(),
  savedAt: Moment,
})
export type Kept = z.infer<typeof Kept>
