import type { Actor } from '#kernel/actor.ts'
import { agencyStaff } from '#kernel/actor.ts'
import type { Todo } from '#kernel/todo.ts'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { answeringAgency } from '../domain/note.ts'
import { listAnswers, listVisibleNotes } from './view-notes.ts'

const briefly = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

/** Notes of leaders that wait for the answer of this person's agency. */
export async function listTodos(tx: Tx, actor: Actor, programmeId: string): Promise<Todo[]> {
  if (!agencyStaff.includes(actor.role)) return []
  const own = await listOwnAgencyIds(tx, actor)
  const asked = (await listVisibleNotes(tx, actor)).filter((note) => note.programmeId === programmeId)
  const answers = await listAnswers(tx, actor, asked)
  const answered = new Set(answers.map(({ noteId, agencyId }) => `${noteId} ${agencyId}`))
  const waiting = asked.filter((note) => !answered.has(`${note.id} ${answeringAgency(note, own)}`))
  return waiting.map(({ taskId, writerName, text }) => ({
    kind: 'note',
    title: `回复${writerName}的批示：${briefly(text)}`,
    dueOn: null,
    link: `/tasks/${taskId}`,
  }))
}
