import type { WorkingCalendar } from '#kernel/calendar.ts'
import { may } from '#kernel/contract.ts'
import { dayInWords, endOfDay } from '#kernel/day.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import {
  getProgrammeRow,
  listOwnTasks,
  loadContents,
  visibleTaskFilter,
} from '#modules/programme/programmes/server/index.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type ScheduleBoard, type ScheduleSummary, scheduleContract } from '../contract.ts'
import { scheduleErrors } from '../domain/errors.ts'
import { explainConflict, spanInWords, waitInWords, wordsFor } from '../domain/explain.ts'
import type { ScheduleRevision } from '../domain/schedule.ts'
import { isMark } from '../domain/step-days.ts'
import { loadCurrent } from './load-schedules.ts'
import { outlookOf, spanOf, viewFailure } from './view-schedule.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

export const getBoard = implement(scheduleContract.getBoard, ({ input, ...call }) =>
  loadBoard(call, input.programmeId, input.on),
)

/** The schedules of a programme a person may see, as they were on a day. */
export async function loadBoard(call: Asking, programmeId: string, day?: string): Promise<ScheduleBoard> {
  const { tx, actor, today } = call
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const on = day === undefined || day > today ? today : day
  const current = await loadCurrent(tx, programme, on === today ? undefined : endOfDay(on))
  const calendar = await loadCalendar(tx, actor.divisionCode)
  const isVisible = await visibleTaskFilter(tx, programme.id, actor)
  const own = await listOwnTasks(tx, programme.id, actor)
  const shown = (await loadContents(tx, programme)).tasks.filter(({ id }) => isVisible(id))
  const tasks = shown.map((task) => {
    const isOwn = own.get(task.id) === 'lead'
    return summarise(task, current.get(task.id), { on, calendar, isOwn })
  })
  const unpublished = new Set(shown.flatMap(({ id }) => current.get(id)?.unpublished ?? []))
  const allowed = may(actor, scheduleContract.scheduleProgramme)
  return {
    programmeId: programme.id,
    title: programme.title,
    today,
    on,
    startOn: programme.startOn,
    endOn: programme.endOn,
    unpublished: [...unpublished].sort((a, b) => a - b),
    tasks,
    can: { scheduleProgramme: { allowed, reason: allowed ? null : '补排工期由专班办公室办理。' } },
  }
}

function summarise(
  task: TaskView,
  row: ScheduleRevision | undefined,
  { on, calendar, isOwn }: { on: string; calendar: WorkingCalendar; isOwn: boolean },
): ScheduleSummary {
  const { id: taskId, programmeId, number, title, action } = task
  const head = { taskId, programmeId, number, title, action, leads: task.leads.map(({ name }) => name), isOwn }
  if (!row)
    return {
      ...head,
      templateTitle: '',
      deadlineOn: task.dueOn,
      startOn: null,
      finishOn: null,
      bars: [],
      next: null,
      tentative: false,
      slackDays: null,
      failure: scheduleErrors.noSchedule({}).message,
      late: null,
    }
  const { slack, conflict } = outlookOf(row, on, calendar)
  const bars = barsOf(row, on)
  return {
    ...head,
    templateTitle: row.templateTitle,
    deadlineOn: row.deadlineOn,
    ...spanOf(row),
    bars,
    next: nextOf(bars),
    tentative: row.dates.some(({ tentative }) => tentative),
    slackDays: slack.length === 0 ? null : Math.min(...slack.map(({ slackDays }) => slackDays)),
    failure: viewFailure(row, on)?.text ?? null,
    late: conflict && explainConflict(conflict, wordsFor(row.steps, on)),
  }
}

/** What is to be done next; a mark that a figure makes done only where nothing else is left. */
function nextOf(bars: ScheduleSummary['bars']): ScheduleSummary['next'] {
  const open = bars.filter(({ doneOn }) => doneOn === null).sort((a, b) => (a.startOn < b.startOn ? -1 : 1))
  return open.find(({ byFigure }) => !byFigure) ?? open[0] ?? null
}

function barsOf({ steps, dates }: ScheduleRevision, on: string): ScheduleSummary['bars'] {
  const of = new Map(dates.map((one) => [one.stepId, one]))
  return steps.flatMap((step) => {
    const { id: stepId, title, claim, done } = step
    const planned = of.get(stepId)
    if (!planned) return []
    const { startOn, finishOn, tentative } = planned
    const words = [waitInWords(step), spanInWords(step, planned, (day) => dayInWords(day, on))]
    const bar = {
      stepId,
      title,
      mark: isMark(step),
      words: words.filter((one) => one !== '').join('，'),
      byFigure: claim !== null,
    }
    return [{ ...bar, startOn, finishOn, doneOn: done?.on ?? null, tentative }]
  })
}
