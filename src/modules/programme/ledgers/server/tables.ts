import { bigint, index, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId } from '#platform/database/columns.ts'
import type { PolicyEntry, ProjectEntry, TaskNote } from '../domain/list-entry.ts'

export const ledgersSchema = pgSchema('ledgers')

export const projectEntries = ledgersSchema.table(
  'project_entry',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id'),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    content: text('content').notNull(),
    totalFen: bigint('total_fen', { mode: 'number' }),
    yearFen: bigint('year_fen', { mode: 'number' }),
    progress: text('progress').notNull(),
    agency: text('agency').notNull(),
    person: text('person').notNull(),
    start: text('start').notNull(),
    finish: text('finish').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (t) => [keyOfRow(t), index('project_entry_programme').on(t.divisionCode, t.programmeId, t.position)],
)
true satisfies Same<typeof projectEntries.$inferSelect, ProjectEntry>

export const policyEntries = ledgersSchema.table(
  'policy_entry',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id'),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    number: text('number').notNull(),
    clause: text('clause').notNull(),
    audience: text('audience').notNull(),
    delivery: text('delivery').notNull(),
    agency: text('agency').notNull(),
    deadline: text('deadline').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (t) => [keyOfRow(t), index('policy_entry_programme').on(t.divisionCode, t.programmeId, t.position)],
)
true satisfies Same<typeof policyEntries.$inferSelect, PolicyEntry>

export const taskNotes = ledgersSchema.table(
  'task_note',
  {
    divisionCode,
    taskId: uuid('task_id').notNull(),
    programmeId: uuid('programme_id').notNull(),
    person: text('person').notNull(),
    phone: text('phone').notNull(),
    measures: text('measures').notNull(),
    problem: text('problem'),
    nextStep: text('next_step').notNull(),
    remark: text('remark').notNull(),
    quarters: jsonb('quarters').$type<TaskNote['quarters']>().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.taskId] })],
)
true satisfies Same<typeof taskNotes.$inferSelect, TaskNote>
