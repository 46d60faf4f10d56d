import { groupBy } from '#kernel/group-by.ts'
import { formatFigure, isJudged, yearOfTarget } from '#modules/programme/plans/contract.ts'
import type { ProgrammeSummary, TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import type { ChartInput, ChartTarget, ChartTask } from '../domain/wall-chart/chart.ts'

type Period = ChartInput['programme']['period']
type Running = Omit<ProgrammeSummary, 'counts'>

/** The years a chart has to hold when the plan does not name its period. */
function periodOf({ startOn, endOn, issuedOn }: Running, tasks: readonly TaskView[], today: string): Period {
  if (startOn !== null && endOn !== null) return { start: startOn, end: endOn }
  const dues = tasks.flatMap((task) => task.dueOn ?? []).sort()
  const start = startOn ?? issuedOn ?? dues[0] ?? today
  const end = endOn ?? dues.at(-1) ?? today
  return { start: `${start.slice(0, 4)}-01-01`, end: `${(end < start ? start : end).slice(0, 4)}-12-31` }
}

/** Whether the task has this indicator twice, so that only the year tells its figures apart; room is scarce otherwise. */
function twinsAmong(targets: readonly TargetView[]): (target: TargetView) => boolean {
  const named = groupBy(targets, nameOf)
  return (target) => (named.get(nameOf(target))?.length ?? 0) > 1
}

const nameOf = ({ taskId, indicator }: TargetView): string => `${taskId} ${indicator.text}`

/** What is known of a programme's tasks and targets on the day of the chart, by their ids. */
export interface ChartState {
  today: string
  tasks: ReadonlyMap<string, Pick<ChartTask, 'lamp' | 'isStale' | 'reason' | 'change' | 'startOn' | 'milestones'>>
  targets: ReadonlyMap<string, Pick<ChartTarget, 'lamp' | 'valueText' | 'progress' | 'expected' | 'asOfOn'>>
}

const unjudged = { lamp: 'grey', isStale: false, reason: null, change: null, startOn: null, milestones: [] } as const
const unknown = { lamp: 'grey', valueText: '未知', progress: null, expected: null, asOfOn: null } as const

/** What the wall chart shows of a programme; what nobody has reported yet is grey and unknown. */
export function chartOf(
  programme: Running,
  contents: { tasks: readonly TaskView[]; targets: readonly TargetView[] },
  state: ChartState,
): ChartInput {
  const { title, issuer, number } = programme
  const { tasks, targets } = contents
  const period = periodOf(programme, tasks, state.today)
  const hasTwin = twinsAmong(targets)
  return {
    programme: { title, issuer, number, period },
    tasks: tasks.map(({ id, number, title, action, leads, dueOn, ongoing }) => ({
      ...(state.tasks.get(id) ?? { ...unjudged, milestones: [] }),
      id,
      number,
      title,
      action,
      dueOn,
      ongoing,
      leads: leads.map(({ name }) => name),
    })),
    targets: targets
      .filter((target) => isJudged(target) && target.repeats === null)
      .map((target) => ({
        ...(state.targets.get(target.id) ?? unknown),
        id: target.id,
        taskId: target.taskId,
        label: target.indicator.text,
        unit: target.unit,
        targetText: `${hasTwin(target) ? yearOfTarget(target, period) : ''} ${formatFigure(target)}`.trim(),
      })),
    today: state.today,
  }
}
