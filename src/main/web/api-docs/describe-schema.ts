import { z } from 'zod'

/** The parts of JSON Schema that our contracts produce. */
export interface JsonSchema {
  type?: string | string[] | undefined
  format?: string | undefined
  enum?: unknown[] | undefined
  const?: unknown
  label?: string | undefined
  description?: string | undefined
  properties?: Record<string, JsonSchema> | undefined
  required?: string[] | undefined
  items?: JsonSchema | JsonSchema[] | boolean | undefined
  prefixItems?: JsonSchema[] | undefined
  anyOf?: JsonSchema[] | undefined
  oneOf?: JsonSchema[] | undefined
  maxLength?: number | undefined
}

export const JsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    label: z.string().optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), JsonSchema).optional(),
    required: z.array(z.string()).optional(),
    items: z.union([z.boolean(), JsonSchema, z.array(JsonSchema)]).optional(),
    prefixItems: z.array(JsonSchema).optional(),
    anyOf: z.array(JsonSchema).optional(),
    oneOf: z.array(JsonSchema).optional(),
    maxLength: z.number().optional(),
  }),
)

const words: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '是否',
  object: '对象',
  null: '空',
  'date-time': '时刻',
  date: '日期',
  uuid: '编号',
  binary: '文件',
}

const word = (name: string): string => words[name] ?? name

/** What a value is, in a few words: 文字 ≤ 60, 日期 或 空, 整数 的列表, "a" | "b". */
export function typeInWords(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(typeInWords))].join(' 或 ')
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (Array.isArray(schema.type)) return schema.type.map(word).join(' 或 ')
  if (schema.type === 'array') return `${itemsInWords(schema)} 的列表`
  if (schema.format !== undefined) return word(schema.format)
  if (schema.type === undefined) return '任意'
  return schema.maxLength === undefined ? word(schema.type) : `${word(schema.type)} ≤ ${schema.maxLength}`
}

function itemsInWords({ items, prefixItems }: JsonSchema): string {
  if (prefixItems) return prefixItems.map(typeInWords).join('、')
  return typeof items !== 'object' || Array.isArray(items) ? '任意' : typeInWords(items)
}

export interface FieldLine {
  /** `plan.tasks[].title` */
  name: string
  type: string
  required: boolean
  label: string
}

const deepest = 3

/** The fields of a schema, those inside objects and lists below their owner, down to the third level. */
export function listFields(schema: JsonSchema, owner = '', level = 1): readonly FieldLine[] {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.flatMap((one) => listFields(one, owner, level))
  if (typeof schema.items === 'object' && !Array.isArray(schema.items))
    return listFields(schema.items, `${owner}[]`, level)
  const lines = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const name = owner === '' || owner.endsWith('.') ? owner + key : `${owner}.${key}`
    const line = {
      name,
      type: typeInWords(inner),
      required: schema.required?.includes(key) === true,
      label: inner.label ?? '',
    }
    return level < deepest ? [line, ...listFields(inner, name, level + 1)] : [line]
  })
  return [...new Map(lines.map((line) => [line.name, line])).values()]
}
