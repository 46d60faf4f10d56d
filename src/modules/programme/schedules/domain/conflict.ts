import { z } from 'zod'
import { type Step, stepLength } from './step.ts'

const { days, unit, lagDays, lagUnit } = stepLength

/** One thing that holds a plan: taken away, the plan has more room. */
export const Constraint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('floor'), why: z.enum(['start', 'today']), on: z.iso.date() }),
  z.object({ kind: z.literal('deadline'), on: z.iso.date() }),
  z.object({ kind: z.literal('notBefore'), stepId: z.string(), on: z.iso.date() }),
  z.object({ kind: z.literal('notAfter'), stepId: z.string(), on: z.iso.date() }),
  z.object({
    kind: z.literal('pin'),
    stepId: z.string(),
    edge: z.enum(['start', 'finish']),
    on: z.iso.date(),
  }),
  /** A step that was finished on this day, before which nothing behind it could begin. */
  z.object({ kind: z.literal('done'), stepId: z.string(), next: z.string(), on: z.iso.date(), lagDays, lagUnit }),
  z.object({ kind: z.literal('order'), stepId: z.string(), next: z.string(), lagDays, lagUnit }),
  z.object({ kind: z.literal('duration'), stepId: z.string(), days, unit }),
])
export type Constraint = z.infer<typeof Constraint>

/** Why a plan is impossible: constraints that cannot hold together, none of which can be spared for that. */
export const Conflict = z.object({
  constraints: z.array(Constraint),
  /** Working days that are missing; null where steps wait for each other in a circle. */
  shortDays: z.int().nullable(),
})
export type Conflict = z.infer<typeof Conflict>

/** That a step waits for another, as long as it does. */
export const orderOf = (
  stepId: string,
  { id: next, lagDays, lagUnit }: Pick<Step, 'id' | 'lagDays' | 'lagUnit'>,
): Extract<Constraint, { kind: 'order' }> => ({ kind: 'order', stepId, next, lagDays, lagUnit })
