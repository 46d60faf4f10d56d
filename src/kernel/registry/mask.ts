import { z } from 'zod'
import type { FormField } from '../fields.ts'
import { isNothing } from '../fields.ts'
import { Values } from './record-view.ts'

const Rows = z.array(Values)

/** 张＊＊, 138****8000, 470326********002X: what stays names nobody and lets the keeper tell two apart. */
const masks = {
  name: (text: string) => `${text.slice(0, 1)}${'＊'.repeat(Math.max(1, text.length - 1))}`,
  number: (text: string) => text.replace(/\d(?=\d{4})/g, (digit, at: number) => (at < 3 ? digit : '*')),
  identity: (text: string) => `${text.slice(0, 6)}********${text.slice(-4)}`,
} as const

const maskOne = (kind: NonNullable<FormField['personal']>, value: unknown): unknown =>
  isNothing(value) ? value : masks[kind](String(value))

/** The values as somebody sees them who does not keep the registry (GB/T 22239-2019 8.1.4.11: personal data to those who need it). */
export const maskValues = (fields: readonly FormField[], values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields.find((one) => one.name === name)
      if (field?.personal) return [name, maskOne(field.personal, value)]
      const rows = field?.kind === 'rows' ? Rows.safeParse(value) : undefined
      return [name, rows?.success && field ? rows.data.map((row) => maskValues(field.fields, row)) : value]
    }),
  )
