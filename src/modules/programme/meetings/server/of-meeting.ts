import { and, type Column, eq, inArray, type SQL } from 'drizzle-orm'
import type { Meeting } from '../domain/meeting.ts'

type Named = Pick<Meeting, 'id' | 'divisionCode'>

/** What belongs to a meeting, in the jurisdiction whose meeting it is. */
export const ofMeeting = (table: { divisionCode: Column; meetingId: Column }, meeting: Named): SQL | undefined =>
  and(eq(table.divisionCode, meeting.divisionCode), eq(table.meetingId, meeting.id))

/** What belongs to any of these meetings. */
export const ofMeetings = (
  table: { divisionCode: Column; meetingId: Column },
  meetings: readonly Named[],
): SQL | undefined =>
  and(
    inArray(table.divisionCode, [...new Set(meetings.map(({ divisionCode }) => divisionCode))]),
    inArray(
      table.meetingId,
      meetings.map(({ id }) => id),
    ),
  )
