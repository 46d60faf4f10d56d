import { z } from 'zod'
import { Opening } from '../opening.ts'

/** A statement of the office as it is shown. */
export const OpeningView = Opening.pick({
  said: true,
  on: true,
  value: true,
  undone: true,
  from: true,
  saidBy: true,
  saidAt: true,
})
export type OpeningView = z.infer<typeof OpeningView>

const asked = {
  opening: OpeningView.nullable(),
  /** Something of it was said by an agency or taken over from outside: what the office said no longer counts and is not changed. */
  isReported: z.boolean(),
  /** The plan was published when this was over or under way, and nobody has said anything of it. */
  isOpen: z.boolean(),
}

/** A figure that may be stated once, with how it is answered. */
export const OpeningFigure = z.object({
  targetId: z.uuid(),
  label: z.string(),
  unit: z.string(),
  aim: z.string(),
  /** What the figure means: 截至目前的总数, 2026年1月以来累计新增. */
  meaning: z.string(),
  ask: z.enum(['number', 'done']),
  ...asked,
})
export type OpeningFigure = z.infer<typeof OpeningFigure>

export const OpeningTask = z.object({
  taskId: z.uuid(),
  number: z.string(),
  title: z.string(),
  leads: z.array(z.string()),
  dueOn: z.iso.date().nullable(),
  /** Steps of its schedule whose day is over and which nobody ticked. */
  steps: z.array(z.object({ stepId: z.string(), title: z.string(), finishOn: z.iso.date() })),
  figures: z.array(OpeningFigure),
  ...asked,
})
export type OpeningTask = z.infer<typeof OpeningTask>

/** 这份方案里哪些已经做了: tasks in the order of the plan, then targets of no task. */
export const OpeningSheet = z.object({
  programmeTitle: z.string(),
  today: z.iso.date(),
  /** The day the plan was published here, and the first day of its time. */
  publishedOn: z.iso.date(),
  startOn: z.iso.date().nullable(),
  tasks: z.array(OpeningTask),
  overall: z.array(OpeningFigure),
  counts: z.object({ asked: z.int(), open: z.int(), unclear: z.int() }),
})
export type OpeningSheet = z.infer<typeof OpeningSheet>
