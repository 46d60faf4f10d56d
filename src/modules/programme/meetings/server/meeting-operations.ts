import { and, eq, ne } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { ofRow, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { meetingContract } from '../contract.ts'
import { listTaken } from '../domain/agenda.ts'
import { assertUpcoming, meetingErrors } from '../domain/errors.ts'
import { type Meeting, type MeetingAgency, type MeetingChange, meetingFlow, whenAndWhere } from '../domain/meeting.ts'
import { listSeries } from './list-meetings.ts'
import { lockMeeting } from './load-meeting.ts'
import { meetingAgencies, meetingChanges, meetings } from './tables.ts'
import { viewMeeting } from './view-meeting.ts'

export const getMeeting = implement(meetingContract.getMeeting, (call) => viewMeeting(call, call.input.meetingId))

const filled = (text: string | null): string | null => (text === null || text === '' ? null : text)

export const planMeeting = implement(meetingContract.planMeeting, async (call) => {
  const { input, tx, actor, now, about } = call
  await getProgrammeRow(tx, input.programmeId, actor)
  if (input.seriesKey !== null) {
    const series = await listSeries(call, input.programmeId)
    if (!series.some(({ key }) => key === input.seriesKey)) throw meetingErrors.seriesNotFound({})
  }
  const meeting: Meeting = {
    ...input,
    periodOn: input.seriesKey === null ? null : (input.periodOn ?? input.heldOn),
    id: newId(now.getTime()),
    divisionCode: actor.divisionCode,
    place: filled(input.place),
    chair: filled(input.chair),
    state: 'planned',
    minutesYear: null,
    minutesNumber: null,
    issuedOn: null,
    agendaOn: null,
    plannedBy: actor.name,
    plannedAt: now,
  }
  await refuseSame(tx, meeting)
  await tx.insert(meetings).values(meeting)
  about(`会议“${meeting.title}”`, { heldOn: meeting.heldOn })
  return viewMeeting(call, meeting.id)
})

/** One name, day and hour is one meeting, unless it was called off. */
async function refuseSame(tx: Tx, meeting: Meeting): Promise<void> {
  const { id, divisionCode, programmeId, title, heldOn, startsAt } = meeting
  const ofProgramme = and(eq(meetings.divisionCode, divisionCode), eq(meetings.programmeId, programmeId))
  const same = and(ofProgramme, eq(meetings.title, title), eq(meetings.heldOn, heldOn))
  const others = await tx
    .select({ startsAt: meetings.startsAt })
    .from(meetings)
    .where(and(same, ne(meetings.id, id), ne(meetings.state, 'cancelled')))
  if (others.some((other) => other.startsAt === startsAt)) throw meetingErrors.alreadyPlanned({})
}

export const moveMeeting = implementForm(
  meetingContract.moveMeeting,
  async ({ input, tx, actor }) => {
    const { heldOn, startsAt, place, chair } = (await lockMeeting(tx, input.meetingId, actor)).meeting
    return { heldOn, startsAt, place, chair }
  },
  async (call) => {
    const { input, tx, about } = call
    const { meeting, agencies } = await lockMeeting(tx, input.meetingId, call.actor)
    assertUpcoming(meeting)
    const { heldOn, startsAt } = input
    const moved: Meeting = { ...meeting, heldOn, startsAt, place: filled(input.place), chair: filled(input.chair) }
    await refuseSame(tx, moved)
    await tx.update(meetings).set(moved).where(sameRow(meetings, meeting))
    const change = await keepChange(call, { what: 'moved', meeting, after: whenAndWhere(moved), reason: input.reason })
    if (meeting.state === 'called') await tellAgencies(call, { meeting: moved, agencies, change })
    about(`会议“${meeting.title}”`, { before: change.before, after: change.after, reason: input.reason })
    return viewMeeting(call, meeting.id)
  },
)

export const cancelMeeting = implement(meetingContract.cancelMeeting, async (call) => {
  const { input, tx, about } = call
  const { meeting, agencies } = await lockMeeting(tx, input.meetingId, call.actor)
  const state = meetingFlow.next(meeting.state, 'cancel')
  await tx.update(meetings).set({ state }).where(sameRow(meetings, meeting))
  const change = await keepChange(call, { what: 'cancelled', meeting, after: '取消', reason: input.reason })
  if (meeting.state === 'called') await tellAgencies(call, { meeting, agencies, change })
  about(`会议“${meeting.title}”`, { reason: input.reason })
  return viewMeeting(call, meeting.id)
})

/** Told to the staff of every agency called, and to the leaders; the agenda must say what for. */
export const callMeeting = implement(meetingContract.callMeeting, async (call) => {
  const { input, tx, about } = call
  const { meeting, items, agencies } = await lockMeeting(tx, input.meetingId, call.actor)
  const state = meetingFlow.next(meeting.state, 'call')
  if (listTaken(items).length === 0) throw meetingErrors.agendaEmpty({})
  await tx.update(meetings).set({ state }).where(sameRow(meetings, meeting))
  await tellAgencies(call, { meeting, agencies, change: null })
  about(`会议“${meeting.title}”`, { agencies: agencies.map(({ name }) => name) })
  return viewMeeting(call, meeting.id)
})

export const setParticipants = implementForm(
  meetingContract.setParticipants,
  async ({ input, tx, actor }) => ({
    agencyIds: (await lockMeeting(tx, input.meetingId, actor)).agencies.map(({ agencyId }) => agencyId).sort(),
  }),
  async (call) => {
    const { input, tx, actor, about } = call
    const { meeting, agencies } = await lockMeeting(tx, input.meetingId, actor)
    assertUpcoming(meeting)
    const names = await getAgencyNames(tx, input.agencyIds, actor)
    if (input.agencyIds.some((id) => !names.has(id))) throw meetingErrors.agencyUnknown({})
    const from = new Map(agencies.map((agency) => [agency.agencyId, agency.from]))
    const rows: MeetingAgency[] = [...new Set(input.agencyIds)].map((agencyId) => ({
      divisionCode: actor.divisionCode,
      meetingId: meeting.id,
      agencyId,
      name: names.get(agencyId) ?? '',
      from: from.get(agencyId) ?? 'person',
    }))
    await tx.delete(meetingAgencies).where(ofRow(meetingAgencies.meetingId, meeting))
    if (rows.length > 0) await tx.insert(meetingAgencies).values(rows)
    about(`会议“${meeting.title}”的参会单位`, { agencies: rows.map(({ name }) => name) })
    return viewMeeting(call, meeting.id)
  },
)

/** Adds the lead agencies of agenda items; those a person added stay. */
export async function addAgendaAgencies(
  tx: Tx,
  meeting: Meeting,
  leads: readonly { agencyId: string | null; name: string }[],
): Promise<void> {
  const known = leads.flatMap(({ agencyId }) => agencyId ?? [])
  const names = await getAgencyNames(tx, [...new Set(known)], meeting)
  for (const [agencyId, name] of names)
    await tx
      .insert(meetingAgencies)
      .values({ divisionCode: meeting.divisionCode, meetingId: meeting.id, agencyId, name, from: 'agenda' })
      .onConflictDoNothing()
}

type Acting = Pick<Call<unknown>, 'tx' | 'actor' | 'now'>

async function keepChange(
  { tx, actor, now }: Acting,
  { what, meeting, after, reason }: { what: MeetingChange['what']; meeting: Meeting; after: string; reason: string },
): Promise<MeetingChange> {
  const change: MeetingChange = {
    id: newId(now.getTime()),
    divisionCode: meeting.divisionCode,
    meetingId: meeting.id,
    what,
    before: whenAndWhere(meeting),
    after,
    reason,
    changedBy: actor.name,
    changedAt: now,
  }
  await tx.insert(meetingChanges).values(change)
  return change
}

interface Telling {
  meeting: Meeting
  agencies: readonly MeetingAgency[]
  change: MeetingChange | null
}

async function tellAgencies(call: Acting, { meeting, agencies, change }: Telling): Promise<void> {
  const act = change === null ? '' : change.what === 'cancelled' ? '取消：' : '改期：'
  const text =
    change === null
      ? `${whenAndWhere(meeting)}。${meeting.chair === null ? '' : `主持：${meeting.chair}。`}请按议程准备。`
      : `${change.before}${change.what === 'cancelled' ? '的会议取消' : `改为${change.after}`}。理由：${change.reason}`
  const notice = {
    kind: 'meetingCalled' as const,
    title: `${act}${meeting.title}`.slice(0, 100),
    text,
    link: `/meetings/${meeting.id}`,
    key: `meeting:${meeting.id}:${change?.id ?? 'called'}`,
  }
  for (const { agencyId } of agencies) await notify(call, { ...notice, to: { agencyId } })
  await notify(call, { ...notice, to: { roles: ['leader'] } })
}
