import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import { taskAdded } from '#modules/programme/programmes/contract.ts'
import { getProgrammeRow, loadContents } from '#modules/programme/programmes/server/index.ts'
import { listen } from '#platform/operation/implement.ts'
import { scheduleAddedTask } from '../domain/task-schedule.ts'
import { loadTemplates } from './load-schedules.ts'
import { record, revisionOf } from './record-revisions.ts'

export const scheduleAdded = listen(
  taskAdded,
  'the task gets a schedule by its template',
  async ({ programmeId, taskId }, call) => {
    const { tx, actor, today } = call
    const times = await getProgrammeRow(tx, programmeId, actor)
    const task = (await loadContents(tx, times)).tasks.find(({ id }) => id === taskId)
    if (!task) return
    const templates = await loadTemplates(tx, actor.divisionCode)
    const calendar = await loadCalendar(tx, actor.divisionCode)
    const { isCompressed, ...state } = scheduleAddedTask(task, { times, today, templates }, calendar)
    const tight = isCompressed ? '；期限较近，各步已按比例压缩' : ''
    const reason = `方案以外新增的任务，按“${state.templateTitle}”模板排定（${state.because}）${tight}`
    await record(tx, [revisionOf(state, { programmeId, taskId, after: 0, kind: 'created', reason }, call)])
  },
)
