import { z } from 'zod'
import { daysBetween } from '#kernel/day.ts'
import { dayOf, Moment } from '#kernel/moment.ts'
import type { ReportFact } from './report-fact.ts'

/** 期初情况: what the office says, once, of how far a task was or where a figure stood when the programme began to run here. */
export const OpeningSaid = z.enum(['finished', 'under_way', 'not_started', 'unclear', 'figure', 'withdrawn'])
export type OpeningSaid = z.infer<typeof OpeningSaid>

export const openingTitles = {
  finished: '已完成',
  under_way: '进行中',
  not_started: '未开始',
  unclear: '不清楚',
  figure: '数据',
  withdrawn: '已撤回',
} as const satisfies Record<OpeningSaid, string>

/** How it is called wherever it is shown. */
export const openingMark = '期初情况，办公室填报'

/** One statement of the office on a task, or on the figure of a target; never changed: a later one takes its place. */
export const Opening = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  /** A task or a target. */
  subjectId: z.uuid(),
  said: OpeningSaid.meta({ label: '完成情况' }),
  /** The day it was finished, where that is known; the day the figure speaks of. */
  on: z.iso.date().nullable().meta({ label: '完成日期或数据截至' }),
  value: z.number().nullable().meta({ label: '数值' }),
  /** Steps whose day was over and which were not done. */
  undone: z.array(z.string()),
  /** The sentence it rests on. */
  from: z.string().max(300).meta({ label: '依据' }),
  saidById: z.string(),
  saidBy: z.string().meta({ label: '填报人' }),
  saidAt: Moment.meta({ label: '填报时间' }),
})
export type Opening = z.infer<typeof Opening>

/** A statement that holds, as others judge by it. */
export interface OpeningFact extends Pick<Opening, 'id' | 'subjectId' | 'said' | 'on' | 'value' | 'undone' | 'from'> {
  saidOn: string
}

/** Those that hold at a moment, of each subject the newest; what was taken back is gone. */
export function holdingOpenings<O extends Opening>(lines: readonly O[], asOf: Date): O[] {
  const known = lines.filter(({ saidAt }) => saidAt <= asOf).sort(bySaid)
  const newest = new Map(known.map((line) => [line.subjectId, line]))
  return [...newest.values()].filter(({ said }) => said !== 'withdrawn')
}

const bySaid = (a: Opening, b: Opening): number => a.saidAt.getTime() - b.saidAt.getTime() || (a.id < b.id ? -1 : 1)

export const openingFact = ({ id, subjectId, said, on, value, undone, from, saidAt }: Opening): OpeningFact => ({
  id,
  subjectId,
  said,
  on,
  value,
  undone,
  from,
  saidOn: dayOf(saidAt),
})

/**
 * What the office said of tasks holds until an agency says something of the task itself that stands; by task.
 * @param words that stand
 */
export function openingOfTasks(
  openings: readonly OpeningFact[],
  words: readonly Pick<ReportFact, 'taskId'>[],
): Map<string, OpeningFact> {
  const spokenOf = new Set(words.map(({ taskId }) => taskId))
  const ofTasks = openings.filter(({ said, subjectId }) => said !== 'figure' && !spokenOf.has(subjectId))
  return new Map(ofTasks.map((opening) => [opening.subjectId, opening]))
}

/** Figures the office stated, as figures that no agency was asked for. */
export const openingFigures = (openings: readonly OpeningFact[]) =>
  openings.flatMap(({ subjectId: targetId, said, value, on, from }) =>
    said === 'figure' && value !== null && on !== null
      ? [{ targetId, value, on, from: from === '' ? openingMark : `${openingMark}：${from}`, isOpening: true }]
      : [],
  )

interface Period {
  /** The first and the last day; null where the plan names none. */
  startOn: string | null
  endOn: string | null
}

/** A plan that had run so many days when it was published is asked for all of it. A rule of thumb of ours. */
const midDays = 90

export interface OpeningAsked {
  task: (task: { dueOn: string | null }) => boolean
  target: (target: Period) => boolean
}

/**
 * Of what an opening state is asked: where the plan was published in the middle of its time, of every task, and of every
 * target that had begun; else of what was already over on that day.
 * @param startedOn the day the programme was published
 */
export function openingAsked(plan: Pick<Period, 'startOn'>, startedOn: string): OpeningAsked {
  const isMid = plan.startOn !== null && daysBetween(plan.startOn, startedOn) > midDays
  const isOver = (on: string | null) => on !== null && on < startedOn
  return {
    task: ({ dueOn }) => isMid || isOver(dueOn),
    target: ({ startOn, endOn }) =>
      isOver(endOn) || (isMid && startOn !== null && daysBetween(startOn, startedOn) > midDays),
  }
}
