import { z } from 'zod'
import { type Role, staff } from '#kernel/actor.ts'
import { CalendarYear } from '#kernel/calendar.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { ChangeText, ScheduleChange } from './domain/change.ts'
import { ScheduleTemplate } from './domain/template.ts'
import {
  CalendarReading,
  CalendarYearView,
  ChangePreview,
  day,
  programmeId,
  RevisionSummary,
  reason,
  ScheduleBoard,
  ScheduleView,
  TaskDifference,
  TemplateView,
  taskId,
} from './domain/views.ts'

export { listOpenSteps, type ScheduleFact } from './domain/schedule-fact.ts'
export {
  CalendarReading,
  CalendarYearView,
  ChangePreview,
  ConflictView,
  RevisionSummary,
  ScheduleBoard,
  ScheduleSummary,
  ScheduleView,
  StepView,
  TaskDifference,
  TemplateView,
} from './domain/views.ts'

const Comparison = z.object({ from: day, to: day, tasks: z.array(TaskDifference) })

const keepers: readonly Role[] = ['office']
const changers: readonly Role[] = ['office', 'reviewer', 'agencyHead']
const workers: readonly Role[] = ['office', 'reviewer', 'reporter', 'agencyHead']
const year = z.coerce.number().int().min(2000).max(2099)
const step = z.object({ taskId, stepId: z.string(), revisionId: z.uuid() })
const days = z.object({ from: day, to: day })

export const scheduleContract = contract('schedules', {
  getBoard: {
    path: 'GET /programmes/:programmeId/schedules',
    title: '查看倒排工期',
    by: staff,
    input: z.object({ programmeId, on: day.optional() }),
    output: ScheduleBoard,
  },
  scheduleProgramme: {
    path: 'POST /programmes/:programmeId/schedules',
    title: '补排工期',
    by: keepers,
    input: z.object({ programmeId }),
    output: z.object({ scheduled: z.int() }),
  },
  getSchedule: {
    path: 'GET /tasks/:taskId/schedule',
    title: '查看任务工期',
    by: staff,
    input: z.object({ taskId }),
    output: ScheduleView.nullable(),
  },
  listRevisions: {
    path: 'GET /tasks/:taskId/schedule/revisions',
    title: '查看工期变更记录',
    by: staff,
    input: z.object({ taskId }),
    output: z.array(RevisionSummary),
  },
  previewChange: {
    path: 'GET /tasks/:taskId/schedule/preview',
    title: '试算工期变更',
    by: changers,
    input: z.object({ taskId, change: ChangeText }),
    output: ChangePreview,
  },
  changeSchedule: {
    path: 'POST /tasks/:taskId/schedule/changes',
    title: '变更工期',
    by: changers,
    input: z.object({ taskId, change: ScheduleChange, revisionId: z.uuid(), reason }),
    output: ScheduleView,
  },
  completeStep: {
    path: 'POST /tasks/:taskId/schedule/steps/:stepId/complete',
    title: '标记步骤办结',
    by: workers,
    input: step.extend({ doneOn: day.meta({ label: '办结日期' }) }),
    output: ScheduleView,
  },
  reopenStep: {
    path: 'POST /tasks/:taskId/schedule/steps/:stepId/reopen',
    title: '撤销步骤办结',
    by: workers,
    input: step.extend({ reason }),
    output: ScheduleView,
  },
  compareSchedules: {
    path: 'GET /programmes/:programmeId/schedules/compare',
    title: '比较两日的工期',
    by: staff,
    input: days.extend({ programmeId, taskId: taskId.optional() }),
    output: Comparison,
  },
  exportSchedules: {
    path: 'GET /programmes/:programmeId/schedules/export',
    title: '导出倒排工期表',
    by: staff,
    download: true,
    input: z.object({ programmeId, on: day.optional() }),
    output: z.unknown(),
  },
  listTemplates: {
    path: 'GET /schedule-templates',
    title: '查看工期模板',
    by: staff,
    input: z.object({}),
    output: z.array(TemplateView),
  },
  saveTemplate: {
    path: 'PUT /schedule-templates/:key',
    title: '保存工期模板',
    by: keepers,
    input: ScheduleTemplate,
    output: z.array(TemplateView),
  },
  restoreTemplate: {
    path: 'DELETE /schedule-templates/:key',
    title: '恢复或删去工期模板',
    by: keepers,
    input: z.object({ key: z.string() }),
    output: z.array(TemplateView),
  },
  listCalendarYears: {
    path: 'GET /calendar-years',
    title: '查看放假安排',
    by: staff,
    input: z.object({}),
    output: z.array(CalendarYearView),
  },
  readCalendarText: {
    path: 'POST /calendar-years/:year/read',
    title: '识读放假安排',
    by: keepers,
    input: z.object({ year, text: z.string().max(20_000) }),
    output: CalendarReading,
  },
  readCalendarFile: {
    path: 'POST /calendar-years/:year/read-file',
    title: '识读放假安排表格',
    by: keepers,
    upload: true,
    input: z.object({ year }),
    output: CalendarReading,
  },
  saveCalendarYear: {
    path: 'PUT /calendar-years/:year',
    title: '录入放假安排',
    by: keepers,
    input: CalendarYear.extend({
      year,
      source: z.string().trim().min(4, '请写明依据的通知。').max(120).meta({ label: '依据' }),
    }),
    output: z.object({ years: z.array(CalendarYearView), recomputed: z.int() }),
  },
})

/** Emitted when the dates of a task's schedule have been decided anew. */
export const scheduleMoved = event('schedules.scheduleMoved', z.object({ programmeId, taskId }))
