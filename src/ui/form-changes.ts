import { z } from 'zod'
import { type Operation, parametersOf } from '#kernel/contract.ts'
import { wordsOf } from '#kernel/fields.ts'
import { tenThousandsOf } from '#kernel/money.ts'

export interface FormChange {
  label: string
  said: string
}

/** Words for the values of a choice: `{ role: { office: '专班办公室' } }`. */
export type Titles = Readonly<Record<string, Readonly<Record<string, string>>>>

type Values = Readonly<Record<string, unknown>>

interface Form {
  operation: Pick<Operation, 'route' | 'input'>
  titles?: Titles
}

interface Part {
  schema: z.ZodObject
  titles: Titles
  /** Of the part itself, before the labels of its fields. */
  label: string
}

const Fields = z.record(z.string(), z.unknown())

/** What the form was shown with, as against what is stored now: only fields the form knows; nothing typed is nothing stored. */
export function changesOf({ operation, titles = {} }: Form, shown: Values, now: Values): FormChange[] {
  // What names the record nobody edits.
  const names = parametersOf(operation.route)
  const own = Object.fromEntries(Object.entries(shown).filter(([name]) => !names.includes(name)))
  return changesWithin({ schema: operation.input, titles, label: '' }, own, now)
}

function changesWithin({ schema, titles, label }: Part, shown: Values, now: Values): FormChange[] {
  return Object.entries(shown).flatMap(([name, before]) => {
    if (before === undefined || !isField(name, now) || same(before, now[name])) return []
    const inner = schema.shape[name]
    const words = wordsOf(inner)
    const own = words.label
    const [was, is] = [Fields.safeParse(before), Fields.safeParse(now[name])]
    if (inner instanceof z.ZodObject && was.success && is.success)
      return changesWithin({ schema: inner, titles, label: own ?? '' }, was.data, is.data)
    const isMoney = name.endsWith('Fen') || words.kind === 'money'
    const tell = (value: unknown) => told(isMoney ? inTenThousands(value) : value, words.titles ?? titles[name])
    return [{ label: label + (own ?? beside[name] ?? '内容'), said: saidOf(before, now[name], tell) }]
  })
}

const isField = (name: string, now: Values): boolean => Object.keys(now).length === 0 || name in now

/** What a form tells beside its fields. */
const beside: Readonly<Record<string, string>> = { settings: '设定次数' }

const nothing = (value: unknown): boolean => value === undefined || value === null || value === ''

function same(a: unknown, b: unknown): boolean {
  if (nothing(a) || nothing(b)) return nothing(a) && nothing(b)
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** Names in one order, what is nothing left out. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  const fields = Fields.safeParse(value)
  if (!fields.success || value instanceof Date) return value
  const entries = Object.entries(fields.data).filter(([, each]) => !nothing(each))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each)]))
}

const id = /^[\da-f]{8}-[\da-f-]{27}$/
const isId = (value: unknown): boolean => typeof value === 'string' && id.test(value)
const areIds = (value: unknown): value is unknown[] => Array.isArray(value) && value.every(isId)

const inTenThousands = (fen: unknown): unknown => (typeof fen === 'number' ? `${tenThousandsOf(fen)} 万元` : fen)

/** Both values where they can be told apart in words, else that it was changed. */
function saidOf(before: unknown, now: unknown, tell: (value: unknown) => string | null): string {
  if (areIds(before) && areIds(now)) return difference(before, now)
  const [was, is] = [tell(before), tell(now)]
  return was === null || is === null || was === is ? '别人已改动' : `您打开时 ${was} → 现在 ${is}`
}

function difference(before: readonly unknown[], now: readonly unknown[]): string {
  const added = now.filter((one) => !before.includes(one)).length
  const gone = before.filter((one) => !now.includes(one)).length
  const said = [added > 0 && `增加 ${added} 项`, gone > 0 && `减少 ${gone} 项`].filter(Boolean)
  return said.length === 0 ? '别人已调整次序' : `别人已${said.join('、')}`
}

/** In words; null where there are none, as for a record or another's whole paragraph of settings. */
function told(value: unknown, titles: Titles[string] | undefined): string | null {
  if (nothing(value)) return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) {
    const each = value.map((one) => (typeof one === 'object' ? null : told(one, titles)))
    return value.length === 0 ? '（空）' : each.includes(null) ? null : each.join('、')
  }
  if (typeof value === 'object') return null
  return titles?.[String(value)] ?? (isId(value) ? null : String(value))
}
