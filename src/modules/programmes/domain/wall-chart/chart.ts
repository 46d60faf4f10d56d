/** What goes into a wall chart (挂图): facts of one programme on one day. Days are `YYYY-MM-DD`. */

export interface ChartTask {
  id: string
  number: string
  title: string
  /** The action (行动) it stands under. */
  action: string
  leads: readonly string[]
  /** The latest day it can start and still be done in time; null draws it from the start of the period. */
  startOn: string | null
  dueOn: string | null
  ongoing: boolean
  lamp: 'green' | 'yellow' | 'red' | 'grey'
  milestones?: readonly { on: string; title: string }[]
}

export interface ChartTarget {
  id: string
  /** Null for a target of the whole programme. */
  taskId: string | null
  label: string
  /** What is reached, `未知` when nobody has said. */
  valueText: string
  unit: string
  targetText: string
  /** Share of the target reached; null when unknown. */
  progress: number | null
}

export interface ChartInput {
  programme: { title: string; issuer: string | null; number: string | null; period: { start: string; end: string } }
  tasks: readonly ChartTask[]
  targets: readonly ChartTarget[]
  today: string
}

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
  targetColumns: [width < wide ? 1 : 2],
})
