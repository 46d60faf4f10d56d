import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The last line of an exported trail: how many entries there are and which is the last, so that a cut is seen. */
export const TrailEnd = z.object({
  format: z.literal('guatu.trail/1'),
  divisionCode: z.string(),
  entries: z.int().min(0),
  /** Of the last entry. */
  hash: z.string(),
  exportedAt: z.string(),
  /** SM3 over the fields above: every byte of this line counts too. It is no signature. */
  sm3: z.string(),
})
export type TrailEnd = z.infer<typeof TrailEnd>

export function makeEnd(facts: Omit<TrailEnd, 'format' | 'sm3'>): TrailEnd {
  const { divisionCode, entries, hash, exportedAt } = facts
  const plain = { format: 'guatu.trail/1', divisionCode, entries, hash, exportedAt } as const
  return { ...plain, sm3: createHash('sm3').update(JSON.stringify(plain)).digest('hex') }
}

export const formatEnd = (end: TrailEnd): string => `${JSON.stringify(end)}\n`
