import { jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, moment } from '#platform/database/columns.ts'
import { registryTables } from '#platform/registry/registry-tables.ts'
import type { TaskNote } from '../domain/task-note.ts'
import { policyRegistry, projectRegistry } from '../registries.ts'

export const ledgersSchema = pgSchema('ledgers')

export const projectTables = registryTables(ledgersSchema, 'project_entry', projectRegistry)
export const { current: projectEntries, versions: projectVersions } = projectTables

export const policyTables = registryTables(ledgersSchema, 'policy_entry', policyRegistry)
export const { current: policyEntries, versions: policyVersions } = policyTables

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
