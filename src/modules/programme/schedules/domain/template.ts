import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { stepLength } from './step.ts'

/** A day of the year without its year: `03-31`. */
const DayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期写成 03-31 的样子，请核对。')

/** A step as a template has it; its dates follow when a task takes it. */
export const TemplateStep = z.object({
  /** Its name within the template, for `after`. */
  key: z.string().min(1).max(12),
  title: z.string().min(1).max(60).meta({ label: '步骤' }),
  ...stepLength,
  after: z.array(z.string()),
  /** Not before this day of each year; only where the template repeats each year. */
  from: DayOfYear.nullable(),
  /** A node: finished by this day of each year. */
  by: DayOfYear.nullable(),
})
export type TemplateStep = z.infer<typeof TemplateStep>

/** What a step takes as long as nobody says otherwise. */
export const usualLength = { days: 5, unit: 'working_day', lagDays: 0, lagUnit: 'working_day' } as const

/** How a kind of task is usually done; a task is scheduled from one, and its steps are its own from then on. */
export const ScheduleTemplate = z.object({
  key: z.string().min(1).max(40),
  title: z.string().min(2).max(30).meta({ label: '模板名称' }),
  /** When it is taken, in words. */
  use: z.string().max(120).meta({ label: '适用' }),
  /** Its steps are gone through once, or once in each year of the task. */
  repeats: z
    .enum(['once', 'yearly'])
    .meta({ label: '重复', kind: 'radio', titles: { once: '只办一次', yearly: '任务期内每年一轮' } }),
  steps: z.array(TemplateStep).min(1).max(40).meta({ label: '步骤' }),
})
export type ScheduleTemplate = z.infer<typeof ScheduleTemplate>

/** A template as this county keeps it. */
export const CountyTemplate = ScheduleTemplate.extend({
  divisionCode: z.string(),
  changedBy: z.string(),
  changedAt: Moment,
})
export type CountyTemplate = z.infer<typeof CountyTemplate>
