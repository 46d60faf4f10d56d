import { desc, eq } from 'drizzle-orm'
import { groupBy } from '#kernel/group-by.ts'
import type { Finder } from '#platform/operation/finder.ts'
import { meetingContract } from '../contract.ts'
import { minutesNumberOf } from '../domain/meeting.ts'
import { listDecisionsOf, listMeetingAgencies, sightOf } from './load-meeting.ts'
import { meetings } from './tables.ts'

/** Meetings with their minutes, those a person's agency has a part in. */
export const findMeetings: Finder = {
  title: '会议和纪要',
  shows: meetingContract.getMeeting,
  list: async ({ tx, actor }) => {
    const rows = await tx
      .select()
      .from(meetings)
      .where(eq(meetings.divisionCode, actor.divisionCode))
      .orderBy(desc(meetings.heldOn), desc(meetings.id))
    const agencies = groupBy(await listMeetingAgencies(tx, rows), ({ meetingId }) => meetingId)
    const decisions = groupBy(await listDecisionsOf(tx, rows), ({ meetingId }) => meetingId)
    const sight = await sightOf(tx, actor)
    return rows
      .filter(({ id }) => sight.seesMeeting(agencies.get(id) ?? [], decisions.get(id) ?? []))
      .map((meeting) => {
        const number = minutesNumberOf(meeting)
        const note = number === null ? meeting.heldOn : `${meeting.heldOn} · 纪要${number}`
        return { title: meeting.title, note, to: `/meetings/${meeting.id}`, words: number === null ? [] : [number] }
      })
  },
}
