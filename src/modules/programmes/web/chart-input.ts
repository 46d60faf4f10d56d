import { formatFigure, formatUnit, yearOfTarget } from '#modules/plans/contract.ts'
import type { ProgrammeView, TargetView, TaskView } from '../contract.ts'
import type { ChartInput } from '../domain/wall-chart/chart.ts'

type Period = ChartInput['programme']['period']

/** The years a chart has to hold when the plan does not name its period. */
function periodOf({ startOn, endOn, issuedOn, today }: ProgrammeView, tasks: readonly TaskView[]): Period {
  const dues = tasks.flatMap((task) => task.dueOn ?? []).sort()
  const start = startOn ?? issuedOn ?? dues[0] ?? today
  const end = endOn ?? dues.at(-1) ?? today
  return { start: `${start.slice(0, 4)}-01-01`, end: `${(end < start ? start : end).slice(0, 4)}-12-31` }
}

/** Whether the task has this indicator twice, so that only the year tells its figures apart; room is scarce otherwise. */
const hasTwin = ({ id, taskId, indicator }: TargetView, targets: readonly TargetView[]): boolean =>
  targets.some((other) => other.id !== id && other.taskId === taskId && other.indicator.text === indicator.text)

/** What the wall chart shows of a programme. Nobody has reported yet, so every lamp is grey and every value unknown. */
export function chartOf(
  programme: ProgrammeView,
  tasks: readonly TaskView[],
  targets: readonly TargetView[],
): ChartInput {
  const { title, issuer, number, startOn, endOn, today } = programme
  const period = startOn !== null && endOn !== null ? { start: startOn, end: endOn } : periodOf(programme, tasks)
  return {
    programme: { title, issuer, number, period },
    tasks: tasks.map(({ id, number, title, action, leads, dueOn, ongoing }) => {
      return {
        id,
        number,
        title,
        action,
        leads: leads.map(({ name }) => name),
        startOn: null,
        dueOn,
        ongoing,
        lamp: 'grey',
      }
    }),
    targets: targets
      .filter((target) => target.kind !== 'benefit' && target.repeats === null)
      .map((target) => ({
        id: target.id,
        taskId: target.taskId,
        label: target.indicator.text,
        valueText: '未知',
        unit: formatUnit(target),
        targetText: `${hasTwin(target, targets) ? yearOfTarget(target, period) : ''} ${formatFigure(target)}`.trim(),
        progress: null,
      })),
    today,
  }
}
