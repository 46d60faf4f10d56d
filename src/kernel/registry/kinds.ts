import { z } from 'zod'
import { CreditCode } from '../codes.ts'
import type { FieldWords } from '../field-words.ts'

/** The kinds of field a registry has, each with what a person may write in it. What may be missing is made `.nullable()`. */

type Words = Omit<FieldWords, 'label' | 'kind'>

/** A line of text, of two hundred characters at most unless said otherwise. */
export const text = (label: string, { most = 200, ...words }: Words & { most?: number } = {}) =>
  z
    .string()
    .trim()
    .min(1, `请填写${label}。`)
    .max(most)
    .meta({ label, ...words })

/** Several lines. */
export const longText = (label: string, { most = 2000, ...words }: Words & { most?: number } = {}) =>
  text(label, { most, ...words }).meta({ label, ...words, kind: 'long' })

/** One of a few. @param titles in words, `{ active: '运行' }` */
export function choice<const T extends Record<string, string>>(label: string, titles: T, words: Words = {}) {
  const [first, ...rest] = Object.keys(titles) as [keyof T & string, ...(keyof T & string)[]]
  return z.enum([first, ...rest]).meta({ label, titles, ...words })
}

export const day = (label: string, words: Words = {}) => z.iso.date().meta({ label, ...words })

/** How many there are, in whole numbers. */
export const count = (label: string, { most = 999_999_999, ...words }: Words & { most?: number } = {}) =>
  z
    .int()
    .min(0)
    .max(most)
    .meta({ label, ...words })

export const number = (label: string, words: Words = {}) => z.number().meta({ label, ...words })

/** Kept in whole fen; written in 万元 unless `unit` says 元. */
export const money = (label: string, words: Words = {}) =>
  z
    .int()
    .min(0)
    .meta({ label, ...words, kind: 'money' })

/** Kept as a ratio, written in per cent. */
export const percent = (label: string, words: Words = {}) => z.number().meta({ label, ...words, kind: 'percent' })

/** A figure with its unit, as it was written. @param units what may be chosen */
export const quantity = <const U extends readonly [string, ...string[]]>(label: string, units: U, words: Words = {}) =>
  z
    .object({ value: z.number().meta({ label }), unit: z.enum(units).meta({ label: '单位' }) })
    .meta({ label, ...words, kind: 'quantity' })

/** 统一社会信用代码, checked by GB 32100-2015. */
export const creditCode = (label = '统一社会信用代码', words: Words = {}) =>
  CreditCode.meta({
    label,
    aliases: ['信用代码', '社会信用代码'],
    examples: ['91470326MA7GXATE03'],
    ...words,
    kind: 'code',
  })

/** A person by name, seen in full by those who keep the registry. */
export const person = (label: string, words: Words = {}) =>
  text(label, { most: 30 }).meta({ label, personal: 'name', ...words })

/** A mobile or a desk number with its area code, digits and dashes only. */
export const phone = (label: string, words: Words = {}) =>
  z
    .string()
    .trim()
    .regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\d{7,8})$/, '电话写成 13800000000 或 0717-1234567。')
    .meta({ label, personal: 'number', ...words })

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character of a 居民身份证 number for its first 17 (GB 11643-1999). */
export const identityCheckCharacter = (first17: string): string =>
  '10X98765432'.charAt(identityWeights.reduce((sum, weight, i) => sum + weight * Number(first17.charAt(i)), 0) % 11)

/** 居民身份证 number, checked by GB 11643-1999; stored encrypted, found by the whole number alone. */
export const identityNumber = (label = '身份证号', words: Words = {}) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^\d{17}[\dX]$/, '身份证号应为 18 位，请核对。')
    .refine(
      (code) => identityCheckCharacter(code) === code.charAt(17),
      '身份证号的校验位不对，可能有一位写错，请核对。',
    )
    .meta({ label, ...words, personal: 'identity' })

/** The id of a record another module keeps. @param kind what it points at: `agency`, `task`, the name of a registry */
export const reference = (label: string, kind: string, words: Words = {}) => z.uuid().meta({ label, ...words, kind })

/** Several names in one cell: aliases, former names. */
export const names = (label: string, words: Words = {}) =>
  z
    .array(z.string().trim().min(1).max(120))
    .max(60)
    .meta({ label, ...words, kind: 'names' })

/** Small records within the record. */
export const rows = <R extends z.ZodObject>(label: string, row: R, words: Words = {}) =>
  z
    .array(row)
    .max(200)
    .meta({ label, ...words })

/** Files that prove what the record says; kept are their ids. */
export const files = (label: string, words: Words = {}) =>
  z
    .array(z.uuid())
    .max(20)
    .meta({ label, ...words, kind: 'files' })
