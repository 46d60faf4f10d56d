import type { z } from 'zod'
import { type FormField, isNothing } from '../fields.ts'
import { fenOf, tenThousandsOf } from '../money.ts'
import { readDay } from '../read-day.ts'

/** A field with its type, as a cell of a sheet. */
export interface Cell {
  field: FormField
  type: z.ZodType
}

/** What the ids a record holds are called. */
export type NameOf = (id: string) => string

const idOf: NameOf = (id) => id

/** Fields whose values are ids of records elsewhere. */
const ownKinds = new Set([
  'text', 'long', 'choice', 'radio', 'choices', 'boxes', 'day', 'number', 'money', 'percent', 'quantity', 'code', 'yesno', 'names',
  'rows', 'group', 'files', 'time', 'secret',
]) // biome-ignore format: names
export const isReference = ({ kind }: Pick<FormField, 'kind'>): boolean => !ownKinds.has(kind)

const between = '；'
const within = '｜'
const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A value as people read it, on screen, in a sheet and where two states are compared; '' where there is none. */
export function inWords(field: FormField, value: unknown, nameOf: NameOf = idOf): string {
  if (isNothing(value)) return ''
  if (Array.isArray(value)) {
    const each = value.map((one) => oneInWords(field, one, nameOf))
    return each.join(field.kind === 'rows' ? between : '、')
  }
  return oneInWords(field, value, nameOf)
}

function oneInWords(field: FormField, value: unknown, nameOf: NameOf): string {
  const { kind, titles = {}, unit } = field
  if (kind === 'yesno') return value === true ? '是' : '否'
  if (kind === 'money') return typeof value === 'number' ? amountOf(value, unit) : ''
  if (kind === 'percent') return `${exact(Number(value) * 100)}%`
  if (kind === 'quantity' && isFields(value)) return `${String(value['value'])}${String(value['unit'])}`
  if (isFields(value)) {
    const each = field.fields.map((one) => inWords(one, value[one.name], nameOf))
    return each.join(within).replace(/｜+$/, '')
  }
  if (isReference(field) || kind === 'files') return nameOf(String(value))
  return titles[String(value)] ?? String(value)
}

const exact = (value: number): number => Number(value.toPrecision(15))

const amountOf = (fen: number, unit = '万元'): string => (unit === '元' ? String(fen / 100) : tenThousandsOf(fen))

/** The head of a field's column: amounts name their unit. */
export const headOf = ({ kind, label, unit = '万元' }: FormField): string =>
  kind === 'money' ? `${label}（${unit}）` : label

type Read = { value: unknown } | { problem: string }

/** Finds the record a cell names. @returns its id, or the sentence why there is none */
export type Find = (name: string) => { id: string } | { problem: string }

/** The value a cell stands for, held against the type; or the sentence why it is none. An empty cell is not read. */
export function readCell({ field, type }: Cell, text: string, find?: Find): Read {
  const read = fromWords(field, text.trim(), find)
  if ('problem' in read) return read
  const parsed = type.safeParse(read.value)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  const own = issue && /[一-龥]/.test(issue.message) ? issue.message : '不合要求，请核对。'
  return { problem: `${field.label}“${text.slice(0, 20)}”：${own}` }
}

const listOf = (text: string, parting: RegExp): string[] => [
  ...new Set(
    text
      .split(parting)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]

function fromWords(field: FormField, text: string, find?: Find): Read {
  switch (field.kind) {
    case 'choice':
    case 'radio':
      return chosen(field, text)
    case 'choices':
    case 'boxes':
      return each(listOf(text, /[、，,；;\n]/), (one) => chosen(field, one))
    case 'names':
      return { value: listOf(text, /[、；;\n]/) }
    case 'number':
      return numberOf(field, text)
    case 'percent':
      return ratioOf(field, text)
    case 'money':
      return amountIn(field, text)
    case 'yesno':
      return yesOrNo(field, text)
    case 'day':
      return dayIn(field, text)
    case 'quantity':
      return quantityIn(field, text)
    case 'rows':
      return each(listOf(text, /[；;\n]/), (one) => rowIn(field, one, find))
    default:
      return isReference(field) && find ? found(find(text)) : { value: text }
  }
}

const found = (one: ReturnType<Find>): Read => ('id' in one ? { value: one.id } : one)

function each(parts: readonly string[], read: (part: string) => Read): Read {
  const all = parts.map(read)
  const wrong = all.find((one) => 'problem' in one)
  return wrong ?? { value: all.map((one) => ('value' in one ? one.value : null)) }
}

function chosen({ options, titles = {}, label }: FormField, text: string): Read {
  const value = options.find((one) => one === text || titles[one] === text)
  if (value !== undefined) return { value }
  const known = options.map((one) => titles[one] ?? one).join('、')
  return { problem: `${label}“${text}”不认识，请从这些里选：${known}。` }
}

function numberOf({ label, unit = '' }: FormField, text: string): Read {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  const bare = plain.replace(new RegExp(`(?:${unit === '' ? '[家个项人名件户%]' : unit}|%)$`, 'u'), '')
  if (/^[-+]?\d+(?:\.\d+)?$/.test(bare)) return { value: Number(bare) }
  return { problem: `${label}“${text}”看不懂，请只写数字。` }
}

/** 12.5 and 12.5% are 0.125. */
function ratioOf(field: FormField, text: string): Read {
  const read = numberOf(field, text)
  return 'value' in read ? { value: exact(Number(read.value) / 100) } : read
}

function amountIn({ label, unit = '万元' }: FormField, text: string): Read {
  const fen = fenOf(text, unit === '元' ? 100 : undefined)
  if (typeof fen === 'number') return { value: fen }
  return { problem: `${label}“${text}”不是金额。请只填数字，单位为${unit}。` }
}

function yesOrNo({ label }: FormField, text: string): Read {
  if (/^(?:是|有|√|对|y|yes|1)$/iu.test(text)) return { value: true }
  if (/^(?:否|无|没有|不|×|x|n|no|0)$/iu.test(text)) return { value: false }
  return { problem: `${label}“${text}”看不懂，请写“是”或“否”。` }
}

function dayIn({ label }: FormField, text: string): Read {
  const read = readDay(text)
  return 'on' in read ? { value: read.on } : { problem: read.reason.replace(/^日期/, label) }
}

function quantityIn(field: FormField, text: string): Read {
  const units = field.fields[1]?.options ?? []
  const unit = [...units].sort((a, b) => b.length - a.length).find((one) => text.endsWith(one)) ?? units[0]
  const value = Number(
    text
      .normalize('NFKC')
      .replace(/[,\s]/g, '')
      .replace(new RegExp(`${unit ?? ''}$`), ''),
  )
  if (Number.isFinite(value)) return { value: { value, unit } }
  return { problem: `${field.label}“${text}”看不懂，请写成数字加单位（${units.join('、')}）。` }
}

function rowIn({ fields }: FormField, text: string, find?: Find): Read {
  const parts = text.split(/[｜|]/)
  const values: Record<string, unknown> = {}
  for (const [i, one] of fields.entries()) {
    const part = parts[i]?.trim() ?? ''
    if (part === '') continue
    const read = fromWords(one, part, find)
    if ('problem' in read) return read
    values[one.name] = read.value
  }
  return {
    value: Object.fromEntries(fields.map(({ name, required }) => [name, values[name] ?? (required ? '' : null)])),
  }
}
