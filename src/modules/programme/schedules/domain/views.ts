import { z } from 'zod'
import { Allowed } from '#kernel/allowed.ts'
import { CalendarYear } from '#kernel/calendar.ts'
import { Moment } from '#kernel/moment.ts'
import { CountyCalendarYear } from '#modules/office/organisations/contract.ts'
import { ScheduleDifference } from './compare-schedules.ts'
import { Constraint } from './conflict.ts'
import { ScheduleRevision } from './schedule.ts'
import { Step } from './step.ts'
import { ScheduleTemplate } from './template.ts'

export const programmeId = z.uuid()
export const taskId = z.uuid()
export const day = z.iso.date()
export const reason = z
  .string()
  .trim()
  .min(4, '理由至少写 4 个字。')
  .max(200)
  .meta({ label: '理由', placeholder: '写明依据，会记入变更记录' })

/** Something that cannot hold, with the constraints one of which has to give way. */
export const ConflictView = z.object({
  text: z.string(),
  parts: z.array(z.object({ constraint: Constraint, text: z.string() })),
  shortDays: z.int().nullable(),
})
export type ConflictView = z.infer<typeof ConflictView>

/** A step with its dates and why they are so. */
export const StepView = Step.extend({
  startOn: day.nullable(),
  finishOn: day.nullable(),
  tentative: z.boolean(),
  /** Why this late, and how early it may be from today on. */
  latestText: z.string(),
  earliestText: z.string(),
  earliestOn: day.nullable(),
  /** Working days between earliest and latest start as of today; negative when late; null when done or not planned. */
  slackDays: z.int().nullable(),
})
export type StepView = z.infer<typeof StepView>

export const ScheduleView = ScheduleRevision.omit({
  divisionCode: true,
  steps: true,
  dates: true,
  failure: true,
}).extend({
  taskTitle: z.string(),
  startOn: day.nullable(),
  finishOn: day.nullable(),
  steps: z.array(StepView),
  /** Why there are no dates. */
  failure: z.object({ text: z.string(), conflict: ConflictView.nullable() }).nullable(),
  /** Why, from today on, the dates cannot be kept any more. */
  late: ConflictView.nullable(),
  today: day,
  /** Years of the task’s targets have no mark in it yet. */
  lacksFigures: z.boolean(),
  can: z.object({ changeSchedule: Allowed, completeStep: Allowed }),
})
export type ScheduleView = z.infer<typeof ScheduleView>

const Bar = z.object({
  stepId: z.string(),
  title: z.string(),
  /** A day without a length. */
  mark: z.boolean(),
  /** 7 日（日历日），至6月12日; what it waits for before it. */
  words: z.string(),
  /** Done by a signed figure, and by nobody’s word. */
  byFigure: z.boolean(),
  startOn: day,
  finishOn: day,
  doneOn: day.nullable(),
  /** Counts days of a year nobody has published. */
  tentative: z.boolean(),
})

/** A task's line in the schedule of a programme. */
export const ScheduleSummary = z.object({
  taskId,
  programmeId,
  number: z.string(),
  title: z.string(),
  action: z.string(),
  leads: z.array(z.string()),
  isOwn: z.boolean(),
  templateTitle: z.string(),
  deadlineOn: day.nullable(),
  startOn: day.nullable(),
  finishOn: day.nullable(),
  bars: z.array(Bar),
  /** The first step not yet done. */
  next: Bar.nullable(),
  tentative: z.boolean(),
  slackDays: z.int().nullable(),
  /** Why there are no dates; why the dates cannot be kept from today on. */
  failure: z.string().nullable(),
  late: z.string().nullable(),
})
export type ScheduleSummary = z.infer<typeof ScheduleSummary>

export const ScheduleBoard = z.object({
  programmeId,
  title: z.string(),
  today: day,
  /** The day whose schedule is shown; today, or a past one. */
  on: day,
  startOn: day.nullable(),
  endOn: day.nullable(),
  unpublished: z.array(z.int()),
  tasks: z.array(ScheduleSummary),
  can: z.object({ scheduleProgramme: Allowed }),
})
export type ScheduleBoard = z.infer<typeof ScheduleBoard>

/** What would move, before it is done. */
export const ChangePreview = z.object({
  difference: ScheduleDifference,
  /** Set when the change is impossible. */
  conflict: ConflictView.nullable(),
  /** Set when it is possible on paper and too late as of today. */
  late: ConflictView.nullable(),
})
export type ChangePreview = z.infer<typeof ChangePreview>

/** A revision without its steps, for the list of what happened. */
export const RevisionSummary = ScheduleRevision.pick({
  id: true,
  number: true,
  kind: true,
  reason: true,
  deadlineOn: true,
  recordedAt: true,
  recordedBy: true,
})
export type RevisionSummary = z.infer<typeof RevisionSummary>

export const TaskDifference = z.object({
  taskId,
  /** Number and name: `11 做大技术市场`. */
  title: z.string(),
  difference: ScheduleDifference,
  /** What was decided between the two days, oldest first. */
  revisions: z.array(RevisionSummary),
})
export type TaskDifference = z.infer<typeof TaskDifference>

export const TemplateView = ScheduleTemplate.extend({
  /** Changed by this county, or its own. */
  changedBy: z.string().nullable(),
  changedAt: Moment.nullable(),
  /** Every county begins with it, so that it can be restored. */
  isDefault: z.boolean(),
  can: z.object({ saveTemplate: Allowed }),
})
export type TemplateView = z.infer<typeof TemplateView>

export const CalendarYearView = CountyCalendarYear.omit({
  divisionCode: true,
  enteredBy: true,
  enteredAt: true,
}).extend({
  /** Known to the product, or entered by the county. */
  from: z.enum(['published', 'county']),
  enteredBy: z.string().nullable(),
  enteredAt: Moment.nullable(),
})
export type CalendarYearView = z.infer<typeof CalendarYearView>

/** Days read from a notice or a sheet, to be looked over before they are taken. */
export const CalendarReading = CalendarYear.extend({
  /** What could not be read, and counts that do not agree. */
  doubts: z.array(z.string()),
})
export type CalendarReading = z.infer<typeof CalendarReading>
