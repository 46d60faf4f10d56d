import { z } from 'zod'

export interface FormChange {
  label: string
  before: string
  now: string
}

const labelled = z.object({ label: z.string().optional() })
const Fields = z.record(z.string(), z.unknown())

/** What the form was shown with, as against what is stored now: only fields the form knows; nothing typed is nothing stored. */
export function changesOf(
  schema: z.ZodObject,
  shown: Record<string, unknown>,
  now: Record<string, unknown>,
): FormChange[] {
  return Object.entries(shown).flatMap(([name, before]) => {
    if (before === undefined || !isField(name, now) || same(before, now[name])) return []
    const inner = schema.shape[name]
    const [was, is] = [Fields.safeParse(before), Fields.safeParse(now[name])]
    if (inner instanceof z.ZodObject && was.success && is.success) return changesOf(inner, was.data, is.data)
    const label = labelled.safeParse(inner instanceof z.ZodType ? (inner.meta() ?? {}) : {}).data?.label
    return [{ label: label ?? words[name] ?? '内容', before: told(before), now: told(now[name]) }]
  })
}

const isField = (name: string, now: Record<string, unknown>): boolean => Object.keys(now).length === 0 || name in now

/** Fields without a label of their own. */
const words: Readonly<Record<string, string>> = {
  agencyIds: '单位', itemIds: '议程顺序', taskIds: '任务', userId: '填报人', source: '来源', from: '来源单位', day: '日期', startsAt: '时间',
  place: '地点', chair: '主持人', heldOn: '会议日期', words: '内容', dueOn: '期限', withMeasures: '举措进展', course: '进度线',
  steps: '步骤', settings: '规则', rules: '发送时间', name: '名称', phone: '电话',
} // biome-ignore format: a list

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

function told(value: unknown): string {
  if (nothing(value)) return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) {
    const plain = value.every((one) => typeof one === 'string' && !id.test(one))
    return value.length === 0 ? '（空）' : plain ? value.join('、') : `${value.length} 项`
  }
  if (typeof value === 'object') return '（另一内容）'
  return id.test(String(value)) ? '（另一选择）' : String(value)
}
