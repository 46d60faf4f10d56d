import { addDays } from '#kernel/day.ts'
import { formatNumber, rounded } from '#kernel/figures.ts'
import {
  isYearAhead,
  reasonsOfSummary,
  type TargetVerdict,
  type TaskVerdict,
} from '#modules/programme/lamps/contract.ts'
import { loadLampsOn, loadStanding, standingSeen } from '#modules/programme/lamps/server/index.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import type { SaidSight } from '#modules/programme/programmes/server/index.ts'
import { listFinished } from '#modules/programme/reports/server/index.ts'
import type { ScheduleFact } from '#modules/programme/schedules/contract.ts'
import { loadMoved, loadScheduleFacts } from '#modules/programme/schedules/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { changeOf } from '../domain/week-changes.ts'
import type { ChartState } from './chart-input.ts'

const week = 7 * 86_400_000

interface ChartDay {
  tasks: readonly TaskView[]
  now: Date
  today: string
  /** What the reader may look into; the colours are everybody's. */
  sight: SaidSight
}

interface Week {
  before: ReadonlyMap<string, TaskVerdict['summary']>
  finished: ReadonlyMap<string, string>
  planned: ReadonlyMap<string, ScheduleFact>
  /** How those stood before whose schedule the week changed; undefined for one that had none. */
  plannedBefore: ReadonlyMap<string, ScheduleFact | undefined>
}

/** Lamps, schedules and reached values of a programme today, with what the last seven days did to each task. */
export async function loadChartState(
  tx: Tx,
  programme: { id: string; divisionCode: string },
  { tasks, now, today, sight }: ChartDay,
): Promise<ChartState> {
  const whole = await loadStanding(tx, programme, today)
  const standing = standingSeen(whole, sight)
  const known = new Set(listTargets(whole).flatMap(({ targetId, reached }) => (reached === null ? [] : [targetId])))
  const since = addDays(today, -7)
  const weekOf: Week = {
    before: await loadLampsOn(tx, programme, since),
    finished: await listFinished(tx, programme, { tasks, asOf: now, after: since }),
    planned: await loadScheduleFacts(tx, programme, now),
    plannedBefore: await loadMoved(tx, programme, { since: new Date(now.getTime() - week), until: now }),
  }
  return {
    today,
    tasks: new Map(standing.tasks.map((verdict) => [verdict.taskId, stateOf(verdict, weekOf)])),
    targets: new Map(
      listTargets(standing).map((verdict) => [verdict.targetId, reachedBy(verdict, known.has(verdict.targetId))]),
    ),
  }
}

const listTargets = ({ overall, tasks }: Awaited<ReturnType<typeof loadStanding>>): TargetVerdict[] => [
  ...overall,
  ...tasks.flatMap(({ targets }) => targets),
]

type TaskState = ChartState['tasks'] extends ReadonlyMap<string, infer S> ? S : never
type TargetState = ChartState['targets'] extends ReadonlyMap<string, infer S> ? S : never

function stateOf(verdict: TaskVerdict, weekOf: Week): TaskState {
  const { taskId, summary, freshness } = verdict
  const planned = weekOf.planned.get(taskId)
  const reason = reasonsOfSummary(verdict)[0]?.text ?? null
  const change = changeOf({
    taskId,
    before: weekOf.before.get(taskId) ?? summary,
    now: summary,
    reason,
    finishedOn: weekOf.finished.get(taskId) ?? null,
    finishBefore: (weekOf.plannedBefore.has(taskId) ? weekOf.plannedBefore.get(taskId) : planned)?.finishOn ?? null,
    finishNow: planned?.finishOn ?? null,
  })
  const milestones = (planned?.steps ?? []).slice(0, -1).map(({ title, finishOn, doneOn }) => {
    return { on: finishOn, title, isDone: doneOn !== null }
  })
  return {
    lamp: summary,
    isStale: freshness.state === 'stale',
    reason,
    change,
    startOn: planned?.startOn ?? null,
    milestones,
  }
}

const shown = (value: number): string => formatNumber(rounded(value, 2))
const shareOf = (value: number | null, wanted: number | null): number | null =>
  value === null || wanted === null || wanted === 0 ? null : value / wanted

/** @param isKnown whether there is a figure, though perhaps not for this reader */
const reachedBy = (verdict: TargetVerdict, isKnown: boolean): TargetState => {
  const { lamp, reached, wanted, expectedNow, asOfOn } = verdict
  const silent = isKnown ? '—' : isYearAhead(verdict) ? '未到年度' : '未知'
  return {
    lamp,
    valueText: reached === null ? silent : shown(reached),
    progress: shareOf(reached, wanted),
    expected: shareOf(expectedNow, wanted),
    asOfOn,
  }
}
