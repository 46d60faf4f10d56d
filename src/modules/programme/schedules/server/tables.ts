import {
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, rowId } from '#platform/database/columns.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import { scheduleErrors } from '../domain/errors.ts'
import type { ScheduleRevision } from '../domain/schedule.ts'
import type { CountyTemplate } from '../domain/template.ts'

export const schedulesSchema = pgSchema('schedules')

/** Every schedule a task ever had, whole; rows are added and never changed. */
export const revisions = schedulesSchema.table(
  'revision',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind').$type<ScheduleRevision['kind']>().notNull(),
    reason: text('reason').notNull(),
    templateKey: text('template_key').notNull(),
    templateTitle: text('template_title').notNull(),
    because: text('because').notNull(),
    floorOn: date('floor_on').notNull(),
    deadlineOn: date('deadline_on'),
    deadlineFrom: text('deadline_from').$type<ScheduleRevision['deadlineFrom']>(),
    steps: jsonb('steps').$type<ScheduleRevision['steps']>().notNull(),
    dates: jsonb('dates').$type<ScheduleRevision['dates']>().notNull(),
    failure: jsonb('failure').$type<ScheduleRevision['failure']>(),
    unpublished: jsonb('unpublished').$type<number[]>().notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    recordedBy: text('recorded_by').notNull(),
  },
  (t) => [
    keyOfRow(t),
    uniqueIndex('revision_task_number').on(t.divisionCode, t.taskId, t.number),
    index('revision_programme').on(t.divisionCode, t.programmeId, t.taskId, t.number),
  ],
)
true satisfies Same<typeof revisions.$inferSelect, ScheduleRevision>

export const templates = schedulesSchema.table(
  'template',
  {
    divisionCode,
    key: text('key').notNull(),
    title: text('title').notNull(),
    use: text('use').notNull(),
    repeats: text('repeats').$type<CountyTemplate['repeats']>().notNull(),
    steps: jsonb('steps').$type<CountyTemplate['steps']>().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.key] })],
)
true satisfies Same<typeof templates.$inferSelect, CountyTemplate>

export const scheduleRows: UniqueRows = {
  'schedules.revision_task_number': () => scheduleErrors.changedMeanwhile({}),
}
