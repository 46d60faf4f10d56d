import {
  char,
  date,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, rowId, withinOwner } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { Attachment, FileKind, Intake, StoredFile } from '../domain/file.ts'

export const filesSchema = pgSchema('files')

export const files = filesSchema.table(
  'file',
  {
    divisionCode,
    id: rowId,
    sha256: char('sha256', { length: 64 }).notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<FileKind>().notNull(),
    byteLength: integer('byte_length').notNull(),
    uploadedById: text('uploaded_by_id').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull(),
    words: text('words'),
    wordsRefusal: text('words_refusal'),
  },
  (t) => [keyOfRow(t), uniqueIndex('file_of_person').on(t.divisionCode, t.sha256, t.uploadedById)],
)
true satisfies Same<typeof files.$inferSelect, StoredFile>

export const attachments = filesSchema.table(
  'attachment',
  {
    divisionCode,
    toKind: text('to_kind').notNull(),
    toId: uuid('to_id').notNull(),
    position: integer('position').notNull(),
    fileId: uuid('file_id').notNull(),
    visibleTo: uuid('visible_to').array(),
  },
  (t) => [
    withinOwner(t, t.fileId, files),
    primaryKey({ columns: [t.divisionCode, t.toKind, t.toId, t.fileId] }),
    index('attachment_file').on(t.divisionCode, t.fileId),
  ],
)
true satisfies Same<typeof attachments.$inferSelect, Attachment>

export const intakes = filesSchema.table(
  'intake',
  {
    divisionCode,
    personId: text('person_id').notNull(),
    takenOn: date('taken_on').notNull(),
    sha256: char('sha256', { length: 64 }).notNull(),
    byteLength: integer('byte_length').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.divisionCode, t.personId, t.takenOn, t.sha256] }),
    index('intake_bytes').on(t.divisionCode, t.sha256),
  ],
)
true satisfies Same<typeof intakes.$inferSelect, Intake>

export const fileRows: UniqueRows = { 'files.file_of_person': () => faultErrors.already({}) }
