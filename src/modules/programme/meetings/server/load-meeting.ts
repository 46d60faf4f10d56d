import { and, asc, desc, eq } from 'drizzle-orm'
import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import { ofRow, ofRows } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { AgendaItem } from '../domain/agenda.ts'
import { type Decision, inForce } from '../domain/decision.ts'
import { meetingErrors } from '../domain/errors.ts'
import type { Meeting, MeetingAgency } from '../domain/meeting.ts'
import type { Minutes } from '../domain/minutes.ts'
import { agendaItems, decisions, meetingAgencies, meetings, minutes } from './tables.ts'

/** A meeting with everything that hangs on it. */
export interface OpenedMeeting {
  meeting: Meeting
  agencies: MeetingAgency[]
  items: AgendaItem[]
  decisions: Decision[]
  minutes: Minutes | null
}

const isOwnersOne = (decision: Decision, own: readonly string[]): boolean =>
  inForce(decision).owners.some(({ agencyId }) => agencyId !== null && own.includes(agencyId))

/** What of the meetings and decisions of a county a person may see: all of it, or what calls or charges their own agency. */
export async function sightOf(tx: Tx, actor: Actor) {
  const whole = seesWholeCounty(actor)
  const own = whole ? [] : await listOwnAgencyIds(tx, actor)
  return {
    own,
    seesDecision: (decision: Decision) => whole || isOwnersOne(decision, own),
    isTheirs: (decision: Decision) => isOwnersOne(decision, own),
    seesMeeting: (agencies: readonly MeetingAgency[], its: readonly Decision[]) =>
      whole || agencies.some(({ agencyId }) => own.includes(agencyId)) || its.some((one) => isOwnersOne(one, own)),
  }
}

export type Sight = Awaited<ReturnType<typeof sightOf>>

/** The meeting as this person may see it; one their agency has no part in does not exist for them. */
export async function openMeeting(tx: Tx, meetingId: string, actor: Actor): Promise<OpenedMeeting> {
  return open(tx, await findRow(tx, meetingId, actor, false), actor)
}

/** The same, locked for a change. */
export async function lockMeeting(tx: Tx, meetingId: string, actor: Actor): Promise<OpenedMeeting> {
  return open(tx, await findRow(tx, meetingId, actor, true), actor)
}

async function findRow(tx: Tx, meetingId: string, actor: Actor, lock: boolean): Promise<Meeting> {
  const mine = and(eq(meetings.id, meetingId), eq(meetings.divisionCode, actor.divisionCode))
  const asked = tx.select().from(meetings).where(mine)
  const [row] = await (lock ? asked.for('update') : asked)
  if (!row) throw meetingErrors.meetingNotFound({})
  return row
}

async function open(tx: Tx, meeting: Meeting, actor: Actor): Promise<OpenedMeeting> {
  const agencies = await listMeetingAgencies(tx, [meeting])
  const its = await listDecisionsOf(tx, [meeting])
  const sight = await sightOf(tx, actor)
  if (!sight.seesMeeting(agencies, its)) throw meetingErrors.meetingNotFound({})
  const items = await tx
    .select()
    .from(agendaItems)
    .where(ofRow(agendaItems.meetingId, meeting))
    .orderBy(asc(agendaItems.position))
  return { meeting, agencies, items, decisions: its, minutes: await findMinutes(tx, meeting) }
}

export async function listMeetingAgencies(tx: Tx, its: readonly Meeting[]): Promise<MeetingAgency[]> {
  const [first] = its
  if (!first) return []
  return tx
    .select()
    .from(meetingAgencies)
    .where(ofRows(meetingAgencies.meetingId, idsOf(its), first))
    .orderBy(asc(meetingAgencies.name), asc(meetingAgencies.agencyId))
}

export async function listDecisionsOf(tx: Tx, its: readonly Meeting[]): Promise<Decision[]> {
  const [first] = its
  if (!first) return []
  return tx
    .select()
    .from(decisions)
    .where(ofRows(decisions.meetingId, idsOf(its), first))
    .orderBy(asc(decisions.position), asc(decisions.id))
}

const idsOf = (its: readonly Meeting[]): string[] => its.map(({ id }) => id)

/** The newest version of a meeting's minutes. */
export async function findMinutes(tx: Tx, meeting: Meeting): Promise<Minutes | null> {
  const [row] = await tx
    .select()
    .from(minutes)
    .where(ofRow(minutes.meetingId, meeting))
    .orderBy(desc(minutes.version))
    .limit(1)
  return row ?? null
}

/** Every meeting of a programme, newest first. */
export const listMeetingRows = (tx: Tx, programmeId: string, divisionCode: string): Promise<Meeting[]> =>
  tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.divisionCode, divisionCode), eq(meetings.programmeId, programmeId)))
    .orderBy(desc(meetings.heldOn), desc(meetings.startsAt), desc(meetings.id))

/** A decision this person may see, locked, with its meeting. */
export async function lockDecision(
  tx: Tx,
  decisionId: string,
  actor: Actor,
): Promise<{ decision: Decision; meeting: Meeting }> {
  const mine = and(eq(decisions.id, decisionId), eq(decisions.divisionCode, actor.divisionCode))
  const [decision] = await tx.select().from(decisions).where(mine).for('update')
  const sight = await sightOf(tx, actor)
  if (!decision || !sight.seesDecision(decision)) throw meetingErrors.decisionNotFound({})
  return { decision, meeting: await findRow(tx, decision.meetingId, actor, false) }
}
