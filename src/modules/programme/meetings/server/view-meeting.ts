import { asc } from 'drizzle-orm'
import { seesWholeCounty } from '#kernel/actor.ts'
import { endOfDay } from '#kernel/day.ts'
import {
  getProgrammeRow,
  type SaidSight,
  saidSight,
  visibleTaskFilter,
} from '#modules/programme/programmes/server/index.ts'
import { type CorrectedFigure, correctedAfter, correctionInWords } from '#modules/programme/reports/contract.ts'
import { listCorrected } from '#modules/programme/reports/server/index.ts'
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
  const corrected = (await listCorrected(tx, programme)).filter((one) => sight(one.taskId, [one.agencyId]))
  const isOver = asOf < today
  const items = shownItems.map((item) => viewItem(item, { facts, sight, corrected, isOver }))
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

interface Viewing {
  facts: ProgrammeFacts
  sight: SaidSight
  corrected: readonly CorrectedFigure[]
  /** Its figures are those of its day. */
  isOver: boolean
}

/** What of the material was corrected after the day it is of: a proposal is of the day it was made, figures of a meeting that is over of its day. */
function viewItem(item: AgendaItem, { facts, sight, corrected, isOver }: Viewing): AgendaItemView {
  const { taskId, asOf } = item
  const reasons = item.reasons.filter(({ saidBy }) => sight(taskId, saidBy ?? null))
  const shown = factsOfTask(taskId, facts, sight)
  const of = (texts: readonly { text: string }[], on: string) =>
    correctedAfter(corrected, { at: endOfDay(on), taskId: taskId ?? '', words: texts.map(({ text }) => text).join() })
  const since = [...of(reasons, asOf ?? facts.today), ...(isOver ? of(shown?.figures ?? [], facts.today) : [])]
  return { ...item, reasons, facts: shown, corrected: [...new Set(since)].map(correctionInWords) }
}
