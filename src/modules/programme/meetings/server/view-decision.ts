import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { endOfDay } from '#kernel/day.ts'
import { listFilesOf } from '#modules/office/files/server/index.ts'
import { callTask, type TaskView } from '#modules/programme/programmes/contract.ts'
import { getProgrammeRow, loadContents, loadTasks } from '#modules/programme/programmes/server/index.ts'
import { listFinished } from '#modules/programme/reports/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { DecisionView } from '../contract.ts'
import { type Decision, doneOnOf, inForce, isOverdue } from '../domain/decision.ts'
import type { Meeting } from '../domain/meeting.ts'
import { decisionRights } from '../domain/meeting-rights.ts'
import { listSimilarTasks } from '../domain/similar-tasks.ts'
import { type Sight, sightOf } from './load-meeting.ts'

/** What decisions of a programme are held against: its tasks, which of them are finished, and the day. */
export interface DecisionGround {
  tasks: ReadonlyMap<string, TaskView>
  /** Task → the day it was finished. */
  finished: ReadonlyMap<string, string>
  today: string
  actor: Actor
  sight: Sight
}

/** @param taskIds only these tasks, where no decision is without one: those look for a task like them among all */
export async function loadGround(
  tx: Tx,
  programmeId: string,
  { actor, today, taskIds }: { actor: Actor; today: string; taskIds?: readonly string[] },
): Promise<DecisionGround> {
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const { tasks } = await (taskIds ? loadTasks(tx, programme, taskIds) : loadContents(tx, programme))
  const finished = await listFinished(tx, programme, { tasks, asOf: endOfDay(today), ...(taskIds && { taskIds }) })
  return {
    tasks: new Map(tasks.map((task) => [task.id, task])),
    finished,
    today,
    actor,
    sight: await sightOf(tx, actor),
  }
}

/** Decisions as this person may see them, with their evidence. */
export async function viewDecisions(
  tx: Tx,
  of: readonly { decision: Decision; meeting: Meeting }[],
  ground: DecisionGround,
): Promise<DecisionView[]> {
  const shown = of.filter(({ decision }) => ground.sight.seesDecision(decision))
  const files = await listFilesOf(
    tx,
    shown.map(({ decision }) => ({ kind: 'decision', id: decision.id })),
    ground.actor,
  )
  return shown.map((one) => ({ ...viewDecision(one, ground), evidence: files.get(one.decision.id) ?? [] }))
}

function viewDecision({ decision, meeting }: { decision: Decision; meeting: Meeting }, ground: DecisionGround) {
  const { tasks, finished, today, actor, sight } = ground
  const { divisionCode: _, ...own } = decision
  const now = inForce(decision)
  const finishedOn = doneOnOf(decision, finished)
  const task = tasks.get(decision.taskId ?? '')
  const person = { role: actor.role, seesWholeCounty: seesWholeCounty(actor), isTheirs: sight.isTheirs(decision) }
  const similar = decision.fate === 'open' ? listSimilarTasks(now, [...tasks.values()]) : []
  return {
    ...own,
    words: now.words,
    owners: [...now.owners],
    dueOn: now.dueOn,
    meetingTitle: meeting.title,
    heldOn: meeting.heldOn,
    task: task ? { id: task.id, label: callTask(task) } : null,
    finishedOn,
    overdue: isOverdue(decision, finishedOn, today),
    similar: similar.map(({ taskId, label, reasons }) => ({ taskId, label, reasons })),
    can: decisionRights(person, { decision, meeting, finishedOn }),
  }
}
