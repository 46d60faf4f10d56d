import { sql } from 'drizzle-orm'
import { char, date, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CompiledPlan, Period } from '#compiler/compiled-plan.ts'
import type { Same } from '#kernel/same.ts'
import type { Span } from '#kernel/span.ts'
import { divisionCode, keyOfRow, moment, rowId, withinOwner } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { Notice, PageRange } from '#platform/reading/document.ts'
import type { Correction } from '../domain/corrections/correction.ts'
import type { Ground } from '../domain/corrections/ground.ts'
import type { HandIn, HandInState } from '../domain/hand-in.ts'
import type { Plan, PlanState } from '../domain/plan.ts'

export const plansSchema = pgSchema('plans')

export const plans = plansSchema.table(
  'plan',
  {
    divisionCode,
    id: rowId,
    title: text('title').notNull(),
    issuer: text('issuer'),
    number: text('number'),
    issuedOn: date('issued_on'),
    period: jsonb('period').$type<Period>(),
    state: text('state').$type<PlanState>().notNull(),
    seriesId: uuid('series_id').notNull(),
    version: integer('version').notNull(),
    fileName: text('file_name').notNull(),
    textSha256: char('text_sha256', { length: 64 }).notNull(),
    fileSha256: char('file_sha256', { length: 64 }).notNull(),
    compiler: text('compiler').notNull(),
    revision: integer('revision').notNull(),
    handedInBy: text('handed_in_by').notNull(),
    handedInAt: moment('handed_in_at').notNull(),
    publishedBy: text('published_by'),
    publishedAt: moment('published_at'),
    amendedAt: moment('amended_at'),
    carried: jsonb('carried').$type<Plan['carried']>(),
  },
  (t) => [
    keyOfRow(t),
    uniqueIndex('plan_text').on(t.divisionCode, t.textSha256).where(sql`state <> 'discarded'`),
    uniqueIndex('plan_series').on(t.divisionCode, t.seriesId, t.version),
  ],
)
true satisfies Same<typeof plans.$inferSelect, Plan>

/** What is large and read only when a plan is opened, beside the row that lists show. */
export const compilations = plansSchema.table(
  'compilation',
  {
    divisionCode,
    planId: uuid('plan_id').notNull(),
    compiled: jsonb('compiled').$type<CompiledPlan>().notNull(),
    pages: jsonb('pages').$type<PageRange[]>().notNull(),
    notices: jsonb('notices').$type<Notice[]>().notNull(),
    compiledAt: moment('compiled_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.planId] }), withinOwner(t, t.planId, plans)],
)

export const corrections = plansSchema.table(
  'correction',
  {
    divisionCode,
    id: rowId,
    planId: uuid('plan_id').notNull(),
    correction: jsonb('correction').$type<Correction>().notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: moment('made_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: moment('undone_at'),
    ground: jsonb('ground').$type<Ground>(),
  },
  (t) => [keyOfRow(t), withinOwner(t, t.planId, plans), index('correction_plan').on(t.divisionCode, t.planId)],
)

export const acceptances = plansSchema.table(
  'acceptance',
  {
    divisionCode,
    id: rowId,
    planId: uuid('plan_id').notNull(),
    code: text('code').notNull(),
    at: jsonb('at').$type<Span>().notNull(),
    reason: text('reason').notNull(),
    acceptedBy: text('accepted_by').notNull(),
    acceptedAt: moment('accepted_at').notNull(),
    withdrawnBy: text('withdrawn_by'),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [keyOfRow(t), withinOwner(t, t.planId, plans), index('acceptance_plan').on(t.divisionCode, t.planId)],
)

export const handIns = plansSchema.table(
  'hand_in',
  {
    divisionCode,
    id: rowId,
    fileName: text('file_name').notNull(),
    fileSha256: char('file_sha256', { length: 64 }).notNull(),
    byteLength: integer('byte_length').notNull(),
    state: text('state').$type<HandInState>().notNull(),
    stage: text('stage').notNull(),
    done: integer('done').notNull(),
    total: integer('total').notNull(),
    attempts: integer('attempts').notNull().default(0),
    refusal: text('refusal'),
    planId: uuid('plan_id'),
    handedInBy: text('handed_in_by').notNull(),
    handedInAt: moment('handed_in_at').notNull(),
  },
  (t) => [keyOfRow(t), withinOwner(t, t.planId, plans), index('hand_in_recent').on(t.divisionCode, t.handedInAt)],
)
true satisfies Same<typeof handIns.$inferSelect, HandIn>

export const planRows: UniqueRows = {
  'plans.plan_text': () => faultErrors.already({}),
  'plans.plan_series': () => faultErrors.crossed({}),
}
