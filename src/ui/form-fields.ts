import { z } from 'zod'

export type FieldKind = 'text' | 'long' | 'number' | 'day' | 'choice' | 'yesno'

export interface FormField {
  name: string
  label: string
  kind: FieldKind
  required: boolean
  /** Only of a choice. */
  options: readonly string[]
  maxLength: number | undefined
}

const words = z.object({ label: z.string().optional(), long: z.boolean().optional() })

function unwrap(type: unknown): { inner: unknown; required: boolean } {
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodDefault) {
    return { inner: unwrap(type.unwrap()).inner, required: false }
  }
  return { inner: type, required: true }
}

/** What a field is called on screen: its own word, or that of the type within. */
export function labelOf(type: unknown): string | undefined {
  const { inner } = unwrap(type)
  const [own, within] = [type, inner].map((one) => (one instanceof z.ZodType ? words.parse(one.meta() ?? {}) : {}))
  return own?.label ?? within?.label
}

function kindOf(type: unknown, long: boolean): FieldKind {
  if (type instanceof z.ZodEnum) return 'choice'
  if (type instanceof z.ZodNumber) return 'number'
  if (type instanceof z.ZodBoolean) return 'yesno'
  if (type instanceof z.ZodISODate) return 'day'
  return long ? 'long' : 'text'
}

/** The fields of a plain form, read off an entity's schema: label from `.meta({ label })`, kind and limits from the type. */
export function fieldsOf(schema: z.ZodObject): readonly FormField[] {
  return Object.entries(schema.shape).map(([name, type]) => {
    const { inner, required } = unwrap(type)
    const typed = type instanceof z.ZodType ? type : undefined
    const own = inner instanceof z.ZodType ? inner : undefined
    const said = { ...words.parse(own?.meta() ?? {}), ...words.parse(typed?.meta() ?? {}) }
    return {
      name,
      label: labelOf(type) ?? name,
      kind: kindOf(inner, said.long === true),
      required,
      options: inner instanceof z.ZodEnum ? inner.options.map(String) : [],
      maxLength: inner instanceof z.ZodString ? (inner.maxLength ?? undefined) : undefined,
    }
  })
}

/** What is wrong with a field, as a sentence; `null` when the schema is content. */
export function complaintOf(schema: z.ZodObject, { name, label }: FormField, value: unknown): string | null {
  const type: unknown = schema.shape[name]
  if (!(type instanceof z.ZodType)) return null
  const issue = type.safeParse(value).error?.issues[0]
  if (!issue) return null
  if (value === undefined || value === null || value === '') return `请填写${label}。`
  if (issue.code === 'too_big' && issue.origin === 'string') return `${label}不能超过 ${issue.maximum} 个字，请缩短。`
  if (issue.code === 'too_small' && issue.origin === 'string') return `${label}至少 ${issue.minimum} 个字，请补充。`
  if (issue.code === 'too_big') return `${label}不能大于 ${issue.maximum}，请核对。`
  if (issue.code === 'too_small') return `${label}不能小于 ${issue.minimum}，请核对。`
  return /\p{Script=Han}/u.test(issue.message) ? issue.message : `${label}的写法不对，请核对。`
}
