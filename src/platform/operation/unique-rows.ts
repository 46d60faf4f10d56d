import type { Refusal } from '#kernel/errors.ts'

/**
 * What people are told where a unique index refuses a row, by `schema.index`; declared beside the tables. It is the last
 * word only: an operation that meets an index is done again first, and its own judge, who now sees the other's row, says
 * more.
 */
export type UniqueRows = Readonly<Record<string, () => Refusal>>

/** The sentence of the index that refused a row; undefined for every other error, and for an index without one. */
export function refusalOfIndex(error: unknown, told: UniqueRows): Refusal | undefined {
  if (!(error instanceof Error)) return undefined
  if (!('code' in error) || error.code !== '23505') return refusalOfIndex(error.cause, told)
  const { schema = '', constraint = '' } = error as { schema?: string; constraint?: string }
  return told[`${schema}.${constraint}`]?.()
}
