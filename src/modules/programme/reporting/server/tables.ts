import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId, withinOwner } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { Rhythm } from '../domain/cycle.ts'
import { reportingErrors } from '../domain/errors.ts'
import type {
  Delegation,
  OutsideValue,
  Question,
  QuestionAnswer,
  ReportingSetting,
  SourceKind,
  TargetSource,
} from '../domain/reporting.ts'

export const reportingSchema = pgSchema('reporting')

const kept = {
  divisionCode,
  id: rowId,
  programmeId: uuid('programme_id').notNull(),
  savedBy: text('saved_by').notNull(),
  savedAt: moment('saved_at').notNull(),
}

export const reportingSettings = reportingSchema.table(
  'reporting_setting',
  {
    ...kept,
    every: text('every').$type<Rhythm['every']>().notNull(),
    dueDay: integer('due_day').notNull(),
    dueIn: text('due_in').$type<Rhythm['dueIn']>().notNull(),
    restDay: text('rest_day').$type<Rhythm['restDay']>().notNull().default('after'),
    holdsFrom: date('holds_from').notNull(),
    withMeasures: boolean('with_measures').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [keyOfRow(t), index('reporting_setting_programme').on(t.divisionCode, t.programmeId)],
)
true satisfies Same<typeof reportingSettings.$inferSelect, ReportingSetting>

export const targetSources = reportingSchema.table(
  'target_source',
  {
    ...kept,
    targetId: uuid('target_id').notNull(),
    source: text('source').$type<SourceKind>().notNull(),
    from: text('from_whom'),
  },
  (t) => [keyOfRow(t), index('target_source_programme').on(t.divisionCode, t.programmeId)],
)
true satisfies Same<typeof targetSources.$inferSelect, TargetSource>

export const outsideValues = reportingSchema.table(
  'outside_value',
  {
    ...kept,
    targetId: uuid('target_id').notNull(),
    value: doublePrecision('value').notNull(),
    on: date('as_of_on').notNull(),
    from: text('from_where').notNull(),
  },
  (t) => [keyOfRow(t), index('outside_value_programme').on(t.divisionCode, t.programmeId)],
)
true satisfies Same<typeof outsideValues.$inferSelect, OutsideValue>

export const delegations = reportingSchema.table(
  'delegation',
  {
    ...kept,
    taskId: uuid('task_id').notNull(),
    fromAgencyId: uuid('from_agency_id').notNull(),
    toAgencyId: uuid('to_agency_id').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    reason: text('reason').notNull(),
  },
  (t) => [
    keyOfRow(t),
    index('delegation_programme').on(t.divisionCode, t.programmeId),
    // One that was ended before it began is none.
    uniqueIndex('delegation_begin')
      .on(t.divisionCode, t.taskId, t.fromAgencyId, t.fromOn)
      .where(sql`to_on is null or to_on >= from_on`),
  ],
)
true satisfies Same<typeof delegations.$inferSelect, Delegation>

export const questions = reportingSchema.table(
  'question',
  {
    ...kept,
    cycle: text('cycle').notNull(),
    text: text('text').notNull(),
    kind: text('kind').$type<Question['kind']>().notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    keyOfRow(t),
    index('question_programme').on(t.divisionCode, t.programmeId, t.cycle),
    uniqueIndex('question_asked').on(t.divisionCode, t.programmeId, t.cycle, t.text).where(sql`withdrawn_at is null`),
  ],
)
true satisfies Same<typeof questions.$inferSelect, Question>

export const questionAnswers = reportingSchema.table(
  'question_answer',
  {
    divisionCode,
    questionId: uuid('question_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    answer: text('answer').notNull(),
    answeredBy: text('answered_by').notNull(),
    answeredAt: moment('answered_at').notNull(),
  },
  (t) => [withinOwner(t, t.questionId, questions), primaryKey({ columns: [t.divisionCode, t.questionId, t.agencyId] })],
)
true satisfies Same<typeof questionAnswers.$inferSelect, QuestionAnswer>

export const reportingRows: UniqueRows = {
  'reporting.delegation_begin': () => reportingErrors.alreadyDelegated({ fromOn: null }),
  'reporting.question_asked': () => faultErrors.already({}),
}
