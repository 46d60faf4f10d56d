import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { ReadingNotice } from '#kernel/reading-notice.ts'
import { workflow } from '#kernel/workflow.ts'
import { MinutesHead } from './minutes-head.ts'

export const MinutesState = z.enum(['received', 'reading', 'read', 'refused'])
export type MinutesState = z.infer<typeof MinutesState>

export const minutesStateTitles: Record<MinutesState, string> = {
  received: '已收到',
  reading: '正在识读',
  read: '已整理',
  refused: '未能识读',
}

/** The words of a meeting as they were handed in; handing in again makes a new version, the old one is kept. */
export const Minutes = z.object({
  divisionCode: z.string(),
  meetingId: z.uuid(),
  version: z.int().min(1),
  state: MinutesState,
  /** Null for typed or pasted words. */
  fileName: z.string().nullable(),
  fileSha256: z.string().nullable(),
  text: z.string(),
  head: MinutesHead.nullable(),
  /** What reading the file could not do. */
  notices: z.array(ReadingNotice),
  refusal: z.string().nullable(),
  handedInBy: z.string(),
  handedInAt: Moment,
})
export type Minutes = z.infer<typeof Minutes>

export const minutesFlow = workflow('meetings.minutes', minutesStateTitles, {
  read: { from: ['received', 'reading'], to: 'reading', title: '识读' },
  finish: { from: ['received', 'reading'], to: 'read', title: '整理' },
  refuse: { from: ['received', 'reading'], to: 'refused', title: '拒绝' },
})

/** On which day, at what hour, where and under whom a series of the plan is used to meet. */
export const SeriesHabit = z.object({
  divisionCode: z.string(),
  programmeId: z.uuid(),
  seriesKey: z.string(),
  day: z.int().min(1).max(31).meta({ label: '惯例日' }),
  startsAt: z.string().nullable().meta({ label: '时间', kind: 'time' }),
  place: z.string().nullable().meta({ label: '地点' }),
  chair: z.string().nullable().meta({ label: '主持人' }),
})
export type SeriesHabit = z.infer<typeof SeriesHabit>
