import { expect, test } from 'vitest'
import { homeContract } from '#modules/programme/home/contract.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { type OpeningAnswer, reportContract } from '../contract.ts'
import { openReporting } from './reporting.fixture.ts'

const county = await openReporting('2027-06-10', inventedPlan)
const { system, people, programmeId, tasks, on, say, forget } = county
const { office, reporter, reviewer, leader } = people
const [station, commissioners, variety] = tasks as unknown as [
  (typeof tasks)[number],
  (typeof tasks)[number],
  (typeof tasks)[number],
]

const sheet = () => system.call(reportContract.getOpening, office, { programmeId })
const save = (answers: readonly Partial<OpeningAnswer>[]) =>
  system.call(reportContract.saveOpening, office, {
    programmeId,
    answers: answers.map((answer) => ({
      subjectId: '', said: 'finished' as const, on: null, value: null, undone: [], from: '', done: [], ...answer,
    })), // biome-ignore format: one line
  })
const lampOf = async (taskId: string, day?: string) =>
  (await system.call(lampContract.listVerdicts, leader, { programmeId, on: day })).tasks.find(
    (one) => one.taskId === taskId,
  )!
const todos = async () =>
  (await system.call(homeContract.getHome, office, { programmeId })).todos.filter(({ kind }) => kind === 'opening')

test('a plan published in its second year asks the office once, and says how much is still unsaid', async () => {
  const { tasks: asked, counts, publishedOn } = await sheet()
  expect(publishedOn).toBe('2027-06-10')
  expect(asked.map(({ title }) => title)).toContain(station.title)
  expect(counts.open).toBe(counts.asked)
  expect((await todos())[0]!.title).toContain(`还有 ${counts.open} 项没有说明`)
  expect(await lampOf(station.id)).toMatchObject({ summary: 'grey' })
})

test('what was finished before is green and marked, asked no more, and counts as nobody’s report', async () => {
  await save([{ subjectId: station.id, said: 'finished', on: '2026-12-20', from: '2026年工作总结' }])
  const { schedule, freshness } = await lampOf(station.id)
  expect(schedule).toMatchObject({ lamp: 'green' })
  expect(schedule.reasons[0]!.text).toBe('2026年12月20日已完成（期初情况，办公室填报）。')
  expect(freshness.state).toBe('fresh')
  const board = await system.call(reportContract.getBoard, office, { programmeId })
  expect(board.rows.flatMap(({ cells }) => cells).reduce((sum, { inTime, late }) => sum + inTime + late, 0)).toBe(0)
  expect(board.open.map(({ taskId }) => taskId)).not.toContain(station.id)
  const page = await system.call(reportContract.listTaskReports, office, { taskId: station.id })
  expect(page.reports).toEqual([])
  expect(page.opening).toMatchObject({ said: 'finished', on: '2026-12-20', saidBy: office.name, isReported: false })
})

test('what is said to be under way after its day is known to be undone: red, with its mark; unclear stays grey', async () => {
  await save([{ subjectId: station.id, said: 'under_way', from: '主任会议' }])
  const { schedule } = await lampOf(station.id)
  const overdue = schedule.reasons.find(({ code }) => code === 'overdue')!
  expect(overdue.text).toMatch(/尚未办结（期初情况，办公室填报）。$/u)
  await save([{ subjectId: station.id, said: 'unclear' }])
  expect((await lampOf(station.id)).schedule.lamp).toBe('grey')
  expect((await sheet()).counts.unclear).toBe(1)
})

test('a figure is read from its day, marked, and judged; it wants a day, a source, and no impossible value', async () => {
  const target = variety.targets[0]!
  const said = { subjectId: target.id, said: 'figure' as const, value: 2, on: '2027-05-31', from: '农业农村局统计' }
  await expect(save([{ ...said, from: '' }])).rejects.toThrow('请写明数从哪里来')
  await expect(save([{ ...said, on: null }])).rejects.toThrow('截至哪一天')
  await expect(save([{ ...said, on: '2027-12-31' }])).rejects.toThrow('晚于今天')
  await expect(save([{ ...said, value: -1 }])).rejects.toThrow('不能小于 0')
  await expect(save([{ ...said, subjectId: station.id }])).rejects.toThrow('对不上')
  await save([said])
  const page = await system.call(lampContract.getTargetPage, leader, { targetId: target.id })
  expect(page.verdict).toMatchObject({ reached: 2, asOfOn: '2027-05-31', saidBy: [] })
  expect(page.verdict.reasons[0]!.text).toContain('（期初情况，办公室填报）。')
  expect(page.records).toMatchObject([
    { isOpening: true, reportId: null, value: 2, agency: '期初情况，办公室填报：农业农村局统计' },
  ])
})

test('steps that were done are ticked with their days, those that were not are known to be late', async () => {
  const view = await sheet()
  const withSteps = view.tasks.find(({ steps }) => steps.length > 0)
  expect(withSteps?.taskId).toBe(station.id)
  const [first, ...others] = withSteps!.steps
  await save([
    {
      subjectId: withSteps!.taskId,
      said: 'under_way',
      undone: others.map(({ stepId }) => stepId),
      done: [{ stepId: first!.stepId, on: '2027-05-01' }],
    },
  ])
  const schedule = await system.call(scheduleContract.getSchedule, office, { taskId: withSteps!.taskId })
  expect(schedule!.steps.find(({ id }) => id === first!.stepId)!.done).toMatchObject({ on: '2027-05-01' })
  const revisions = await system.call(scheduleContract.listRevisions, office, { taskId: withSteps!.taskId })
  expect(revisions[0]!.reason).toMatch(/^期初情况，办公室填报：/u)
})

test('the same said again keeps nothing new; what is taken back is gone; earlier days stay as they were known', async () => {
  expect((await save([{ subjectId: commissioners.id, said: 'not_started' }])).saved).toBe(1)
  expect((await save([{ subjectId: commissioners.id, said: 'not_started' }])).saved).toBe(0)
  on('2027-06-14')
  await save([{ subjectId: station.id, said: 'finished', on: null }])
  expect((await lampOf(station.id)).schedule.lamp).toBe('green')
  expect((await lampOf(station.id, '2027-06-12')).schedule.lamp).toBe('red')
  await save([{ subjectId: commissioners.id, said: 'withdrawn' }])
  const { opening } = (await sheet()).tasks.find(({ taskId }) => taskId === commissioners.id)!
  expect(opening).toBeNull()
})

test('the first report of an agency takes its place; sent back, the office’s word holds again', async () => {
  on('2027-06-15')
  const { outcomes } = await say(reporter, station.id, { cycle: '2027-06', progress: 'progressed', text: '还差两个站' })
  expect(outcomes[0]!.refusal).toBeNull()
  expect((await lampOf(station.id)).schedule.lamp).not.toBe('green')
  await expect(save([{ subjectId: station.id, said: 'under_way' }])).rejects.toThrow('以它们为准')
  const page = await system.call(reportContract.listTaskReports, office, { taskId: station.id })
  expect(page.opening).toMatchObject({ isReported: true })
  await system.call(reportContract.returnReports, reviewer, {
    reportIds: [outcomes[0]!.reportId!],
    reason: '与台账不符',
  })
  expect((await lampOf(station.id)).schedule.lamp).toBe('green')
})

test('what everything was said of is asked no more', async () => {
  const { tasks: asked, overall } = await sheet()
  const figures = [...asked.flatMap((one) => one.figures), ...overall].filter(({ isOpen }) => isOpen)
  await save([
    ...asked.filter(({ isOpen }) => isOpen).map(({ taskId: subjectId }) => ({ subjectId, said: 'unclear' as const })),
    ...figures.map(({ targetId: subjectId, ask }) => ({
      subjectId, said: 'figure' as const, value: ask === 'done' ? 0 : 1, on: '2027-06-01', from: '工作总结',
    })), // biome-ignore format: one line
  ])
  expect((await sheet()).counts.open).toBe(0)
  expect(await todos()).toEqual([])
  await expect(system.call(reportContract.getOpening, reporter, { programmeId })).rejects.toThrow()
  await forget()
})
