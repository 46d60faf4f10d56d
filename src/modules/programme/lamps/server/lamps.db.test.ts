import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { addDays } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract, type TargetView, type TaskView } from '#modules/programme/programmes/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { lampContract, type VerdictList } from '../contract.ts'
import { judgeProgramme } from './index.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { office, reporter, reviewer, leader, auditor, observer } = people
const finance: Actor = { ...reporter, userId: 'finance-reporter', name: '财政填报员', ...forAgency(agencyIds.finance) }

/** Ten in the morning in the county. */
const morning = (day: string) => {
  clock.now = new Date(`${day}T02:00:00Z`)
}
const firstDay = '2026-03-03'
const lastDay = '2026-06-05'
morning(firstDay)

async function publish(text: string, newIssueOf: string | null): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf })
  return planId
}

const firstPlanId = await publish(inventedPlan, null)
const programmeId = (await system.call(programmeContract.listProgrammes, leader, {}))[0]!.id
const tasks = await tasksOf(db, programmeId)
const [station, commissioners, variety] = tasks as readonly TaskView[] as [TaskView, TaskView, TaskView]
const stationTarget = station.targets[0] as TargetView

const list = (actor: Actor = leader, on?: string) => system.call(lampContract.listVerdicts, actor, { programmeId, on })
const of = (verdicts: VerdictList, { id }: { id: string }) => verdicts.tasks.find(({ taskId }) => taskId === id)!

async function say(
  task: TaskView,
  cycle: string,
  more: {
    progress?: 'unchanged' | 'progressed' | 'difficult' | 'finished'
    text?: string
    values?: [string, number][]
  },
) {
  const answer = {
    taskId: task.id,
    cycle,
    progress: more.progress ?? 'unchanged',
    text: more.text ?? '',
    needsCoordination: false,
    fileIds: [],
    values: (more.values ?? []).map(([targetId, value]) => ({ targetId, value })),
  }
  const said = await system.call(reportContract.submitReports, reporter, {
    clientKey: newId(),
    seconds: 30,
    answers: [answer],
    questions: [],
  })
  expect(said.outcomes[0]!.refusal).toBeNull()
  return said.outcomes[0]!.reportId!
}

const sign = (id: string) => system.call(reportContract.signReports, reviewer, { reportIds: [id] })
const giveBack = (id: string) =>
  system.call(reportContract.returnReports, reviewer, { reportIds: [id], reason: '数据与台账不符' })

async function finishStep(task: TaskView, day: string) {
  const schedule = await system.call(scheduleContract.getSchedule, office, { taskId: task.id })
  const stepId = schedule!.steps.find(({ done }) => done === null)!.id
  await system.call(scheduleContract.completeStep, office, {
    taskId: task.id,
    stepId,
    revisionId: schedule!.id,
    doneOn: day,
  })
}

async function moveSchedule(task: TaskView, on: string) {
  const schedule = await system.call(scheduleContract.getSchedule, office, { taskId: task.id })
  const stepId = schedule!.steps.at(-1)!.id
  await system.call(scheduleContract.changeSchedule, office, {
    taskId: task.id,
    revisionId: schedule!.id,
    reason: '上级要求提前完成',
    change: { kind: 'moveStep', stepId, edge: 'finish', on },
  })
}

async function loosen(yellowRatio: number) {
  const { thresholds } = await system.call(lampContract.getLampSettings, office, { programmeId })
  await system.call(lampContract.saveLampSettings, office, {
    programmeId,
    thresholds: { ...thresholds, yellowRatio },
    reason: '专班会议调整黄灯下限',
  })
}

let returned = ''
/** What happens in three months: reports late and returned, a schedule moved, rules changed, a new issue of the plan. */
const events: Record<string, () => Promise<unknown>> = {
  '2026-03-20': () =>
    say(station, '2026-03', { progress: 'progressed', text: '已选址三处', values: [[stationTarget.id, 1]] }).then(sign),
  '2026-03-24': () => say(commissioners, '2026-03', {}),
  '2026-04-02': () => finishStep(station, '2026-04-01'),
  '2026-04-10': () => moveSchedule(station, '2026-09-30'),
  '2026-04-20': () => say(variety, '2026-04', {}),
  '2026-04-22': async () => {
    returned = await say(station, '2026-04', {
      progress: 'progressed',
      text: '已建成九处',
      values: [[stationTarget.id, 9]],
    })
  },
  '2026-04-27': () => giveBack(returned),
  '2026-04-29': () =>
    say(station, '2026-04', { progress: 'difficult', text: '两处用地没有落实', values: [[stationTarget.id, 2]] }),
  '2026-05-06': () => loosen(0.3),
  '2026-05-12': () =>
    system.call(lampContract.setTrajectory, office, {
      targetId: stationTarget.id,
      reason: '站点集中在下半年建成',
      course: { shape: 'points', points: [{ on: '2026-06-30', value: 2 }] },
    }),
  '2026-05-20': () => publish(inventedSecondIssue, firstPlanId),
  '2026-05-24': () => say(station, '2026-05', { progress: 'progressed', values: [[stationTarget.id, 3]] }).then(sign),
  '2026-05-28': () => loosen(0.8),
}

/** What people saw half an hour before midnight, by day. */
const seen = new Map<string, VerdictList>()

beforeAll(async () => {
  await system.jobs.drain()
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    morning(day)
    await events[day]?.()
    clock.now = new Date(`${day}T15:30:00Z`)
    seen.set(day, await list())
    clock.now = new Date(`${day}T16:30:00Z`)
    await system.jobs.drain()
  }
}, 120_000)

/** Of a verdict what does not hang on when it was kept. */
const colours = ({ tasks, overall }: Pick<VerdictList, 'tasks' | 'overall'>) => ({
  overall,
  tasks: tasks.map((verdict) => ({ ...verdict, sinceOn: null })),
})

describe('any past day can be shown again', () => {
  test('as people saw it that evening, reasons and all', async () => {
    for (const [day, then] of seen) expect(colours(await list(leader, day)), day).toEqual(colours(then))
    const summaries = [...seen.values()].map((view) => of(view, station).summary)
    expect(new Set(summaries).size).toBeGreaterThan(1)
  })

  test('and it is what was kept that night', async () => {
    const proof = await system.call(lampContract.verifySnapshots, auditor, { programmeId, from: firstDay, to: lastDay })
    expect(proof).toMatchObject({ from: firstDay, differing: [], days: 31 })
    const rest = await system.call(lampContract.verifySnapshots, auditor, {
      programmeId,
      from: '2026-05-06',
      to: lastDay,
    })
    expect(rest).toMatchObject({ to: lastDay, differing: [], days: 31 })
    expect(rest.tasks).toBeGreaterThan(31 * 3)
  })

  test('what somebody alters in what was kept is found', async () => {
    const alter = (from: string, to: string) =>
      db.execute(
        `update lamps.snapshot set summary = '${to}' where day = '2026-05-10' and task_id = '${station.id}' and summary = '${from}'`,
      )
    const { summary } = of(seen.get('2026-05-10')!, station)
    const other = summary === 'green' ? 'red' : 'green'
    await alter(summary, other)
    const proof = await system.call(lampContract.verifySnapshots, office, {
      programmeId,
      from: '2026-05-10',
      to: '2026-05-10',
    })
    expect(proof.differing).toEqual([
      { day: '2026-05-10', taskId: station.id, title: '建设科技服务站', kept: other, again: summary },
    ])
    await alter(other, summary)
  })

  test('the door for other modules gives the same', async () => {
    const verdicts = await db.transaction((tx) => judgeProgramme(tx, { ...office, id: programmeId }, '2026-04-25'))
    expect(verdicts.map(({ summary }) => summary)).toEqual(seen.get('2026-04-25')!.tasks.map(({ summary }) => summary))
    expect(await db.transaction((tx) => judgeProgramme(tx, { ...office, id: programmeId }, '2026-03-02'))).toEqual([])
  })

  test('a day to come has no lamps', async () => {
    await expect(list(leader, '2027-01-01')).rejects.toThrow('还没有到')
  })
})

describe('what was said counts as long as it stands', () => {
  const reachedOn = (day: string) => of(seen.get(day)!, station).targets[0]!.reached
  test('a returned figure counted until it was returned', () => {
    expect(['2026-04-21', '2026-04-22', '2026-04-26', '2026-04-27', '2026-04-29'].map(reachedOn)).toEqual([
      1, 9, 9, 1, 2,
    ])
  })

  test('a cycle nobody reported makes the task stale, not red', () => {
    const day = seen.get('2026-03-27')!
    expect(of(day, variety).freshness.state).toBe('stale')
    expect(of(day, station).freshness.state).toBe('fresh')
    expect(of(day, variety).summary).not.toBe('red')
    expect(day.counts.freshRatio).toBeLessThan(1)
  })

  test('a new issue of the plan takes effect on its day', () => {
    expect(seen.get('2026-05-19')!.tasks.map(({ taskId }) => taskId)).toContain(commissioners.id)
    expect(seen.get('2026-05-20')!.tasks.map(({ taskId }) => taskId)).not.toContain(commissioners.id)
    expect(of(seen.get('2026-05-19')!, station).targets[0]!.wanted).toBe(12)
    expect(of(seen.get('2026-05-20')!, station).targets[0]!.wanted).toBe(15)
  })
})

describe('who sees what', () => {
  test('colours are for all, reasons of others’ tasks are not', async () => {
    const [theirs, mine] = [await list(finance, '2026-05-19'), await list(reporter, '2026-05-19')]
    expect(theirs.tasks.map(({ summary }) => summary)).toEqual(mine.tasks.map(({ summary }) => summary))
    const stranger = await list({ ...finance, ...forAgency(newId()) }, '2026-05-19')
    expect(of(stranger, station)).toMatchObject({ schedule: { reasons: [] }, freshness: { reasons: [] } })
    expect(of(mine, station).schedule.reasons).not.toEqual([])
    const slim = await system.call(lampContract.listLamps, observer, { programmeId })
    expect(slim.tasks).toHaveLength(slim.tasks.length)
    expect(slim.targets.map(({ targetId }) => targetId)).toContain(stationTarget.id)
  })

  test('figures of a target are for those its task names', async () => {
    const stranger = { ...finance, ...forAgency(newId()) }
    const page = (actor: Actor) => system.call(lampContract.getTargetPage, actor, { targetId: stationTarget.id })
    await expect(page(stranger)).rejects.toThrow('不由本单位牵头')
    expect((await page(reporter)).can.setTrajectory).toMatchObject({ allowed: false })
    expect((await page(office)).can.setTrajectory).toMatchObject({ allowed: true })
    await expect(system.call(lampContract.getTargetPage, leader, { targetId: newId() })).rejects.toThrow('没有这个指标')
  })
})

describe('the page of a target', () => {
  test('has its series, its course, who set it, and the reports newest first', async () => {
    const page = await system.call(lampContract.getTargetPage, office, { targetId: stationTarget.id })
    expect(page.series.map(({ value }) => value)).toEqual([1, 2, 3])
    expect(page.records[0]).toMatchObject({ value: 3, agency: '县科技局', signedOn: '2026-05-24' })
    expect(page.course).toContainEqual({ on: '2026-06-30', value: 2 })
    expect(page.courseSetBy).toMatchObject({ reason: '站点集中在下半年建成', setBy: office.name })
    // Its course is set by hand: no straight line is told beside it.
    expect(page.verdict.forecast).toBeNull()
  })

  test('a course that does not fit is refused with what is wrong', async () => {
    const set = (
      course: { shape: 'quarters'; shares: number[] } | { shape: 'points'; points: { on: string; value: number }[] },
    ) => system.call(lampContract.setTrajectory, office, { targetId: stationTarget.id, course, reason: '试设进度线' })
    await expect(set({ shape: 'quarters', shares: [0.5, 0.3, 0.8, 1] })).rejects.toThrow('逐季不减')
    await expect(set({ shape: 'points', points: [{ on: '2029-01-01', value: 3 }] })).rejects.toThrow('不在目标期限')
  })
})

describe('what changed', () => {
  test('between two days is told with why', async () => {
    const days = [...seen].map(([day, view]) => ({ day, lamp: of(view, station).summary }))
    const turn = days.findIndex(({ lamp }, i) => i > 0 && lamp !== days[i - 1]!.lamp)
    const [before, after] = [days[turn - 1]!, days[turn]!]
    const { changes } = await system.call(lampContract.compareDays, leader, {
      programmeId,
      from: before.day,
      to: after.day,
    })
    const change = changes.find(({ taskId }) => taskId === station.id)
    expect(change).toMatchObject({ before: before.lamp, after: after.lamp, title: '建设科技服务站' })
    expect(change!.why.length).toBeGreaterThan(0)
    await expect(
      system.call(lampContract.compareDays, leader, { programmeId, from: after.day, to: before.day }),
    ).rejects.toThrow('对调')
  })

  test('a task knows since when it shows its colour, month by month', async () => {
    const page = await system.call(lampContract.getTaskVerdict, reporter, { taskId: station.id })
    expect(page.months.map(({ month }) => month)).toEqual(['2026-03', '2026-04', '2026-05', '2026-06'])
    const since = page.verdict!.sinceOn!
    expect(of(seen.get(since) ?? (await list(leader, since)), station).summary).toBe(page.verdict!.summary)
    expect(of(seen.get(addDays(since, -1))!, station).summary).not.toBe(page.verdict!.summary)
  })

  test('who leads a task that turned red is told once, and the office with how many', async () => {
    expect(of(seen.get('2026-04-19')!, variety).schedule).toMatchObject({ lamp: 'grey' })
    expect(of(seen.get('2026-04-20')!, variety).schedule).toMatchObject({ lamp: 'red' })
    const told = (await system.call(noticeContract.listNotices, reporter, { kind: 'lampWorse' })).notices
    expect(told.filter(({ title }) => title === '“推广新品种”转为红灯')).toHaveLength(1)
    const office1 = (await system.call(noticeContract.listNotices, office, { kind: 'lampWorse' })).notices
    expect(office1[0]!.title).toMatch(/转红 \d+ 项$/)
  })
})

describe('settings', () => {
  test('are kept with the day they hold from, and the same again is no change', async () => {
    const view = await system.call(lampContract.getLampSettings, office, { programmeId })
    expect(view.changes.map(({ thresholds, validFrom }) => [thresholds.yellowRatio, validFrom])).toEqual([
      [0.8, '2026-05-28'],
      [0.3, '2026-05-06'],
    ])
    expect(view.defaults.yellowRatio).toBe(0.7)
    const again = system.call(lampContract.saveLampSettings, office, {
      programmeId,
      thresholds: view.thresholds,
      reason: '没有变化',
    })
    await expect(again).rejects.toThrow('没有可保存的变化')
    expect(
      (await system.call(lampContract.getLampSettings, leader, { programmeId })).can.saveLampSettings.allowed,
    ).toBe(false)
  })
})

test('the table of indicators goes out as .xlsx', async () => {
  const file = await system.call(lampContract.exportIndicators, leader, { programmeId })
  expect(file).toMatchObject({ name: expect.stringContaining('指标进度表（2026-06-06）') })
  expect(Buffer.from((file as { bytes: Uint8Array }).bytes).toString('latin1', 0, 2)).toBe('PK')
})

test('two programs keep a day once', async () => {
  clock.now = new Date('2026-06-06T16:30:00Z')
  await Promise.all([system.jobs.drain(), system.jobs.drain()])
  const { rows } = await db.execute<{ n: string }>(`select count(*) n from lamps.kept_day where day = '2026-06-06'`)
  expect(rows[0]!.n).toBe('1')
})
