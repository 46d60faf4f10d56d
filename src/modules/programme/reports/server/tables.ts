import { sql } from 'drizzle-orm'
import { boolean, date, doublePrecision, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core' // biome-ignore format: one list
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { Assignment } from '../domain/assignment.ts'
import type { Correction, CorrectionStatus } from '../domain/correction.ts'
import type { Opening, OpeningSaid } from '../domain/opening.ts'
import type { Draft, Outcome, Progress, Report, ReportStatus, Submission, TargetValue } from '../domain/report.ts'

export const reportsSchema = pgSchema('reports')

export const reports = reportsSchema.table(
  'report',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    cycle: text('cycle').notNull(),
    dueOn: date('due_on').notNull(),
    endOn: date('end_on').notNull(),
    attempt: integer('attempt').notNull(),
    submissionId: uuid('submission_id').notNull(),
    progress: text('progress').$type<Progress>().notNull(),
    text: text('text').notNull(),
    needsCoordination: boolean('needs_coordination').notNull(),
    values: jsonb('values').$type<TargetValue[]>().notNull(),
    evidence: integer('evidence').notNull(),
    submittedById: text('submitted_by_id').notNull(),
    submittedBy: text('submitted_by').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    submittedOn: date('submitted_on').notNull(),
    status: text('status').$type<ReportStatus>().notNull(),
    settledBy: text('settled_by'),
    settledAt: moment('settled_at'),
    settledOn: date('settled_on'),
    settledReason: text('settled_reason'),
  },
  (t) => [
    keyOfRow(t),
    // One valid word of an agency on a task and cycle, whoever presses first.
    uniqueIndex('report_valid')
      .on(t.divisionCode, t.taskId, t.agencyId, t.cycle)
      .where(sql`status in ('submitted', 'signed')`),
    index('report_programme').on(t.divisionCode, t.programmeId, t.cycle),
    index('report_task').on(t.divisionCode, t.taskId, t.submittedAt),
    index('report_waiting').on(t.divisionCode, t.status, t.submittedAt),
  ],
)
true satisfies Same<typeof reports.$inferSelect, Report>

export const drafts = reportsSchema.table(
  'draft',
  {
    divisionCode,
    userId: text('user_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    taskId: uuid('task_id').notNull(),
    cycle: text('cycle').notNull(),
    answer: jsonb('answer').$type<Draft['answer']>().notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.userId, t.taskId, t.agencyId, t.cycle] })],
)
true satisfies Same<typeof drafts.$inferSelect, Draft>

export const submissions = reportsSchema.table(
  'submission',
  {
    divisionCode,
    id: rowId,
    userId: text('user_id').notNull(),
    clientKey: text('client_key').notNull(),
    agencyId: uuid('agency_id').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    seconds: integer('seconds'),
    cells: integer('cells').notNull(),
    outcomes: jsonb('outcomes').$type<Outcome[]>().notNull(),
  },
  (t) => [
    keyOfRow(t),
    uniqueIndex('submission_key').on(t.divisionCode, t.userId, t.clientKey),
    index('submission_agency').on(t.divisionCode, t.agencyId, t.submittedAt),
  ],
)
true satisfies Same<typeof submissions.$inferSelect, Submission>

export const assignments = reportsSchema.table(
  'assignment',
  {
    divisionCode,
    taskId: uuid('task_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    userId: text('user_id').notNull(),
    userName: text('user_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.agencyId, t.taskId] })],
)
true satisfies Same<typeof assignments.$inferSelect, Assignment>

export const corrections = reportsSchema.table(
  'correction',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id').notNull(),
    reportId: uuid('report_id').notNull(),
    targetId: uuid('target_id').notNull(),
    before: doublePrecision('before').notNull(),
    after: doublePrecision('after').notNull(),
    reason: text('reason').notNull(),
    askedById: text('asked_by_id').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    status: text('status').$type<CorrectionStatus>().notNull(),
    settledBy: text('settled_by'),
    settledAt: moment('settled_at'),
    settledReason: text('settled_reason'),
  },
  (t) => [
    keyOfRow(t),
    uniqueIndex('correction_open').on(t.divisionCode, t.reportId, t.targetId).where(sql`status = 'asked'`),
    index('correction_programme').on(t.divisionCode, t.programmeId, t.askedAt),
  ],
)
true satisfies Same<typeof corrections.$inferSelect, Correction>

/** What the office says of how things stood when the programme began to run here; rows are added and never changed. */
export const openings = reportsSchema.table(
  'opening',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    /** A task or a target. */
    subjectId: uuid('subject_id').notNull(),
    said: text('said').$type<OpeningSaid>().notNull(),
    on: date('on_day'),
    value: doublePrecision('value'),
    undone: jsonb('undone').$type<string[]>().notNull(),
    from: text('from_where').notNull(),
    saidById: text('said_by_id').notNull(),
    saidBy: text('said_by').notNull(),
    saidAt: moment('said_at').notNull(),
  },
  (t) => [keyOfRow(t), index('opening_programme').on(t.divisionCode, t.programmeId, t.saidAt)],
)
true satisfies Same<typeof openings.$inferSelect, Opening>

export const reportRows: UniqueRows = {
  'reports.correction_open': () => faultErrors.already({}),
  'reports.report_valid': () => faultErrors.already({}),
  'reports.submission_key': () => faultErrors.already({}),
}
