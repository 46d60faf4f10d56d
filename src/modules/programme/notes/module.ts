import { defineModule } from '#platform/operation/implement.ts'
import { answerNote, listNotes, listTaskNotes, writeNote } from './server/note-operations.ts'

/** What leaders write to those who lead a task, and what these answer (批示). */
export const notes = defineModule({
  name: 'notes',
  title: '领导批示',
  operations: [listTaskNotes, listNotes, writeNote, answerNote],
  listens: [],
})
