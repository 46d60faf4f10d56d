import { z } from 'zod'
import { Lamp } from './lamp.ts'

/** A record a reason rests on. */
export const Ref = z.object({ kind: z.enum(['statement', 'step', 'target', 'task']), id: z.string() })
export type Ref = z.infer<typeof Ref>

/** Agencies whose words and figures something rests on; none when it rests on the plan, the calendar and the office alone. */
const saidBy = z.array(z.string())

/** One sentence of why, with its figures and the records behind it. */
export const Reason = z.object({ code: z.string(), text: z.string(), refs: z.array(Ref), saidBy })
export type Reason = z.infer<typeof Reason>

export const Verdict = z.object({ lamp: Lamp, reasons: z.array(Reason) })
export type Verdict = z.infer<typeof Verdict>

/** Whether the agencies said anything lately; a state of its own, never red. */
export const FreshnessState = z.enum(['fresh', 'due', 'stale', 'none'])
export type FreshnessState = z.infer<typeof FreshnessState>

export const freshnessTitles: Record<FreshnessState, string> = {
  fresh: '已报',
  due: '待报',
  stale: '逾期未报',
  none: '尚无报送',
}

export const Freshness = z.object({ state: FreshnessState, reasons: z.array(Reason) })
export type Freshness = z.infer<typeof Freshness>

/** Where a target will stand on its last day if things go on as they did. */
export const Forecast = z.object({
  on: z.iso.date(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** The day the wanted figure is reached at this pace; null when it is not in sight. */
  reachesOn: z.iso.date().nullable(),
})
export type Forecast = z.infer<typeof Forecast>

/** Figures are in the target's own unit as the plan writes it. */
export const TargetVerdict = Verdict.extend({
  targetId: z.uuid(),
  saidBy,
  reached: z.number().nullable(),
  asOfOn: z.iso.date().nullable(),
  expectedNow: z.number().nullable(),
  /** What has to be reached in the stretch that is judged, and its last day. */
  wanted: z.number().nullable(),
  wantedOn: z.iso.date().nullable(),
  forecast: Forecast.nullable(),
})
export type TargetVerdict = z.infer<typeof TargetVerdict>

/** What counts in one later year alone: figures of before are told as a reference. */
export const isYearAhead = ({ reasons }: Verdict): boolean => reasons[0]?.code === 'yearAhead'

export const TaskVerdict = z.object({
  taskId: z.uuid(),
  summary: Lamp,
  schedule: Verdict,
  /** The worst of its targets; null when the task has none. */
  value: Verdict.nullable(),
  freshness: Freshness,
  /** Since when it shows this colour; null before the first day was kept. */
  sinceOn: z.iso.date().nullable(),
  /** Why a green lamp should be looked at (假绿). */
  doubts: z.array(Reason),
  targets: z.array(TargetVerdict),
})
export type TaskVerdict = z.infer<typeof TaskVerdict>

/** A verdict with what its task was called on that day. */
export const NamedVerdict = TaskVerdict.extend({ number: z.string(), title: z.string(), leads: z.array(z.string()) })
export type NamedVerdict = z.infer<typeof NamedVerdict>

/** Everything a programme shows on a day; targets of no task stand apart. */
export interface ProgrammeVerdict {
  day: string
  tasks: readonly NamedVerdict[]
  overall: readonly TargetVerdict[]
}
