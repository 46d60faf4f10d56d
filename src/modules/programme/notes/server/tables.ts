import { index, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, rowId, withinOwner } from '#platform/database/columns.ts'
import type { Note, NoteAnswer } from '../domain/note.ts'

export const notesSchema = pgSchema('notes')

export const notes = notesSchema.table(
  'note',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id').notNull(),
    text: text('text').notNull(),
    agencyIds: jsonb('agency_ids').$type<string[]>().notNull(),
    writtenBy: text('written_by').notNull(),
    writerName: text('writer_name').notNull(),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
  },
  (t) => [keyOfRow(t), index('note_task').on(t.divisionCode, t.taskId)],
)
true satisfies Same<typeof notes.$inferSelect, Note>

export const noteAnswers = notesSchema.table(
  'note_answer',
  {
    divisionCode,
    id: rowId,
    noteId: uuid('note_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    text: text('text').notNull(),
    answererName: text('answerer_name').notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }).notNull(),
  },
  (t) => [keyOfRow(t), withinOwner(t, t.noteId, notes), index('note_answer_note').on(t.divisionCode, t.noteId)],
)
true satisfies Same<typeof noteAnswers.$inferSelect, NoteAnswer>
