import { sql } from 'drizzle-orm'
import {
  boolean,
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
import type { Ground, PlanDiff, PlanTarget, TargetAccrual } from '#modules/programme/plans/contract.ts'
import { divisionCode, keyOfRow, rowId, withinOwner } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { AddedTask, Programme, Task, TaskAgency, TaskSource } from '../domain/programme.ts'

export const programmesSchema = pgSchema('programmes')

export const programmes = programmesSchema.table(
  'programme',
  {
    divisionCode,
    id: rowId,
    title: text('title').notNull(),
    issuer: text('issuer'),
    number: text('number'),
    issuedOn: date('issued_on'),
    startOn: date('start_on'),
    endOn: date('end_on'),
    planId: uuid('plan_id').notNull(),
    version: integer('version').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [keyOfRow(t), index('programme_plan').on(t.divisionCode, t.planId)],
)
true satisfies Same<typeof programmes.$inferSelect, Programme>

/** Every issue of the plan a programme has run on, with what it changed. */
export const issues = programmesSchema.table(
  'issue',
  {
    divisionCode,
    programmeId: uuid('programme_id').notNull(),
    version: integer('version').notNull(),
    planId: uuid('plan_id').notNull(),
    number: text('number'),
    diff: jsonb('diff').$type<PlanDiff>(),
    ground: jsonb('ground').$type<Ground>(),
    publishedBy: text('published_by').notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    withinOwner(t, t.programmeId, programmes),
    primaryKey({ columns: [t.divisionCode, t.programmeId, t.version] }),
  ],
)

export const tasks = programmesSchema.table(
  'task',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    planId: uuid('plan_id').notNull(),
    planTaskId: text('plan_task_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').$type<Task['kind']>().notNull(),
    number: text('number').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    path: jsonb('path').$type<string[]>().notNull(),
    spanStart: integer('span_start').notNull(),
    spanEnd: integer('span_end').notNull(),
    dueOn: date('due_on'),
    dueText: text('due_text'),
    ongoing: boolean('ongoing').notNull(),
    initials: text('initials').notNull(),
    addedIn: integer('added_in').notNull(),
    droppedIn: integer('dropped_in'),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.programmeId, programmes),
    index('task_programme').on(t.divisionCode, t.programmeId, t.position),
    uniqueIndex('task_added').on(t.divisionCode, t.programmeId, t.position).where(sql`position > 1000000`),
  ],
)
true satisfies Same<typeof tasks.$inferSelect, Task>

export const taskAgencies = programmesSchema.table(
  'task_agency',
  {
    divisionCode,
    taskId: uuid('task_id').notNull(),
    position: integer('position').notNull(),
    agencyId: uuid('agency_id'),
    name: text('name').notNull(),
    role: text('role').$type<TaskAgency['role']>().notNull(),
    inherited: boolean('inherited').notNull(),
  },
  (t) => [
    withinOwner(t, t.taskId, tasks),
    primaryKey({ columns: [t.divisionCode, t.taskId, t.position] }),
    index('task_agency_agency').on(t.divisionCode, t.agencyId),
  ],
)
true satisfies Same<typeof taskAgencies.$inferSelect, TaskAgency>

/** Tasks that came from elsewhere than the plan. */
export const addedTasks = programmesSchema.table(
  'added_task',
  {
    divisionCode,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id').notNull(),
    source: jsonb('source').$type<TaskSource>().notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    withinOwner(t, t.programmeId, programmes),
    withinOwner(t, t.taskId, tasks),
    primaryKey({ columns: [t.divisionCode, t.programmeId, t.taskId] }),
  ],
)
true satisfies Same<typeof addedTasks.$inferSelect, AddedTask>

/** What a task was called in each issue, so that its history can be read from the issues' differences. */
export const taskIssues = programmesSchema.table(
  'task_issue',
  {
    divisionCode,
    taskId: uuid('task_id').notNull(),
    version: integer('version').notNull(),
    planTaskId: text('plan_task_id').notNull(),
  },
  (t) => [withinOwner(t, t.taskId, tasks), primaryKey({ columns: [t.divisionCode, t.taskId, t.version] })],
)

export const targets = programmesSchema.table(
  'target',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id'),
    planId: uuid('plan_id').notNull(),
    planTargetId: text('plan_target_id').notNull(),
    position: integer('position').notNull(),
    target: jsonb('target').$type<PlanTarget & { accrual: TargetAccrual }>().notNull(),
    addedIn: integer('added_in').notNull(),
    droppedIn: integer('dropped_in'),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.programmeId, programmes),
    withinOwner(t, t.taskId, tasks),
    index('target_programme').on(t.divisionCode, t.programmeId, t.position),
  ],
)

export const programmeRows: UniqueRows = { 'programmes.task_added': () => faultErrors.crossed({}) }
