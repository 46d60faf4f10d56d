import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { groupBy } from '#kernel/group-by.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import { getPlanContents } from '#modules/programme/plans/server/index.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { type MeetingList, meetingContract, type SeriesView } from '../contract.ts'
import { meetingErrors } from '../domain/errors.ts'
import type { Meeting } from '../domain/meeting.ts'
import type { SeriesHabit } from '../domain/minutes.ts'
import { type MeetingSeries, meetingsOfSeries, seriesOf } from '../domain/series.ts'
import { firstHabit, standingOf } from '../domain/series-dates.ts'
import { listDecisionsOf, listMeetingAgencies, listMeetingRows, sightOf } from './load-meeting.ts'
import { agendaItems, meetings, seriesHabits } from './tables.ts'
import { loadGround, viewDecisions } from './view-decision.ts'
import { summariseMeeting } from './view-meeting.ts'

export const listMeetings = implement(meetingContract.listMeetings, (call) =>
  viewMeetings(call, call.input.programmeId),
)

type Named = Asking & Pick<Call<{ programmeId: string; seriesKey: string }>, 'input'>

async function currentHabit({ input, ...call }: Named) {
  const { series } = await viewMeetings(call, input.programmeId)
  return series.find(({ key }) => key === input.seriesKey)?.habit ?? {}
}

export const setSeriesHabit = implementForm(meetingContract.setSeriesHabit, currentHabit, async (call) => {
  const { input, tx, actor, about } = call
  const [series] = (await listSeries(call, input.programmeId)).filter(({ key }) => key === input.seriesKey)
  if (!series) throw meetingErrors.seriesNotFound({})
  const habit: SeriesHabit = { ...input, divisionCode: actor.divisionCode }
  const key = [seriesHabits.divisionCode, seriesHabits.programmeId, seriesHabits.seriesKey]
  await tx.insert(seriesHabits).values(habit).onConflictDoUpdate({ target: key, set: habit })
  about(`会议惯例“${series.title}”`, { day: input.day })
  return viewMeetings(call, input.programmeId)
})

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>

/** The series the plan in force orders, with their sentences. */
export async function listSeries(
  { tx, actor }: Pick<Asking, 'tx' | 'actor'>,
  programmeId: string,
): Promise<MeetingSeries[]> {
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const plan = await getPlanContents(tx, programme.planId, programme.divisionCode)
  return seriesOf(plan.cadences, plan.source.text)
}

/** What belongs to each meeting, out of all there is. */
function byMeeting<T extends { meetingId: string }>(all: readonly T[]): (meeting: Meeting) => readonly T[] {
  const groups = groupBy(all, ({ meetingId }) => meetingId)
  return ({ id }) => groups.get(id) ?? []
}

const dayOrLast = ({ dueOn }: { dueOn: string | null }) => dueOn ?? '9999-12-31'

async function viewMeetings(call: Asking, programmeId: string): Promise<MeetingList> {
  const { tx, actor, today } = call
  const ground = await loadGround(tx, programmeId, { actor, today })
  const rows = await listMeetingRows(tx, programmeId, actor.divisionCode)
  const [agenciesOf, decisionsOf, items] = [
    byMeeting(await listMeetingAgencies(tx, rows)),
    byMeeting(await listDecisionsOf(tx, rows)),
    await countItems(tx, programmeId, actor),
  ]
  const sight = await sightOf(tx, actor)
  const seen = rows.filter((meeting) => sight.seesMeeting(agenciesOf(meeting), decisionsOf(meeting)))
  const views = await viewDecisions(
    tx,
    seen.flatMap((meeting) => decisionsOf(meeting).map((decision) => ({ decision, meeting }))),
    ground,
  )
  const undone = views.filter(({ finishedOn, fate }) => finishedOn === null && fate !== 'setAside')
  return {
    series: await viewSeries(call, programmeId, rows),
    meetings: seen.map((meeting) =>
      summariseMeeting(meeting, {
        items: items.get(meeting.id) ?? 0,
        decisions: decisionsOf(meeting).filter(sight.seesDecision),
        finished: ground.finished,
      }),
    ),
    open: undone
      .filter(({ fate }) => fate === 'open')
      .sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : a.position - b.position)),
    underWay: undone.filter(({ fate }) => fate !== 'open').sort((a, b) => (dayOrLast(a) < dayOrLast(b) ? -1 : 1)),
    today,
    can: {
      plan:
        actor.role === 'office' ? { allowed: true, reason: null } : { allowed: false, reason: '由专班办公室安排。' },
    },
  }
}

async function countItems(tx: Tx, programmeId: string, { divisionCode }: Actor): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ meetingId: agendaItems.meetingId, removed: agendaItems.removedReason })
    .from(agendaItems)
    .innerJoin(meetings, refersTo(agendaItems.meetingId, meetings))
    .where(and(eq(meetings.divisionCode, divisionCode), eq(meetings.programmeId, programmeId)))
  const counts = new Map<string, number>()
  for (const { meetingId, removed } of rows)
    if (removed === null) counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1)
  return counts
}

async function viewSeries(call: Asking, programmeId: string, rows: readonly Meeting[]): Promise<SeriesView[]> {
  const { tx, actor, today } = call
  const mine = and(eq(seriesHabits.divisionCode, actor.divisionCode), eq(seriesHabits.programmeId, programmeId))
  const habits = await tx.select().from(seriesHabits).where(mine)
  const calendar = await loadCalendar(tx, actor.divisionCode)
  const { startOn: beginsOn } = await getProgrammeRow(tx, programmeId, actor)
  const all = await listSeries(call, programmeId)
  return all.map((series) => {
    const known = habits.find(({ seriesKey }) => seriesKey === series.key)
    const habit = known ?? { ...firstHabit(series.every), startsAt: null, place: null, chair: null }
    const its = meetingsOfSeries(series, all, rows).filter(({ state }) => state !== 'cancelled')
    const days = its.map(({ periodOn, heldOn }) => periodOn ?? heldOn)
    const { next, missed } = standingOf(series, days, { today, beginsOn, habit, calendar })
    const { on, periodOn, reason, tentative, period } = next
    const { day, startsAt, place, chair } = habit
    return {
      ...series,
      habit: { day, startsAt, place, chair },
      next: { on, periodOn, period: period.title, reason, tentative, missed },
      held: its.filter(({ state }) => state === 'held' || state === 'issued').length,
    }
  })
}
