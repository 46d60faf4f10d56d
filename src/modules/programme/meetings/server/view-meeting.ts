import { asc } from 'drizzle-orm'
import { seesWholeCounty } from '#kernel/actor.ts'
import {
  getProgrammeRow,
  type SaidSight,
  saidSight,
  visibleTaskFilter,
} from '#modules/programme/programmes/server/index.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { AgendaItemView, MeetingPage, MeetingSummary } from '../contract.ts'
import { type AgendaItem, listTaken } from '../domain/agenda.ts'
import { type Decision, doneOnOf } from '../domain/decision.ts'
import { isUpcoming, type Meeting, minutesNumberOf } from '../domain/meeting.ts'
import { meetingRights } from '../domain/meeting-rights.ts'
import { periodOfMeeting } from '../domain/series.ts'
import { loadProgrammeFacts, type ProgrammeFacts } from './agenda-facts.ts'
import { factsOfTask } from './item-facts.ts'
import { openMeeting } from './load-meeting.ts'
import { meetingChanges } from './tables.ts'
import { loadGround, viewDecisions } from './view-decision.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>

export function summariseMeeting(
  meeting: Meeting,
  {
    items,
    decisions,
    finished,
  }: { items: number; decisions: readonly Decision[]; finished: ReadonlyMap<string, string> },
): MeetingSummary {
  const counts = {
    items,
    decisions: decisions.length,
    open: decisions.filter(({ fate }) => fate === 'open').length,
    done: decisions.filter((one) => doneOnOf(one, finished) !== null).length,
  }
  return { ...meeting, number: minutesNumberOf(meeting), period: periodOfMeeting(meeting)?.title ?? null, counts }
}

/** Everything the meeting's page shows this person. */
export async function viewMeeting(call: Asking, meetingId: string): Promise<MeetingPage> {
  const { tx, actor, now, today } = call
  const opened = await openMeeting(tx, meetingId, actor)
  const { meeting, decisions } = opened
  const programme = await getProgrammeRow(tx, meeting.programmeId, actor)
  const asOf = isUpcoming(meeting) || meeting.heldOn >= today ? today : meeting.heldOn
  const facts = await loadProgrammeFacts(tx, programme, { now, today, asOf })
  const ground = await loadGround(tx, programme.id, { actor, today })
  const shown = await viewDecisions(
    tx,
    decisions.map((decision) => ({ decision, meeting })),
    ground,
  )
  const seesTask = await visibleTaskFilter(tx, programme.id, actor)
  const sight = await saidSight(tx, programme.id, actor)
  const shownItems = opened.items.filter(({ taskId }) => taskId === null || seesTask(taskId))
  const items = shownItems.map((item) => viewItem(item, facts, sight))
  const changes = await tx
    .select()
    .from(meetingChanges)
    .where(ofRow(meetingChanges.meetingId, meeting))
    .orderBy(asc(meetingChanges.changedAt), asc(meetingChanges.id))
  const person = { role: actor.role, seesWholeCounty: seesWholeCounty(actor) }
  return {
    ...summariseMeeting(meeting, { items: listTaken(opened.items).length, decisions, finished: ground.finished }),
    programmeTitle: programme.title,
    agencies: opened.agencies,
    changes,
    items: listTaken(items),
    removed: items.filter(({ removedReason }) => removedReason !== null),
    decisions: shown,
    minutes: person.seesWholeCounty ? opened.minutes : null,
    today,
    can: meetingRights(person, { ...opened, items: listTaken(opened.items).length }),
  }
}

const viewItem = (item: AgendaItem, facts: ProgrammeFacts, sight: SaidSight): AgendaItemView => ({
  ...item,
  reasons: item.reasons.filter(({ saidBy }) => sight(item.taskId, saidBy ?? null)),
  facts: factsOfTask(item.taskId, facts, sight),
})
