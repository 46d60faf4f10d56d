import { z } from 'zod'
import type { FieldWords } from '#kernel/field-words.ts'

export interface FormField extends FieldWords {
  name: string
  label: string
  kind: string
  /** Nothing is no answer. */
  required: boolean
  /** Only of a choice. */
  options: readonly string[]
  maxLength: number | undefined
  /** A list. */
  many: boolean
  /** Of a group or of one of its rows. */
  fields: readonly FormField[]
}

interface Unwrapped {
  inner: unknown
  /** What the field is when nothing is in it; undefined also where nothing is not allowed. */
  nothing: null | undefined
  isAsked: boolean
}

function unwrap(type: unknown): Unwrapped {
  if (type instanceof z.ZodNullable) return { inner: unwrap(type.unwrap()).inner, nothing: null, isAsked: false }
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault)
    return { inner: unwrap(type.unwrap()).inner, nothing: undefined, isAsked: false }
  if (type instanceof z.ZodPipe) return unwrap(type.in)
  return { inner: type, nothing: undefined, isAsked: true }
}

/** Its own words before those of the type within. */
export function wordsOf(type: unknown): FieldWords {
  const { inner } = unwrap(type)
  const [own, within] = [type, inner].map((one) => (one instanceof z.ZodType ? one.meta() : undefined))
  return { ...within, ...own }
}

/** What a field is called on screen: its own word, or that of the type within. */
export const labelOf = (type: unknown): string | undefined => wordsOf(type).label

/** A text longer than this is written in several lines. */
const longText = 200

function kindOf(inner: unknown): string {
  if (inner instanceof z.ZodEnum) return 'choice'
  if (inner instanceof z.ZodNumber) return 'number'
  if (inner instanceof z.ZodBoolean) return 'yesno'
  if (inner instanceof z.ZodISODate) return 'day'
  if (inner instanceof z.ZodObject) return 'group'
  if (inner instanceof z.ZodArray) return unwrap(inner.element).inner instanceof z.ZodObject ? 'rows' : 'choices'
  return inner instanceof z.ZodString && (inner.maxLength ?? 0) > longText ? 'long' : 'text'
}

const innerOf = (inner: unknown): unknown => (inner instanceof z.ZodArray ? unwrap(inner.element).inner : inner)

function fieldOf(name: string, type: unknown): FormField {
  const { inner } = unwrap(type)
  const one = innerOf(inner)
  return {
    kind: kindOf(inner),
    ...wordsOf(type),
    name,
    label: labelOf(type) ?? name,
    required: type instanceof z.ZodType && !type.safeParse(filledIn(type, undefined)).success,
    options: one instanceof z.ZodEnum ? one.options.map(String) : [],
    maxLength: inner instanceof z.ZodString ? (inner.maxLength ?? undefined) : mostOf(inner),
    many: inner instanceof z.ZodArray,
    fields: one instanceof z.ZodObject ? fieldsOf(one) : [],
  }
}

export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

const Fields = z.record(z.string(), z.unknown())

/** What stands in a form as its schema takes it: a field left empty is what the type says nothing is. */
export function filledIn(type: unknown, value: unknown): unknown {
  const { inner, nothing, isAsked } = unwrap(type)
  if (isNothing(value)) return isAsked ? emptyOf(inner) : nothing
  const fields = Fields.safeParse(value)
  if (inner instanceof z.ZodObject && fields.success) return valuesIn(inner, fields.data)
  if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => filledIn(inner.element, one))
  return value
}

function emptyOf(inner: unknown): unknown {
  if (inner instanceof z.ZodString) return ''
  if (inner instanceof z.ZodArray) return []
  return inner instanceof z.ZodBoolean ? false : undefined
}

const valuesIn = (schema: z.ZodObject, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schema.shape).map(([name, type]) => [name, filledIn(type, values[name])]))

/** How many rows a list takes; undefined where it has no limit. */
function mostOf(inner: unknown): number | undefined {
  const checks = inner instanceof z.ZodArray ? (inner.def.checks ?? []) : []
  return checks.find((check) => check instanceof z.core.$ZodCheckMaxLength)?._zod.def.maximum
}

/** The fields of a form, read off a schema: words from `.meta()`, kind and limits from the type, in the order they stand. */
export const fieldsOf = (schema: z.ZodObject): readonly FormField[] =>
  Object.entries(schema.shape).map(([name, type]) => fieldOf(name, type))

/** What a path leads to within a schema: `['rules', 'digestAt', 0]`. */
export function typeAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((type, step) => {
    const { inner } = unwrap(type)
    if (inner instanceof z.ZodArray) return inner.element
    return inner instanceof z.ZodObject ? inner.shape[String(step)] : undefined
  }, schema)
}
