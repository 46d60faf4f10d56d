import { z } from 'zod'
import { type Role, staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { CalendarYear } from '#kernel/calendar.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { Moment } from '#kernel/moment.ts'
import { ChangeText, ScheduleChange } from './domain/change.ts'
import { ScheduleDifference } from './domain/compare-schedules.ts'
import { Constraint } from './domain/conflict.ts'
import { CountyCalendarYear } from './domain/county-calendar.ts'
import { ScheduleRevision } from './domain/schedule.ts'
import { Step } from './domain/step.ts'
import { ScheduleTemplate } from './domain/template.ts'

const programmeId = z.uuid()
const taskId = z.uuid()
const day = z.iso.date()
const reason = z
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
  can: z.object({ changeSchedule: Allowed, completeStep: Allowed }),
})
export type ScheduleView = z.infer<typeof ScheduleView>

const Bar = z.object({
  stepId: z.string(),
  title: z.string(),
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
  id: true, number: true, kind: true, reason: true, deadlineOn: true, recordedAt: true, recordedBy: true,
}) // biome-ignore format: two lines
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

const Comparison = z.object({ from: day, to: day, tasks: z.array(TaskDifference) })

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

const keepers: readonly Role[] = ['office']
const changers: readonly Role[] = ['office', 'reviewer', 'agencyHead']
const workers: readonly Role[] = ['office', 'reviewer', 'reporter', 'agencyHead']
const year = z.coerce.number().int().min(2000).max(2099)
const step = z.object({ taskId, stepId: z.string(), revisionId: z.uuid() })
const days = z.object({ from: day, to: day })

export const scheduleContract = contract('schedules', {
  getBoard: { path: 'GET /programmes/:programmeId/schedules', title: '查看倒排工期', by: staff, input: z.object({ programmeId, on: day.optional() }), output: ScheduleBoard },
  scheduleProgramme: { path: 'POST /programmes/:programmeId/schedules', title: '补排工期', by: keepers, input: z.object({ programmeId }), output: z.object({ scheduled: z.int() }) },
  getSchedule: { path: 'GET /tasks/:taskId/schedule', title: '查看任务工期', by: staff, input: z.object({ taskId }), output: ScheduleView.nullable() },
  listRevisions: { path: 'GET /tasks/:taskId/schedule/revisions', title: '查看工期变更记录', by: staff, input: z.object({ taskId }), output: z.array(RevisionSummary) },
  previewChange: { path: 'GET /tasks/:taskId/schedule/preview', title: '试算工期变更', by: changers, input: z.object({ taskId, change: ChangeText }), output: ChangePreview },
  changeSchedule: { path: 'POST /tasks/:taskId/schedule/changes', title: '变更工期', by: changers, input: z.object({ taskId, change: ScheduleChange, revisionId: z.uuid(), reason }), output: ScheduleView },
  completeStep: { path: 'POST /tasks/:taskId/schedule/steps/:stepId/complete', title: '标记步骤办结', by: workers, input: step.extend({ doneOn: day.meta({ label: '办结日期' }) }), output: ScheduleView },
  reopenStep: { path: 'POST /tasks/:taskId/schedule/steps/:stepId/reopen', title: '撤销步骤办结', by: workers, input: step.extend({ reason }), output: ScheduleView },
  compareSchedules: { path: 'GET /programmes/:programmeId/schedules/compare', title: '比较两日的工期', by: staff, input: days.extend({ programmeId, taskId: taskId.optional() }), output: Comparison },
  exportSchedules: { path: 'GET /programmes/:programmeId/schedules/export', title: '导出倒排工期表', by: staff, download: true, input: z.object({ programmeId, on: day.optional() }), output: z.unknown() },
  listTemplates: { path: 'GET /schedule-templates', title: '查看工期模板', by: staff, input: z.object({}), output: z.array(TemplateView) },
  saveTemplate: { path: 'PUT /schedule-templates/:key', title: '保存工期模板', by: keepers, input: ScheduleTemplate, output: z.array(TemplateView) },
  restoreTemplate: { path: 'DELETE /schedule-templates/:key', title: '恢复或删去工期模板', by: keepers, input: z.object({ key: z.string() }), output: z.array(TemplateView) },
  listCalendarYears: { path: 'GET /calendar-years', title: '查看放假安排', by: staff, input: z.object({}), output: z.array(CalendarYearView) },
  readCalendarText: { path: 'POST /calendar-years/:year/read', title: '识读放假安排', by: keepers, input: z.object({ year, text: z.string().max(20_000) }), output: CalendarReading },
  readCalendarFile: { path: 'POST /calendar-years/:year/read-file', title: '识读放假安排表格', by: keepers, upload: true, input: z.object({ year }), output: CalendarReading },
  saveCalendarYear: {
    path: 'PUT /calendar-years/:year', title: '录入放假安排', by: keepers,
    input: CalendarYear.extend({ year, source: z.string().trim().min(4, '请写明依据的通知。').max(120).meta({ label: '依据' }) }),
    output: z.object({ years: z.array(CalendarYearView), recomputed: z.int() }),
  },
}) // biome-ignore format: one line where it fits

/** Emitted when the dates of a task's schedule have been decided anew. */
export const scheduleMoved = event('schedules.scheduleMoved', z.object({ programmeId, taskId }))
