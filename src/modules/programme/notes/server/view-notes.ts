import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { groupBy } from '#kernel/group-by.ts'
import { callAgencies, listOwnAgencyIds, listTaskTitles } from '#modules/programme/programmes/server/index.ts'
import { once } from '#platform/database/once.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type NoteView, noteContract } from '../contract.ts'
import { answeringAgency, maySeeNote, type Note, type NoteAnswer, unanswered } from '../domain/note.ts'
import { noteAnswers, notes } from './tables.ts'

/** Notes this person may read, newest first; of one task or of all. */
export const listVisibleNotes = (tx: Tx, actor: Actor, taskId?: string): Promise<readonly Note[]> =>
  once(tx, `briefings.notes ${actor.divisionCode} ${actor.userId} ${taskId}`, () => readVisible(tx, actor, taskId))

async function readVisible(tx: Tx, actor: Actor, taskId?: string): Promise<Note[]> {
  const own = await listOwnAgencyIds(tx, actor)
  const mine = eq(notes.divisionCode, actor.divisionCode)
  const rows = await tx
    .select()
    .from(notes)
    .where(taskId === undefined ? mine : and(mine, eq(notes.taskId, taskId)))
    .orderBy(desc(notes.writtenAt), desc(notes.id))
  return rows.filter((note) => maySeeNote(note, actor, own))
}

/** What was answered to these notes, oldest first. */
export async function listAnswers(tx: Tx, actor: Actor, of: readonly Note[]): Promise<NoteAnswer[]> {
  if (of.length === 0) return []
  const ids = of.map(({ id }) => id)
  return tx
    .select()
    .from(noteAnswers)
    .where(and(eq(noteAnswers.divisionCode, actor.divisionCode), inArray(noteAnswers.noteId, ids)))
    .orderBy(asc(noteAnswers.answeredAt), asc(noteAnswers.id))
}

/** Notes as shown: with answers, names and what the reader may do. */
export async function viewNotes(tx: Tx, actor: Actor, shown: readonly Note[]): Promise<NoteView[]> {
  const answers = await listAnswers(tx, actor, shown)
  const own = await listOwnAgencyIds(tx, actor)
  const titles = await listTaskTitles(tx, [...new Set(shown.map(({ taskId }) => taskId))], actor.divisionCode)
  const named = shown.flatMap(({ agencyIds }) => agencyIds)
  const nameOf = await callAgencies(tx, actor, named)
  const answersTo = groupBy(answers, ({ noteId }) => noteId)
  return shown.map((note) => {
    const mine = answersTo.get(note.id) ?? []
    const allowed = may(actor, noteContract.answerNote) && answeringAgency(note, own) !== undefined
    return {
      ...note,
      taskTitle: titles.get(note.taskId) ?? '',
      answers: mine.map((answer) => ({ ...answer, agencyName: nameOf(answer.agencyId) })),
      waitsFor: unanswered(note, mine).map(nameOf),
      can: { answerNote: { allowed, reason: allowed ? null : '由被批示的牵头单位回复。' } },
    }
  })
}

/** How many notes of a programme this person may read, and how many wait for an answer; null for who reads none. */
export async function countNotes(
  tx: Tx,
  actor: Actor,
  programmeId: string,
): Promise<{ all: number; open: number } | null> {
  if (!may(actor, noteContract.listNotes)) return null
  const shown = (await listVisibleNotes(tx, actor)).filter((note) => note.programmeId === programmeId)
  const answers = await listAnswers(tx, actor, shown)
  const open = shown.filter(
    (note) =>
      unanswered(
        note,
        answers.filter(({ noteId }) => noteId === note.id),
      ).length > 0,
  )
  return { all: shown.length, open: open.length }
}

/** The notes of one's own hand, newest first. */
export const listOwnNotes = async (tx: Tx, actor: Actor): Promise<NoteView[]> =>
  viewNotes(
    tx,
    actor,
    (await listVisibleNotes(tx, actor)).filter(({ writtenBy }) => writtenBy === actor.userId),
  )
