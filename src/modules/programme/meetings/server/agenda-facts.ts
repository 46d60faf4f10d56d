import { and, asc, lte, ne } from 'drizzle-orm'
import { daysBetween, endOfDay } from '#kernel/day.ts'
import { type TaskVerdict } from '#modules/programme/lamps/contract.ts'
import { judgeProgramme, judgeToday } from '#modules/programme/lamps/server/index.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { type CallAgency, callAgencies, loadContents } from '#modules/programme/programmes/server/index.ts'
import { listFinishes } from '#modules/programme/reports/contract.ts'
import { loadReportFacts, type ReportFact } from '#modules/programme/reports/server/index.ts'
import { callOrder } from '#modules/programme/supervision/contract.ts'
import { listOpenOrders, type OrderFact } from '#modules/programme/supervision/server/index.ts'
import { type Owned, ofRow, owned, refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Decision, doneOnOf, inForce, isOverdue } from '../domain/decision.ts'
import type { Meeting } from '../domain/meeting.ts'
import type { AgendaFacts } from '../domain/propose-agenda.ts'
import { decisions, meetings } from './tables.ts'

/** Everything other modules know of a programme on a day, as agendas, packs and slides need it. */
export interface ProgrammeFacts {
  tasks: readonly TaskView[]
  verdicts: ReadonlyMap<string, TaskVerdict>
  orders: OrderFact[]
  /** Of each task the newest statement of every agency, newest first. */
  reports: ReadonlyMap<string, ReportFact[]>
  /** Tasks that are finished, and since when. */
  finished: ReadonlyMap<string, string>
  nameOf: CallAgency
  today: string
}

/** @param asOf the day the facts are to be of, today or one gone by: a meeting that is over keeps what was true then */
export async function loadProgrammeFacts(
  tx: Tx,
  programme: Owned,
  { now, today, asOf = today }: { now: Date; today: string; asOf?: string },
): Promise<ProgrammeFacts> {
  const isToday = asOf === today
  const { tasks } = await loadContents(tx, programme)
  const judge = isToday ? judgeToday : judgeProgramme
  const verdicts = await judge(tx, programme, asOf)
  const orders = isToday ? await listOpenOrders(tx, programme) : []
  const { reports, duties, openings } = await loadReportFacts(tx, programme, isToday ? now : endOfDay(asOf))
  const agencyIds = [...reports.map(({ agencyId }) => agencyId), ...orders.map(({ agencyId }) => agencyId)]
  return {
    tasks,
    verdicts: new Map(verdicts.map((verdict) => [verdict.taskId, verdict])),
    orders,
    reports: newestByTask(reports),
    finished: listFinishes({ words: reports, duties, openings }),
    nameOf: await callAgencies(tx, programme, agencyIds),
    today: asOf,
  }
}

function newestByTask(all: readonly ReportFact[]): ReadonlyMap<string, ReportFact[]> {
  const byTask = new Map<string, Map<string, ReportFact>>()
  for (const one of all.toReversed()) {
    const ofTask = byTask.get(one.taskId) ?? new Map<string, ReportFact>()
    if (!ofTask.has(one.agencyId)) ofTask.set(one.agencyId, one)
    byTask.set(one.taskId, ofTask)
  }
  return new Map([...byTask].map(([taskId, ofTask]) => [taskId, [...ofTask.values()]]))
}

/** The facts an agenda is proposed from, those of earlier meetings among them. */
export async function toAgendaFacts(tx: Tx, facts: ProgrammeFacts, meeting: Meeting): Promise<AgendaFacts> {
  const { tasks, verdicts, orders, reports, nameOf, today } = facts
  return {
    tasks,
    verdicts: [...verdicts.values()],
    orders: orders.map((order) => ({
      id: order.id,
      taskId: order.taskId,
      number: order.number,
      agencyId: order.agencyId,
      title: callOrder(order),
      dueOn: order.dueOn,
      overdueDays: order.overdue(today) ? daysBetween(order.dueOn, today) : 0,
    })),
    requests: [...reports.values()]
      .flat()
      .filter(({ needsCoordination }) => needsCoordination)
      .map(({ id, taskId, agencyId, text, submittedOn }) => ({
        reportId: id,
        taskId,
        agencyId,
        agency: nameOf(agencyId),
        text: text || '请求协调，未写说明',
        on: submittedOn,
      })),
    decisions: await listUndone(tx, meeting, facts),
  }
}

async function listUndone(tx: Tx, meeting: Meeting, facts: ProgrammeFacts): Promise<AgendaFacts['decisions']> {
  const ofProgramme = ofRow(decisions.programmeId, owned(meeting.programmeId, meeting))
  const rows = await tx
    .select({ decision: decisions, title: meetings.title })
    .from(decisions)
    .innerJoin(meetings, refersTo(decisions.meetingId, meetings))
    .where(and(ofProgramme, lte(meetings.heldOn, meeting.heldOn), ne(meetings.id, meeting.id)))
    .orderBy(asc(meetings.heldOn), asc(meetings.id), asc(decisions.position))
  return rows.flatMap(({ decision, title }) => {
    const doneOn = doneOnOf(decision, facts.finished)
    if (doneOn !== null || decision.fate === 'setAside') return []
    return [undone(decision, title, facts.today)]
  })
}

function undone(decision: Decision, meetingTitle: string, today: string): AgendaFacts['decisions'][number] {
  const { words, dueOn } = inForce(decision)
  return {
    id: decision.id,
    taskId: decision.taskId,
    words,
    dueOn,
    meetingTitle,
    overdue: isOverdue(decision, null, today),
  }
}
