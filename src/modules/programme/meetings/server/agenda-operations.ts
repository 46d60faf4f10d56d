import { newId } from '#kernel/ids.ts'
import { loadContents, programmeErrors } from '#modules/programme/programmes/server/index.ts'
import { ofRows, owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement, implementForm } from '#platform/operation/implement.ts'
import { meetingContract } from '../contract.ts'
import { type AgendaItem, listTaken, reorder } from '../domain/agenda.ts'
import { assertUpcoming, meetingErrors } from '../domain/errors.ts'
import type { Meeting } from '../domain/meeting.ts'
import { type ProposedItem, proposeAgenda as propose } from '../domain/propose-agenda.ts'
import { type EarlierItem, listEarlier, whyRepeated } from '../domain/second-meeting.ts'
import { loadProgrammeFacts, toAgendaFacts } from './agenda-facts.ts'
import { listMeetingRows, lockMeeting, type OpenedMeeting } from './load-meeting.ts'
import { addAgendaAgencies } from './meeting-operations.ts'
import { agendaItems, meetings } from './tables.ts'
import { viewMeeting } from './view-meeting.ts'

/**
 * Draws up the agenda from the facts of today, or brings an earlier proposal up to date: reasons of known items are told anew,
 * new ones come last, and what people removed, added or moved stays as they left it. What an earlier meeting of the same period
 * has on its agenda is set down among the removed items with that reason, to be restored by who wants it again.
 */
export const proposeAgenda = implement(meetingContract.proposeAgenda, async (call) => {
  const { input, tx, actor, now, today, about } = call
  const opened = await lockMeeting(tx, input.meetingId, actor)
  assertUpcoming(opened.meeting)
  const { meeting } = opened
  const facts = await loadProgrammeFacts(tx, owned(meeting.programmeId, meeting), { now, today })
  const asked = await toAgendaFacts(tx, facts, meeting)
  const earlier = await listEarlierItems(tx, meeting, today)
  const proposed = propose(asked).map((item) => ({ ...item, removedReason: whyRepeated(item, earlier) }))
  const by = { addedBy: actor.name, addedAt: now, asOf: today }
  for (const item of freshItems(opened, proposed, by)) await tx.insert(agendaItems).values(item)
  for (const known of opened.items) await retell(tx, known, { proposed, today })
  await tx.update(meetings).set({ agendaOn: today }).where(sameRow(meetings, meeting))
  const taken = proposed.filter(({ removedReason }) => removedReason === null)
  const taskIds = new Set(taken.flatMap(({ taskId }) => taskId ?? []))
  await addAgendaAgencies(
    tx,
    meeting,
    facts.tasks.filter(({ id }) => taskIds.has(id)).flatMap(({ leads }) => leads),
  )
  about(`会议“${meeting.title}”的议程`, { proposed: taken.length })
  return viewMeeting(call, meeting.id)
})

type Sifted = ProposedItem & Pick<AgendaItem, 'removedReason'>

async function listEarlierItems(tx: Tx, meeting: Meeting, today: string): Promise<EarlierItem[]> {
  const earlier = listEarlier(meeting, await listMeetingRows(tx, meeting.programmeId, meeting.divisionCode), today)
  const byId = new Map(earlier.map((one) => [one.id, one]))
  if (byId.size === 0) return []
  const items = await tx
    .select()
    .from(agendaItems)
    .where(ofRows(agendaItems.meetingId, [...byId.keys()], meeting))
  return listTaken(items).flatMap(({ key, reasons, meetingId }) => {
    const its = byId.get(meetingId)
    return its ? [{ key, reasons, meeting: its }] : []
  })
}

function freshItems(
  { meeting, items }: OpenedMeeting,
  proposed: readonly Sifted[],
  by: Pick<AgendaItem, 'addedBy' | 'addedAt' | 'asOf'>,
): AgendaItem[] {
  const known = new Set(items.map(({ key }) => key))
  const last = Math.max(0, ...items.map(({ position }) => position))
  const lastProposed = Math.max(0, ...items.map(({ proposedAs }) => proposedAs ?? 0))
  return proposed
    .filter(({ key }) => !known.has(key))
    .map((item, i) => ({
      ...item,
      ...by,
      id: newId(by.addedAt.getTime()),
      divisionCode: meeting.divisionCode,
      meetingId: meeting.id,
      proposedAs: lastProposed + i + 1,
      position: last + i + 1,
      removedBy: null,
    }))
}

async function retell(
  tx: Tx,
  known: AgendaItem,
  { proposed, today }: { proposed: readonly Sifted[]; today: string },
): Promise<void> {
  const again = proposed.find(({ key }) => key === known.key)
  if (!again) return
  // What nobody removed but the first meeting had comes back as soon as there is something new to say of it.
  const bySifting = known.removedReason !== null && known.removedBy === null
  const removedReason = bySifting ? again.removedReason : known.removedReason
  await tx
    .update(agendaItems)
    .set({ reasons: again.reasons, asOf: today, removedReason })
    .where(sameRow(agendaItems, known))
}

export const addAgendaItem = implement(meetingContract.addAgendaItem, async (call) => {
  const { input, tx, actor, now, about } = call
  const opened = await lockMeeting(tx, input.meetingId, actor)
  assertUpcoming(opened.meeting)
  const { tasks } = await loadContents(tx, owned(opened.meeting.programmeId, actor))
  const task = tasks.find(({ id }) => id === input.taskId)
  if (input.taskId !== null && !task) throw programmeErrors.taskElsewhere({})
  const item: AgendaItem = {
    id: newId(now.getTime()),
    divisionCode: actor.divisionCode,
    meetingId: opened.meeting.id,
    key: null,
    taskId: input.taskId,
    title: input.title,
    reasons: [],
    asked: input.asked,
    proposedAs: null,
    asOf: null,
    position: Math.max(0, ...opened.items.map(({ position }) => position)) + 1,
    removedBy: null,
    removedReason: null,
    addedBy: actor.name,
    addedAt: now,
  }
  await tx.insert(agendaItems).values(item)
  if (task) await addAgendaAgencies(tx, opened.meeting, task.leads)
  about(`会议“${opened.meeting.title}”的议程`, { added: item.title })
  return viewMeeting(call, opened.meeting.id)
})

export const orderAgenda = implementForm(
  meetingContract.orderAgenda,
  async ({ input, tx, actor }) => ({
    itemIds: listTaken((await lockMeeting(tx, input.meetingId, actor)).items).map(({ id }) => id),
  }),
  async (call) => {
    const { input, tx, actor, about } = call
    const opened = await lockMeeting(tx, input.meetingId, actor)
    assertUpcoming(opened.meeting)
    const ordered = reorder(opened.items, input.itemIds)
    if (!ordered) throw meetingErrors.orderIncomplete({})
    for (const item of ordered)
      await tx.update(agendaItems).set({ position: item.position }).where(sameRow(agendaItems, item))
    about(`会议“${opened.meeting.title}”的议程`, { order: ordered.map(({ title }) => title) })
    return viewMeeting(call, opened.meeting.id)
  },
)

const itemOf = ({ items }: OpenedMeeting, itemId: string): AgendaItem => {
  const item = items.find(({ id }) => id === itemId)
  if (!item) throw meetingErrors.itemNotFound({})
  return item
}

export const removeAgendaItem = implement(meetingContract.removeAgendaItem, async (call) => {
  const { input, tx, actor, about } = call
  const opened = await lockMeeting(tx, input.meetingId, actor)
  assertUpcoming(opened.meeting)
  const item = itemOf(opened, input.itemId)
  const removed = { removedBy: actor.name, removedReason: input.reason }
  await tx.update(agendaItems).set(removed).where(sameRow(agendaItems, item))
  about(`会议“${opened.meeting.title}”的议题“${item.title}”`, { reason: input.reason })
  return viewMeeting(call, opened.meeting.id)
})

/** A removed item comes back as the last one. */
export const restoreAgendaItem = implement(meetingContract.restoreAgendaItem, async (call) => {
  const { input, tx, actor, about } = call
  const opened = await lockMeeting(tx, input.meetingId, actor)
  assertUpcoming(opened.meeting)
  const item = itemOf(opened, input.itemId)
  const position = Math.max(0, ...listTaken(opened.items).map((one) => one.position)) + 1
  await tx.update(agendaItems).set({ removedBy: null, removedReason: null, position }).where(sameRow(agendaItems, item))
  about(`会议“${opened.meeting.title}”的议题“${item.title}”`)
  return viewMeeting(call, opened.meeting.id)
})
