import { defineModule } from '#platform/operation/implement.ts'
import { listContacts, saveContact } from './server/contacts.ts'
import { getHome } from './server/get-home.ts'
import { listMatters } from './server/list-matters.ts'
import { answerNote, listNotes, listTaskNotes, writeNote } from './server/notes.ts'

/** What people see first: the home of a programme, a leader's own list, the notes that go to and fro. */
export const briefings = defineModule({
  name: 'briefings',
  title: '要情',
  operations: [getHome, listMatters, listTaskNotes, listNotes, writeNote, answerNote, listContacts, saveContact],
  listens: [],
})
