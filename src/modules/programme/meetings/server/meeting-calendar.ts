import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { momentAt } from '#kernel/day.ts'
import { type CalendarEntry, calendarSource } from '#modules/office/notices/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Meeting, whenAndWhere } from '../domain/meeting.ts'
import { listMeetingAgencies, sightOf } from './load-meeting.ts'
import { meetings } from './tables.ts'

const twoHours = 7_200_000

/** Meetings a person is called to, between two days; those nobody was told of yet are the office's own business. */
export async function listMeetingsOf(
  tx: Tx,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<Meeting[]> {
  const shown =
    actor.role === 'office'
      ? (['planned', 'called', 'held', 'issued'] as const)
      : (['called', 'held', 'issued'] as const)
  const within = and(gte(meetings.heldOn, from), lte(meetings.heldOn, to), inArray(meetings.state, [...shown]))
  const rows = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.divisionCode, actor.divisionCode), within))
    .orderBy(asc(meetings.heldOn), asc(meetings.id))
  const agencies = await listMeetingAgencies(tx, rows)
  const sight = await sightOf(tx, actor)
  return rows.filter(({ id }) =>
    sight.seesMeeting(
      agencies.filter((one) => one.meetingId === id),
      [],
    ),
  )
}

/** Two hours where the hour is known; nobody says beforehand how long a meeting takes. */
function entryOf(meeting: Meeting): CalendarEntry {
  const { id, title, heldOn, startsAt, chair } = meeting
  const at = startsAt === null ? null : momentAt(heldOn, startsAt)
  return {
    uid: `meeting:${id}`,
    title,
    text: `${whenAndWhere(meeting)}${chair === null ? '' : `，主持：${chair}`}`,
    link: `/meetings/${id}`,
    when: at === null ? { on: heldOn } : { at, until: new Date(at.getTime() + twoHours) },
  }
}

/** What this module puts into people's calendars. */
export const meetingCalendar = calendarSource('meetings', async (tx, actor, span) =>
  (await listMeetingsOf(tx, actor, span)).map(entryOf),
)
