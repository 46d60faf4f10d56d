import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** How a target is expected to be approached. Points and shares are cumulative. */
export const Course = z.discriminatedUnion('shape', [
  z.object({ shape: z.literal('linear') }),
  /** Shares of a year's gain due at the end of each quarter, the last one 1. */
  z.object({ shape: z.literal('quarters'), shares: z.array(z.number().min(0).max(1)).length(4) }),
  /** Figures due on days, in the unit of the target. */
  z.object({ shape: z.literal('points'), points: z.array(z.object({ on: z.iso.date(), value: z.number() })).min(1).max(60) }),
]) // biome-ignore format: one line each
export type Course = z.infer<typeof Course>

/** A course set by hand for a target, from the day it was set. */
export const Trajectory = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  targetId: z.uuid(),
  course: Course,
  reason: z.string(),
  setBy: z.string(),
  setAt: Moment,
})
export type Trajectory = z.infer<typeof Trajectory>
