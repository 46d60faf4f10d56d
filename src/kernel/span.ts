import { z } from 'zod'

/** Where a fact stands in a text: `[start, end)` in UTF-16 code units. */
export const Span = z.tuple([z.int().min(0), z.int().min(0)])
export type Span = [start: number, end: number]

export const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[1] && b[0] < a[1]
