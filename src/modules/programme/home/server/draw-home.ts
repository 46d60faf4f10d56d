import {
  byBadness,
  reasonsOfSummary,
  type TargetVerdict,
  type TaskVerdict,
  turnOf,
} from '#modules/programme/lamps/contract.ts'
import { isFalling } from '#modules/programme/plans/contract.ts'
import { callTask, type TargetView, type TaskView } from '#modules/programme/programmes/contract.ts'
import type { HomeView, TaskNews } from '../contract.ts'
import type { SentenceFacts } from '../domain/opening-sentence.ts'
import type { Outlook } from '../domain/outlook.ts'
import type { Present } from './load-present.ts'

/** The counts of the opening sentence; everybody's. */
export function countPresent({ standing, before, finished, silent }: Present): SentenceFacts {
  const lamps = { green: 0, yellow: 0, red: 0, grey: 0 }
  const week = { turnedWorse: 0, turnedRed: 0, turnedBetter: 0, finished: 0 }
  for (const { taskId, summary } of standing.tasks) {
    lamps[summary] += 1
    const turn = turnOf({ before: before.get(taskId) ?? summary, now: summary, isFinished: finished.has(taskId) })
    if (turn === 'worse') week.turnedWorse += 1
    if (turn === 'worse' && summary === 'red') week.turnedRed += 1
    if (turn === 'better') week.turnedBetter += 1
    if (turn === 'finished') week.finished += 1
  }
  const overdue = silent.filter((agency) => agency.overdue).length
  return { tasks: standing.tasks.length, lamps, ...week, unreported: silent.length, overdue }
}

/** A task the reader may look into, with how it stands and stood. */
export interface Seen {
  task: TaskView
  verdict: TaskVerdict
  before: TaskVerdict['summary']
}

/** Verdicts beside their tasks, for those the reader may look into. */
export function listSeen({ standing, before, tasks }: Present, isVisible: (taskId: string) => boolean): Seen[] {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return standing.tasks.flatMap((verdict) => {
    const task = byId.get(verdict.taskId)
    const seen = task !== undefined && isVisible(task.id)
    return seen ? [{ task, verdict, before: before.get(verdict.taskId) ?? verdict.summary }] : []
  })
}

/** What is told of a task. */
export const newsOf = ({ task, verdict, before }: Seen): TaskNews => ({
  taskId: task.id,
  title: callTask(task),
  lamp: verdict.summary,
  before,
  isStale: verdict.freshness.state === 'stale',
  sinceOn: verdict.sinceOn,
  reasons: reasonsOfSummary(verdict).map(({ text }) => text),
  leads: task.leads.map(({ name }) => name),
})

/** What turned worse in the week, red before yellow. */
export const listWorse = (all: readonly Seen[]): TaskNews[] =>
  all
    .filter(({ before, verdict }) => turnOf({ before, now: verdict.summary, isFinished: false }) === 'worse')
    .sort((a, b) => byBadness(a.verdict.summary, b.verdict.summary))
    .map(newsOf)

/** Green lamps that should be looked at, with why. */
export const listDoubts = (all: readonly Seen[]): HomeView['doubts'] =>
  all
    .filter(({ verdict }) => verdict.summary === 'green' && verdict.doubts.length > 0)
    .map(({ task, verdict }) => {
      return { taskId: task.id, title: callTask(task), reasons: verdict.doubts.map(({ text }) => text) }
    })

/** Every target with a forecast, of tasks the reader may look into and of the programme as a whole. */
export function listOutlooks({ standing, targets }: Present, isVisible: (taskId: string) => boolean): Outlook[] {
  const byId = new Map(targets.map((target) => [target.id, target]))
  const verdicts = [...standing.overall, ...standing.tasks.flatMap((task) => task.targets)]
  return verdicts.flatMap((verdict) => {
    const target = byId.get(verdict.targetId)
    const seen = target && (target.taskId === null || isVisible(target.taskId))
    return seen && verdict.forecast ? [outlookOf(target, verdict, verdict.forecast)] : []
  })
}

function outlookOf(
  target: TargetView,
  verdict: TargetVerdict,
  forecast: NonNullable<TargetVerdict['forecast']>,
): Outlook {
  const { lamp, reached, asOfOn, wanted, wantedOn } = verdict
  const { value, low, high, reachesOn } = forecast
  return {
    targetId: target.id,
    taskId: target.taskId,
    label: target.indicator.text,
    shown: target.shown,
    unit: target.unit,
    isCeiling: isFalling(target),
    lamp,
    reached,
    asOfOn,
    wanted,
    wantedOn: wantedOn ?? forecast.on,
    value,
    low,
    high,
    reachesOn,
  }
}
