import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core' // biome-ignore format: one list
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId, withinOwner } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { Entry } from '../domain/entry.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { IssuingEdition } from '../domain/issuing.ts'
import type { Order } from '../domain/order.ts'
import type { Paper } from '../domain/paper.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { Request } from '../domain/request.ts'
import type { SupervisionSettings } from '../domain/settings.ts'

export const supervisionSchema = pgSchema('supervision')

export const orders = supervisionSchema.table(
  'order',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    assistIds: jsonb('assist_ids').$type<string[]>().notNull(),
    level: text('level').$type<Order['level']>().notNull(),
    standing: text('standing').$type<Order['standing']>().notNull().default('below'),
    state: text('state').$type<Order['state']>().notNull(),
    number: text('number'),
    matter: text('matter').notNull(),
    source: text('source').notNull(),
    requirement: text('requirement').notNull(),
    grounds: jsonb('grounds').$type<Order['grounds']>().notNull(),
    dueOn: date('due_on').notNull(),
    issuedOn: date('issued_on'),
    closedOn: date('closed_on'),
    urges: integer('urges').notNull(),
    rating: text('rating').$type<Order['rating']>(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    keyOfRow(t),
    index('order_programme').on(t.divisionCode, t.programmeId, t.state),
    index('order_task').on(t.divisionCode, t.taskId),
    // One task has one case for one agency that is not at its end.
    uniqueIndex('order_open').on(t.divisionCode, t.taskId, t.agencyId).where(sql`state not in ('closed', 'withdrawn')`),
    index('order_agency').on(t.divisionCode, t.agencyId, t.state),
  ],
)
true satisfies Same<typeof orders.$inferSelect, Order>

export const entries = supervisionSchema.table(
  'entry',
  {
    divisionCode,
    id: rowId,
    orderId: uuid('order_id').notNull(),
    position: integer('position').notNull(),
    act: text('act').$type<Entry['act']>().notNull(),
    at: moment('at').notNull(),
    byName: text('by_name').notNull(),
    byRole: text('by_role').$type<Entry['byRole']>().notNull(),
    agencyId: uuid('agency_id'),
    words: text('words').notNull(),
    paperId: uuid('paper_id'),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.orderId, orders),
    uniqueIndex('entry_order').on(t.divisionCode, t.orderId, t.position),
  ],
)
true satisfies Same<typeof entries.$inferSelect, Entry>

export const papers = supervisionSchema.table(
  'paper',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    orderId: uuid('order_id'),
    kind: text('kind').$type<Paper['kind']>().notNull(),
    word: text('word').notNull(),
    year: integer('year').notNull(),
    serial: integer('serial').notNull(),
    number: text('number').notNull(),
    issuer: text('issuer').notNull(),
    issuedOn: date('issued_on').notNull(),
    issuedAt: moment('issued_at').notNull(),
    issuedBy: text('issued_by').notNull(),
    dueOn: date('due_on'),
    content: jsonb('content').$type<Paper['content']>().notNull(),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.orderId, orders),
    uniqueIndex('paper_number').on(t.divisionCode, t.word, t.year, t.serial),
    index('paper_programme').on(t.divisionCode, t.programmeId),
    index('paper_order').on(t.divisionCode, t.orderId),
  ],
)
true satisfies Same<typeof papers.$inferSelect, Paper>

/** The last number given in each series of a year; its row is locked until the paper is written, so that none is left out. */
export const series = supervisionSchema.table(
  'series',
  { divisionCode, word: text('word').notNull(), year: integer('year').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.divisionCode, t.word, t.year] })],
)

export const requests = supervisionSchema.table(
  'request',
  {
    divisionCode,
    id: rowId,
    orderId: uuid('order_id').notNull(),
    kind: text('kind').$type<Request['kind']>().notNull(),
    state: text('state').$type<Request['state']>().notNull(),
    reason: text('reason').notNull(),
    wantedOn: date('wanted_on'),
    agencyId: uuid('agency_id').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: moment('answered_at'),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.orderId, orders),
    index('request_order').on(t.divisionCode, t.orderId),
    uniqueIndex('request_waiting').on(t.divisionCode, t.orderId).where(sql`state = 'asked'`),
  ],
)
true satisfies Same<typeof requests.$inferSelect, Request>

export const proposals = supervisionSchema.table(
  'proposal',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    key: text('key').notNull(),
    rule: text('rule').$type<Proposal['rule']>().notNull(),
    level: text('level').$type<Proposal['level']>().notNull(),
    taskId: uuid('task_id'),
    orderId: uuid('order_id'),
    agencyId: uuid('agency_id'),
    assistIds: jsonb('assist_ids').$type<string[]>().notNull(),
    matter: text('matter').notNull(),
    grounds: jsonb('grounds').$type<Proposal['grounds']>().notNull(),
    sinceOn: date('since_on').notNull(),
    proposedOn: date('proposed_on').notNull(),
    state: text('state').$type<Proposal['state']>().notNull(),
    heldUntilOn: date('held_until_on'),
    settledBy: text('settled_by'),
    settledReason: text('settled_reason'),
    settledAt: moment('settled_at'),
  },
  (t) => [
    keyOfRow(t),
    index('proposal_programme').on(t.divisionCode, t.programmeId, t.state),
    uniqueIndex('proposal_open').on(t.divisionCode, t.programmeId, t.key).where(sql`state in ('open', 'setAside')`),
  ],
)
true satisfies Same<typeof proposals.$inferSelect, Proposal>

/** The last day on which the proposals of a programme were worked out. */
export const proposalRuns = supervisionSchema.table(
  'proposal_run',
  { divisionCode, programmeId: uuid('programme_id').notNull(), ranOn: date('ran_on').notNull() },
  (t) => [primaryKey({ columns: [t.divisionCode, t.programmeId] })],
)

export const settings = supervisionSchema.table(
  'settings',
  {
    divisionCode,
    programmeId: uuid('programme_id').notNull(),
    settings: jsonb('settings').$type<SupervisionSettings>().notNull(),
    editions: jsonb('editions').$type<[IssuingEdition, ...IssuingEdition[]]>(),
    savedBy: text('saved_by').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.programmeId] })],
)

export const supervisionRows: UniqueRows = {
  'supervision.order_open': () => supervisionErrors.alreadyOpen({ number: null }),
  'supervision.entry_order': () => faultErrors.crossed({}),
  'supervision.paper_number': () => faultErrors.crossed({}),
  'supervision.request_waiting': () => supervisionErrors.requestWaits({}),
  'supervision.proposal_open': () => faultErrors.already({}),
}
