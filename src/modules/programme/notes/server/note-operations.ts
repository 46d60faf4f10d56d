import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { getTaskRow, listLeadAgencyIds, listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import { owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { noteContract, type TaskNotes } from '../contract.ts'
import { noteErrors } from '../domain/errors.ts'
import { answeringAgency } from '../domain/note.ts'
import { noteAnswers, notes } from './tables.ts'
import { listVisibleNotes, viewNotes } from './view-notes.ts'

const noLeadWords = '任务没有明确牵头单位，批示无人接收。'

async function viewTaskNotes(tx: Tx, actor: Actor, taskId: string): Promise<TaskNotes> {
  const shown = await viewNotes(tx, actor, await listVisibleNotes(tx, actor, taskId))
  const leads = await listLeadAgencyIds(tx, owned(taskId, actor))
  const writes = may(actor, noteContract.writeNote)
  const reason = writes ? (leads.length === 0 ? noLeadWords : null) : '批示由县领导填写。'
  return { notes: shown, can: { writeNote: { allowed: reason === null, reason } } }
}

export const listTaskNotes = implement(noteContract.listTaskNotes, async ({ input, tx, actor }) => {
  const task = await getTaskRow(tx, input.taskId, actor)
  return viewTaskNotes(tx, actor, task.id)
})

export const listNotes = implement(noteContract.listNotes, async ({ tx, actor }) =>
  viewNotes(tx, actor, await listVisibleNotes(tx, actor)),
)

export const writeNote = implement(noteContract.writeNote, async (call) => {
  const { input, tx, actor, now, about } = call
  const task = await getTaskRow(tx, input.taskId, actor)
  const agencyIds = await listLeadAgencyIds(tx, task)
  if (agencyIds.length === 0) throw noteErrors.noLead({ title: task.title })
  const { divisionCode, programmeId, id: taskId } = task
  const note = { divisionCode, programmeId, taskId, id: newId(now.getTime()), text: input.text, agencyIds }
  await tx.insert(notes).values({ ...note, writtenBy: actor.userId, writerName: actor.name, writtenAt: now })
  const telling = { kind: 'leaderNote' as const, text: input.text, link: `/tasks/${taskId}` }
  const title = `${actor.name}对“${task.title}”作出批示`.slice(0, 100)
  for (const agencyId of agencyIds) await notify(call, { ...telling, title, to: { agencyId }, key: `note:${note.id}` })
  await notify(call, { ...telling, title, to: { roles: ['office'] }, key: `note:${note.id}` })
  about(`任务“${task.title}”的批示`)
  return viewTaskNotes(tx, actor, taskId)
})

export const answerNote = implement(noteContract.answerNote, async (call) => {
  const { input, tx, actor, now, about } = call
  const [note] = await tx
    .select()
    .from(notes)
    .where(sameRow(notes, owned(input.noteId, actor)))
  if (!note) throw noteErrors.noteNotFound({})
  const agencyId = answeringAgency(note, await listOwnAgencyIds(tx, actor))
  if (agencyId === undefined) throw noteErrors.notAsked({})
  const task = await getTaskRow(tx, note.taskId, actor)
  const { divisionCode } = actor
  const answer = { divisionCode, id: newId(now.getTime()), noteId: note.id, agencyId, text: input.text }
  await tx.insert(noteAnswers).values({ ...answer, answererName: actor.name, answeredAt: now })
  await notify(call, {
    to: { userId: note.writtenBy, roles: ['leader'] },
    kind: 'leaderNote',
    title: `“${task.title}”的批示有回复`.slice(0, 100),
    text: input.text,
    link: `/tasks/${task.id}`,
    key: `note-answer:${answer.id}`,
  })
  about(`任务“${task.title}”的批示`)
  return viewTaskNotes(tx, actor, task.id)
})
