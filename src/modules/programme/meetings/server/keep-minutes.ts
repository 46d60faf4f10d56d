import { and, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { keepAbove, matchNames } from '#modules/office/organisations/server/index.ts'
import { ofRow, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { CompiledMinutes } from '../domain/compile-minutes.ts'
import type { Decision, DecisionOwner } from '../domain/decision.ts'
import type { Meeting } from '../domain/meeting.ts'
import { type Minutes, minutesFlow } from '../domain/minutes.ts'
import type { NamedOwner } from '../domain/minutes-sentence.ts'
import type { ReadDecision } from '../domain/read-decision.ts'
import { decisions, meetings, minutes } from './tables.ts'

interface Kept {
  meeting: Meeting
  version: number
  text: string
  compiled: CompiledMinutes
  notices?: Minutes['notices']
}

/** Keeps what was read: the text is in force, the decisions of an earlier version give way. */
export async function keepMinutes(
  tx: Tx,
  { meeting, version, text, compiled, notices = [] }: Kept,
  now: Date,
): Promise<void> {
  const [row] = await tx.select().from(minutes).where(ofVersion(meeting, version))
  if (!row) return
  const state = minutesFlow.next(row.state, 'finish')
  await tx
    .update(minutes)
    .set({ state, text, head: compiled.head, notices, refusal: null })
    .where(ofVersion(meeting, version))
  await tx.delete(decisions).where(ofRow(decisions.meetingId, meeting))
  const rows = await decisionRows(tx, { meeting, read: compiled.decisions, now })
  if (rows.length > 0) await tx.insert(decisions).values(rows)
  const { chair, place } = compiled.head
  const told = { chair: meeting.chair ?? short(chair, 40), place: meeting.place ?? short(place, 80) }
  await tx
    .update(meetings)
    .set({ state: 'held', ...told })
    .where(sameRow(meetings, meeting))
}

const short = (text: string | null, most: number): string | null => (text === null ? null : text.slice(0, most))

export const ofVersion = (meeting: Pick<Meeting, 'id' | 'divisionCode'>, version: Minutes['version']) =>
  and(ofRow(minutes.meetingId, meeting), eq(minutes.version, version))

interface Rows {
  meeting: Meeting
  read: readonly ReadDecision[]
  now: Date
  byHand?: boolean
  /** How many decisions the meeting has already. */
  after?: number
}

export async function decisionRows(
  tx: Tx,
  { meeting, read, now, byHand = false, after = 0 }: Rows,
): Promise<Decision[]> {
  const { divisionCode, programmeId, id: meetingId } = meeting
  const owners = await matchOwners(
    tx,
    meeting,
    read.flatMap((one) => one.owners),
  )
  return read.map((one, i) => ({
    id: newId(now.getTime()),
    divisionCode,
    programmeId,
    meetingId,
    position: after + i + 1,
    read: one,
    byHand,
    readOwners: one.owners.map(({ name, role }) => ({ name, role, agencyId: owners.get(name) ?? null })),
    correction: null,
    fate: 'open',
    taskId: null,
    reason: null,
    settledBy: null,
    settledAt: null,
    doneOn: null,
    doneNote: null,
    doneBy: null,
  }))
}

/** Names as minutes write them → agencies of the register as of the meeting's day. */
async function matchOwners(
  tx: Tx,
  meeting: Meeting,
  owners: readonly NamedOwner[],
): Promise<ReadonlyMap<string, DecisionOwner['agencyId']>> {
  const names = [...new Set(owners.map(({ name }) => name))]
  if (names.length === 0) return new Map()
  const matched = await matchNames(tx, { divisionCode: meeting.divisionCode, names, on: meeting.heldOn })
  const named = new Map([...matched].map(([name, match]) => [name, match.agencyId]))
  await keepAbove(
    tx,
    [...named.values()].flatMap((agencyId) => agencyId ?? []),
    meeting,
  )
  return named
}
