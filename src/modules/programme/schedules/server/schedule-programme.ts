import type { WorkingCalendar } from '#kernel/calendar.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { programmeIssued } from '#modules/programme/programmes/contract.ts'
import { getProgrammeRow, loadContents } from '#modules/programme/programmes/server/index.ts'
import { type Call, implement, listen } from '#platform/operation/implement.ts'
import { scheduleContract, scheduleMoved } from '../contract.ts'
import type { ScheduleRevision } from '../domain/schedule.ts'
import { deadlineOf, followTargets, type ProgrammeTimes, scheduleTask, withDeadline } from '../domain/task-schedule.ts'
import type { ScheduleTemplate } from '../domain/template.ts'
import { loadCurrent, loadTemplates } from './load-schedules.ts'
import { record, revisionOf } from './record-revisions.ts'

type Doing = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'emit'>

/** When an issue of the plan is in force, every task gets its schedule, or the one it has follows its deadline. */
export const scheduleIssue = listen(
  programmeIssued,
  'every task gets a schedule, or the one it has follows its deadline',
  async ({ programmeId, occasion }, call) => {
    await scheduleAll(call, programmeId, occasion)
  },
)

export const scheduleProgramme = implement(scheduleContract.scheduleProgramme, async ({ input, about, ...call }) => {
  const { title } = await getProgrammeRow(call.tx, input.programmeId, call.actor)
  const scheduled = await scheduleAll(call, input.programmeId, '补排工期')
  about(`工作方案《${title}》`, { scheduled })
  return { scheduled }
})

async function scheduleAll(call: Doing, programmeId: string, occasion: string): Promise<number> {
  const { tx, actor, emit } = call
  const times = await getProgrammeRow(tx, programmeId, actor)
  const { tasks } = await loadContents(tx, times)
  const current = await loadCurrent(tx, times)
  const calendar = await loadCalendar(tx, actor.divisionCode)
  const templates = await loadTemplates(tx, actor.divisionCode)
  const known = { times, templates, calendar, occasion, call }
  const rows = tasks.flatMap((task) => rescheduled(task, current.get(task.id), known))
  const dropped = listDropped(tasks, current, known)
  await record(tx, [...rows, ...dropped])
  for (const { taskId, number } of rows) if (number > 1) await emit(scheduleMoved, { programmeId, taskId })
  return rows.length
}

interface ScheduleFacts {
  times: ProgrammeTimes
  templates: ReadonlyMap<string, ScheduleTemplate>
  calendar: WorkingCalendar
  occasion: string
  call: Doing
}

/** The first schedule, or one that follows a deadline the new issue changed; nothing when all stays. */
function rescheduled(task: TaskView, old: ScheduleRevision | undefined, known: ScheduleFacts): ScheduleRevision[] {
  const { times, templates, calendar, occasion, call } = known
  const of = { programmeId: task.programmeId, taskId: task.id, after: old?.number ?? 0 }
  const deadline = deadlineOf(task, times)
  if (old && old.steps.length > 0) {
    const isSame = deadline === undefined || deadline.on === old.deadlineOn || old.deadlineFrom === 'office'
    const moved = isSame ? old : withDeadline(old, deadline, calendar)
    const state = followTargets(moved, task.targets, { prefix: `r${old.number + 1}`, calendar })
    if (state === old) return []
    const reasons = [
      moved === old ? '' : `，完成期限由 ${old.deadlineOn ?? '未定'} 改为 ${moved.deadlineOn ?? '未定'}`,
      state === moved ? '' : '，年度目标节点随目标调整',
    ]
    const kind = moved === old ? 'figuresAdded' : 'deadlineChanged'
    return [revisionOf(state, { ...of, kind, reason: `${occasion}${reasons.join('')}` }, call)]
  }
  if (old && deadline === undefined) return []
  const state = scheduleTask(task, { times, templates, today: call.today }, calendar)
  const reason = `${occasion}，按“${state.templateTitle}”模板排定（${state.because}）`
  return [revisionOf(state, { ...of, kind: old ? 'deadlineChanged' : 'created', reason }, call)]
}

function listDropped(
  tasks: readonly TaskView[],
  current: ReadonlyMap<string, ScheduleRevision>,
  { occasion, call }: ScheduleFacts,
): ScheduleRevision[] {
  const inForce = new Set(tasks.map(({ id }) => id))
  return [...current.values()]
    .filter(({ taskId }) => !inForce.has(taskId))
    .map((old) => {
      const { programmeId, taskId, number: after } = old
      const reason = `${occasion}，方案不再列入这项任务`
      return revisionOf(
        { ...old, dates: [], failure: null },
        { programmeId, taskId, after, kind: 'dropped', reason },
        call,
      )
    })
}
