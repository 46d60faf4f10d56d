import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** A leader's note to those who lead a task (批示、便条), kept with what they answered. */
export const Note = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  programmeId: z.uuid(),
  taskId: z.uuid(),
  text: z.string().trim().min(2, '请写明要求，至少两个字。').max(500).meta({ label: '批示内容' }),
  /** Lead agencies of the task on the day it was written; it is theirs to answer. */
  agencyIds: z.array(z.uuid()),
  writtenBy: z.string(),
  writerName: z.string(),
  writtenAt: Moment,
})
export type Note = z.infer<typeof Note>

/** What one of the agencies answered. */
export const NoteAnswer = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  noteId: z.uuid(),
  agencyId: z.uuid(),
  text: z.string().trim().min(2, '请写明办理情况，至少两个字。').max(1000).meta({ label: '办理情况' }),
  answererName: z.string(),
  answeredAt: Moment,
})
export type NoteAnswer = z.infer<typeof NoteAnswer>

interface Reader {
  role: string
  userId: string
}

/** Agencies of the note that have not answered yet. */
export const unanswered = (note: Pick<Note, 'agencyIds'>, answers: readonly Pick<NoteAnswer, 'agencyId'>[]): string[] =>
  note.agencyIds.filter((agencyId) => answers.every((answer) => answer.agencyId !== agencyId))

/** The agency in whose name a person may answer: one of the note's that is theirs; undefined when none is. */
export const answeringAgency = (note: Pick<Note, 'agencyIds'>, ownAgencyIds: readonly string[]): string | undefined =>
  note.agencyIds.find((agencyId) => ownAgencyIds.includes(agencyId))

/** Office and auditors see every note, a leader those of their own hand, an agency those it was asked. */
export function maySeeNote(
  note: Pick<Note, 'agencyIds' | 'writtenBy'>,
  { role, userId }: Reader,
  own: readonly string[],
): boolean {
  if (role === 'office' || role === 'auditor') return true
  return (role === 'leader' && note.writtenBy === userId) || answeringAgency(note, own) !== undefined
}
