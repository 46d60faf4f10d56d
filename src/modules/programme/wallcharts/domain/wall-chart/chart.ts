import { z } from 'zod'
import { Lamp } from '#modules/programme/lamps/contract.ts'

/** What goes into a wall chart (挂图): facts of one programme on one day. Days are `YYYY-MM-DD`. */

const day = z.iso.date()

/** What happened to a task in the week, the weightiest of it: 转差, 转好, 办结, 调整日期. */
export const ChartChange = z.object({ kind: z.enum(['worse', 'better', 'finished', 'moved']), text: z.string() })
export type ChartChange = z.infer<typeof ChartChange>

export const ChartTask = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** The action (行动) it stands under. */
  action: z.string(),
  leads: z.array(z.string()),
  /** The latest day it can start and still be done in time; null draws it from the start of the period. */
  startOn: day.nullable(),
  dueOn: day.nullable(),
  ongoing: z.boolean(),
  lamp: Lamp,
  /** The last report is too old for the lamp to be trusted. */
  isStale: z.boolean(),
  /** Why the lamp is what it is, in one sentence. */
  reason: z.string().nullable(),
  change: ChartChange.nullable(),
  milestones: z.array(z.object({ on: day, title: z.string(), isDone: z.boolean() })),
})
export type ChartTask = z.infer<typeof ChartTask>

export const ChartTarget = z.object({
  id: z.string(),
  /** Null for a target of the whole programme. */
  taskId: z.string().nullable(),
  label: z.string(),
  /** What is reached, `未知` when nobody has said, `—` where the reader may not know. */
  valueText: z.string(),
  unit: z.string(),
  targetText: z.string(),
  /** Share of the target reached; null when unknown. */
  progress: z.number().nullable(),
  /** The share its path asks for today; null when no path can be drawn. */
  expected: z.number().nullable(),
  lamp: Lamp,
  /** The day the value is true of. */
  asOfOn: day.nullable(),
})
export type ChartTarget = z.infer<typeof ChartTarget>

export const ChartInput = z.object({
  programme: z.object({
    title: z.string(),
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    period: z.object({ start: day, end: day }),
  }),
  tasks: z.array(ChartTask),
  targets: z.array(ChartTarget),
  today: day,
})
export type ChartInput = z.infer<typeof ChartInput>

/** What the rows stand for: the plan's own actions, or the agencies in the lead. */
export type ChartRows = 'action' | 'agency'

/** What the chart is drawn on, in units of its own (pixels or millimetres). */
export interface Sheet {
  width: number
  /** Null grows with the content and never breaks into pages. */
  height: number | null
  margin: number
  /** Sizes of text to try, largest first; the last is the smallest that can be read there. */
  texts: readonly number[]
  /** Targets written out per task, to try in this order when the sheet is short; with each, the smallest text it is worth. */
  targetCaps: readonly { cap: number; from: number }[]
  /** Targets written out per task when the chart takes several pages anyway. */
  severalCap: number
  /** Nothing is set smaller, not even the months. */
  smallest: number
  /** Lines the name of a target may take; what does not fit the last ends in “…”. */
  labelLines: number
  /** The most a column of targets is wide, in sizes of the text, when values are shown. */
  targetWidth: number
  /** Columns the targets of a task may stand in, to try in this order. */
  targetColumns: readonly number[]
}

/** ISO 216 landscape sheets in millimetres, and the wall screen in pixels (24 px is readable from the table). */
export const sheets = {
  A3: {
    width: 420,
    height: 297,
    margin: 11,
    texts: [3.6, 3.3, 3, 2.8, 2.6],
    targetCaps: [
      { cap: 99, from: 3 },
      { cap: 4, from: 2.8 },
      { cap: 2, from: 2.6 },
      { cap: 1, from: 2.6 },
    ],
    severalCap: 4,
    smallest: 2.3,
    labelLines: 1,
    targetWidth: 23,
    targetColumns: [1, 2],
  },
  A0: {
    width: 1189,
    height: 841,
    margin: 28,
    texts: [10, 9, 8, 7, 6, 5.2],
    targetCaps: [
      { cap: 99, from: 6 },
      { cap: 4, from: 5.2 },
      { cap: 2, from: 5.2 },
    ],
    severalCap: 4,
    smallest: 4.6,
    labelLines: 9,
    targetWidth: 33,
    targetColumns: [1, 2],
  },
  wall: {
    width: 1920,
    height: 1080,
    margin: 36,
    texts: [32, 28, 26, 24],
    targetCaps: [
      { cap: 99, from: 24 },
      { cap: 2, from: 24 },
      { cap: 1, from: 24 },
    ],
    severalCap: 1,
    smallest: 24,
    labelLines: 1,
    targetWidth: 23,
    targetColumns: [1],
  },
} satisfies Record<string, Sheet>

/** Under this width two columns of targets leave too little for the months. */
const wide = 1240

/** A sheet as wide as the window that grows downwards. */
export const screenSheet = (width: number): Sheet => ({
  width,
  height: null,
  margin: 16,
  texts: [13],
  targetCaps: [{ cap: width < wide ? 2 : 4, from: 13 }],
  severalCap: 4,
  smallest: 11,
  labelLines: 1,
  targetWidth: 23,
  targetColumns: [width < wide ? 1 : 2],
})
