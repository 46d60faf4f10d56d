import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { contract } from '#kernel/contract.ts'
import { Note, NoteAnswer } from './domain/note.ts'

const taskId = z.uuid()

/** A leader's note with every answer, and whose answer it still waits for. */
export const NoteView = Note.omit({ divisionCode: true, agencyIds: true }).extend({
  taskTitle: z.string(),
  answers: z.array(NoteAnswer.omit({ divisionCode: true, noteId: true }).extend({ agencyName: z.string() })),
  waitsFor: z.array(z.string()),
  can: z.object({ answerNote: Allowed }),
})
export type NoteView = z.infer<typeof NoteView>

/** The notes of a task, and whether this person may write one. */
export const TaskNotes = z.object({ notes: z.array(NoteView), can: z.object({ writeNote: Allowed }) })
export type TaskNotes = z.infer<typeof TaskNotes>

const noteReaders = ['office', 'leader', 'auditor', ...agencyStaff] as const

export const noteContract = contract('notes', {
  listTaskNotes: {
    path: 'GET /tasks/:taskId/notes',
    title: '查看任务批示',
    by: staff,
    input: z.object({ taskId }),
    output: TaskNotes,
  },
  listNotes: {
    path: 'GET /leader-notes',
    title: '查看领导批示',
    by: noteReaders,
    input: z.object({}),
    output: z.array(NoteView),
  },
  writeNote: {
    path: 'POST /tasks/:taskId/notes',
    title: '批示任务',
    by: ['leader'],
    input: Note.pick({ text: true }).extend({ taskId }),
    output: TaskNotes,
  },
  answerNote: {
    path: 'POST /leader-notes/:noteId/answers',
    title: '回复领导批示',
    by: agencyStaff,
    input: NoteAnswer.pick({ text: true }).extend({ noteId: z.uuid() }),
    output: TaskNotes,
  },
})
