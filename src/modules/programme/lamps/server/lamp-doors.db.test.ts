import { describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { oneAnswer } from '../../reports/server/reporting.fixture.ts'
import { reports } from '../../reports/server/tables.ts'
import { lampContract as ops } from '../contract.ts'
import { engine } from '../domain/rules/editions.ts'
import { judgeProgramme, judgeToday, loadLampsOn, loadStanding } from './index.ts'
import { bases, keptDays, settings, snapshots, standings, standingVerdicts, trajectories } from './tables.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { office, reporter, leader, auditor } = people
const stranger: Actor = { ...reporter, ...forAgency(newId()) }
const finance: Actor = { ...reporter, userId: 'finance-reporter', ...forAgency(agencyIds.finance) }

const morning = (day: string) => {
  clock.now = new Date(`${day}T02:00:00Z`)
}
const issuedOn = '2026-03-03'
morning(issuedOn)
const limited = inventedPlan.replace('示范推广水稻新品种', '农药残留不合格率控制在3%以内，示范推广水稻新品种')
const receipt = await system.call(planContract.handInText, office, { text: limited })
await system.background.idle()
const planId = (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)!.planId!
const { revision } = await system.call(planContract.getPlan, office, { planId })
await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
const programmeId = (await system.call(programmeContract.listProgrammes, leader, {}))[0]!.id
const tasks = await tasksOf(db, programmeId)
const taskId = tasks[0]!.id
const targets = tasks.flatMap((task) => task.targets)
const { divisionCode } = office

const inTx = <T>(read: (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<T>) => db.transaction(read)
const ofProgramme = { divisionCode, programmeId }
const running = { divisionCode, id: programmeId }
const keepDay = async (day: string, summary?: 'green' | 'red') => {
  await db.insert(keptDays).values({ ...ofProgramme, day, edition: '2026-1', keptAt: new Date() })
  if (summary)
    await db.insert(snapshots).values({
      ...ofProgramme,
      day,
      taskId,
      summary,
      schedule: summary,
      value: null,
      freshness: 'none',
      sinceOn: day,
      digest: '',
    })
}
const forgetDays = async () => {
  for (const table of [keptDays, snapshots, bases, standings]) await db.delete(table)
}

describe('the doors for other modules', () => {
  test('know nothing of a programme that is not there, nor of a day before it was issued', async () => {
    const unknown = { divisionCode, id: newId() }
    expect(await inTx((tx) => judgeProgramme(tx, unknown, issuedOn))).toEqual([])
    expect(await inTx((tx) => judgeToday(tx, unknown, issuedOn))).toEqual([])
    expect(await inTx((tx) => loadLampsOn(tx, unknown, issuedOn))).toEqual(new Map())
    expect(await inTx((tx) => loadStanding(tx, unknown, issuedOn))).toEqual({ day: issuedOn, tasks: [], overall: [] })
    expect(await inTx((tx) => judgeProgramme(tx, running, '2026-03-02'))).toEqual([])
    expect(await inTx((tx) => judgeProgramme(tx, running, issuedOn))).toHaveLength(tasks.length)
  })

  test('tell the colours of a past day as they were kept that day or on the kept day before', async () => {
    expect([...(await inTx((tx) => loadLampsOn(tx, running, issuedOn))).keys()]).toEqual(tasks.map(({ id }) => id))
    await keepDay('2026-03-05', 'red')
    await keepDay('2026-03-07', 'green')
    const on = async (day: string) => (await inTx((tx) => loadLampsOn(tx, running, day))).get(taskId)
    expect([await on('2026-03-04'), await on('2026-03-05'), await on('2026-03-06'), await on('2026-03-07')]).toEqual([
      'grey',
      'red',
      'red',
      'green',
    ])
    await forgetDays()
  })

  test('what stands today is worked out anew when the day, the engine or what was written is another', async () => {
    const first = await inTx((tx) => loadStanding(tx, running, issuedOn))
    const standsAs = async (marks: { engine?: number; day?: string }) => {
      await db.delete(standingVerdicts)
      await db.update(standings).set({ ...marks, stamp: newId() })
      return (await inTx((tx) => loadStanding(tx, running, issuedOn))).tasks.length
    }
    expect(first).toMatchObject({ day: issuedOn })
    expect(await standsAs({})).toBe(0)
    expect((await inTx((tx) => judgeToday(tx, running, issuedOn))).length).toBe(0)
    expect(await standsAs({ engine: engine - 1 })).toBe(tasks.length)
    expect(await standsAs({ day: '2026-03-02' })).toBe(tasks.length)
    expect(await standsAs({})).toBe(0)
    await system.call(ops.exportIndicators, leader, { programmeId })
    expect((await inTx((tx) => judgeToday(tx, running, issuedOn))).length).toBe(0)
    await system.call(ops.setTrajectory, office, {
      targetId: targets[0]!.id,
      reason: '站点集中在下半年',
      course: { shape: 'quarters', shares: [0, 0.2, 0.6, 1] },
    })
    expect((await inTx((tx) => judgeToday(tx, running, issuedOn))).length).toBe(tasks.length)
    expect(await db.select().from(standings)).toHaveLength(1)
    await db.delete(trajectories)
    await forgetDays()
  })
})

describe('lists', () => {
  test('of colours hold every task and target once, for everybody', async () => {
    const { tasks: all, day } = await system.call(ops.listVerdicts, leader, { programmeId })
    const slim = await system.call(ops.listLamps, stranger, { programmeId })
    expect(slim.day).toBe(day)
    expect(slim.tasks).toEqual(
      all.map((one) => ({ taskId: one.taskId, lamp: one.summary, freshness: one.freshness.state })),
    )
    expect(slim.targets.map(({ targetId }) => targetId).sort()).toEqual(targets.map(({ id }) => id).sort())
    expect(new Set(slim.targets.map(({ lamp }) => lamp))).toEqual(new Set(['grey']))
  })

  test('name the task, its leads and no participants; a stranger sees the colour and no figure', async () => {
    const [mine] = (await system.call(ops.listVerdicts, finance, { programmeId })).tasks
    expect(mine).toMatchObject({ taskId, number: '1', title: '建设科技服务站', leads: ['县科技局'], sinceOn: null })
    const [led] = (await system.call(ops.listVerdicts, reporter, { programmeId })).tasks
    expect(led?.targets[0]?.reasons).not.toEqual([])
    expect(led?.schedule.reasons).not.toEqual([])
    const [theirs] = (await system.call(ops.listVerdicts, stranger, { programmeId })).tasks
    expect(theirs).toEqual({
      ...mine,
      schedule: { lamp: mine!.schedule.lamp, reasons: [] },
      value: { lamp: mine!.value!.lamp, reasons: [] },
      freshness: { state: mine!.freshness.state, reasons: [] },
      doubts: [],
      targets: [
        {
          targetId: mine!.targets[0]!.targetId,
          lamp: 'grey',
          reasons: [],
          saidBy: [],
          reached: null,
          asOfOn: null,
          expectedNow: null,
          wanted: null,
          wantedOn: null,
          forecast: null,
        },
      ],
    })
  })

  test('today is shown, tomorrow is refused, and no day means today', async () => {
    const on = (day: string | undefined) => system.call(ops.listVerdicts, leader, { programmeId, on: day })
    expect(await on(issuedOn)).toEqual(await on(undefined))
    await expect(on('2026-03-04')).rejects.toThrow('还没有到')
  })
})

describe('two days compared', () => {
  test('from what was kept, else from what the day gives; the same day is no order', async () => {
    const compare = (from: string, to: string) => system.call(ops.compareDays, stranger, { programmeId, from, to })
    morning('2026-03-06')
    expect((await compare(issuedOn, '2026-03-06')).changes).toEqual([])
    await keepDay('2026-03-04', 'green')
    expect((await compare('2026-03-04', '2026-03-06')).changes).toEqual([
      { taskId, before: 'green', after: 'grey', turned: 'other', title: '建设科技服务站', why: [] },
    ])
    expect((await compare('2026-03-06', '2026-03-06')).changes).toEqual([])
    await expect(compare('2026-03-06', '2026-03-05')).rejects.toThrow('对调')
    await expect(compare('2026-03-06', '2026-03-07')).rejects.toThrow('还没有到')
    await forgetDays()
  })
})

describe('a task month by month', () => {
  test('shows the last kept day of each of 24 months', async () => {
    morning('2028-03-10')
    for (const day of [
      '2026-03-31',
      '2026-04-01',
      '2026-04-30',
      '2027-12-31',
      '2028-01-02',
      '2028-01-30',
      '2028-03-09',
    ])
      await keepDay(day, day === '2028-01-30' ? 'red' : 'green')
    const { months, verdict } = await system.call(ops.getTaskVerdict, reporter, { taskId, on: '2028-03-05' })
    expect(months).toEqual([
      { month: '2026-04', day: '2026-04-30', lamp: 'green' },
      { month: '2027-12', day: '2027-12-31', lamp: 'green' },
      { month: '2028-01', day: '2028-01-30', lamp: 'red' },
      { month: '2028-03', day: '2028-03-09', lamp: 'green' },
    ])
    expect(verdict).toMatchObject({ taskId, title: '建设科技服务站' })
    await forgetDays()
  })
})

describe('what was kept is proved', () => {
  const prove = async (from?: string, to?: string) => {
    const proof = await system.call(ops.verifySnapshots, auditor, { programmeId, from, to })
    return [proof.days, proof.from, proof.to, proof.tasks, proof.differing.length]
  }

  test('the newest 31 days, or the first 31 from a day; none is none', async () => {
    morning('2026-05-01')
    expect(await prove()).toEqual([0, null, null, 0, 0])
    for (let n = 0; n < 33; n += 1) await keepDay(new Date(Date.UTC(2026, 0, 10 + n)).toISOString().slice(0, 10))
    expect(await prove()).toEqual([31, '2026-01-12', '2026-02-11', 0, 0])
    expect(await prove('2026-01-10')).toEqual([31, '2026-01-10', '2026-02-09', 0, 0])
    expect(await prove(undefined, '2026-01-11')).toEqual([2, '2026-01-10', '2026-01-11', 0, 0])
    expect(await prove('2026-02-11', '2026-02-11')).toEqual([1, '2026-02-11', '2026-02-11', 0, 0])
    await forgetDays()
  })

  test('a colour that was never kept, and one that was kept of nothing, are both named', async () => {
    await keepDay('2026-03-04', 'red')
    const unknown = newId()
    await db.update(snapshots).set({ taskId: unknown })
    const { differing } = await system.call(ops.verifySnapshots, office, { programmeId })
    expect(differing[0]).toEqual({ day: '2026-03-04', taskId: unknown, title: '', kept: 'red', again: null })
    expect(differing.slice(1)).toEqual(
      tasks.map(({ id, title }) => ({ day: '2026-03-04', taskId: id, title, kept: null, again: 'grey' })),
    )
    await forgetDays()
  })
})

describe('days are kept at night', () => {
  const kept = async () => (await db.select().from(keptDays)).map(({ day }) => day).sort()

  test('from the day of issue, three days back at most, each once; the basis again only when it changed', async () => {
    morning('2026-03-05')
    await system.jobs.drain()
    clock.now = new Date('2026-03-05T17:00:00Z')
    await system.jobs.drain()
    expect(await kept()).toEqual(['2026-03-03', '2026-03-04', '2026-03-05'])
    morning('2026-03-20')
    clock.now = new Date('2026-03-20T17:00:00Z')
    await system.jobs.drain()
    expect(await kept()).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-18', '2026-03-19', '2026-03-20'])
    expect(await db.select().from(bases)).toHaveLength(1)
    const [row] = await db.select().from(snapshots)
    expect(row).toMatchObject({ summary: 'grey', schedule: 'grey', day: '2026-03-03', sinceOn: '2026-03-03' })
    expect((await db.select().from(keptDays))[0]).toMatchObject({ edition: '2026-1' })
  })

  test('a day judges the tasks kept then, a day before the first those kept first', async () => {
    const [row] = await db.select().from(bases)
    const basis = { ...row!.basis, tasks: row!.basis.tasks.slice(1) }
    await db.insert(bases).values({ ...row!, day: '2026-03-19', digest: 'x', basis })
    const count = async (day: string) => (await inTx((tx) => judgeProgramme(tx, running, day))).length
    const [all, fewer] = [tasks.length, tasks.length - 1]
    expect([await count('2026-03-18'), await count('2026-03-19'), await count('2026-03-20')]).toEqual([
      all,
      fewer,
      fewer,
    ])
    expect(await count('2026-03-21')).toBe(all)
    await db.delete(bases)
    await db.insert(bases).values({ ...row!, day: '2026-03-19', digest: 'x', basis })
    expect(await count('2026-03-04')).toBe(fewer)
    await db.delete(bases)
    expect(await count('2026-03-04')).toBe(all)
    await forgetDays()
  })

  test('who leads a task that turned red the night before is told, who takes part is not', async () => {
    const told = async (who: Actor) =>
      (await system.call(noticeContract.listNotices, who, { kind: 'lampWorse' })).notices.map(({ title }) => title)
    morning('2027-01-18')
    for (const { id } of tasks)
      await system.call(reportContract.submitReports, reporter, oneAnswer(id, { cycle: '2027-01' }))
    clock.now = new Date('2027-01-20T17:00:00Z')
    await system.jobs.drain()
    expect(await told(office)).toEqual([])
    await db.update(snapshots).set({ summary: 'green', sinceOn: '2026-12-01' })
    clock.now = new Date('2027-01-21T17:00:00Z')
    await system.jobs.drain()
    const red = (await system.call(ops.listVerdicts, leader, { programmeId })).tasks.filter(
      ({ summary }) => summary === 'red',
    )
    expect(red.length).toBeGreaterThan(0)
    expect((await told(reporter)).sort()).toEqual(red.map(({ title }) => `“${title}”转为红灯`).sort())
    expect(await told(office)).toEqual([`1月21日转红 ${red.length} 项`])
    expect(await told(finance)).toEqual([])
    await db.delete(reports)
    await forgetDays()
  })
})

describe('rules and courses', () => {
  test('of a day are those set by its end and holding from it', async () => {
    morning('2026-04-10')
    const view = await system.call(ops.getLampSettings, office, { programmeId })
    const row = (yellowRatio: number, validFrom: string, setAt: string) => ({
      ...ofProgramme,
      id: newId(),
      thresholds: { ...view.thresholds, yellowRatio },
      validFrom,
      reason: '试设',
      setBy: '某人',
      setAt: new Date(setAt),
    })
    await db
      .insert(settings)
      .values([
        row(0.5, '2026-04-01', '2026-04-01T02:00:00Z'),
        row(0.6, '2026-04-20', '2026-04-05T02:00:00Z'),
        row(0.8, '2026-04-01', '2026-04-12T02:00:00Z'),
      ])
    expect((await system.call(ops.getLampSettings, leader, { programmeId })).thresholds.yellowRatio).toBe(0.5)
    const save = (yellowRatio: number) =>
      system.call(ops.saveLampSettings, office, {
        programmeId,
        thresholds: { ...view.thresholds, yellowRatio },
        reason: '调整下限',
      })
    await expect(save(0.5)).rejects.toThrow('没有可保存的变化')
    const saved = await save(0.4)
    expect(saved.thresholds.yellowRatio).toBe(0.4)
    expect(saved).toMatchObject({
      edition: '2026-1',
      editionFrom: '2026-01-01',
      can: { saveLampSettings: { allowed: true } },
    })
    expect(saved.changes[0]).toMatchObject({ validFrom: '2026-04-01' })
    expect(saved.sentences.length).toBeGreaterThan(5)
    await db.delete(settings)
  })

  test('the newest course set by the end of a day is followed', async () => {
    const [{ id: targetId } = { id: '' }] = targets
    const set = (value: number) =>
      system.call(ops.setTrajectory, office, {
        targetId,
        reason: '逐点设定',
        course: { shape: 'points', points: [{ on: '2026-06-30', value }] },
      })
    const on = async (day: string) =>
      (await system.call(ops.getTargetPage, leader, { targetId, on: day })).courseSetBy?.reason ?? null
    morning('2026-04-11')
    expect(await on('2026-04-11')).toBeNull()
    await set(3)
    morning('2026-04-12')
    const page = await set(5)
    expect(page).toMatchObject({ day: '2026-04-12', today: '2026-04-12', limit: false, records: [], series: [] })
    expect(page.courseSetBy?.course).toEqual({ shape: 'points', points: [{ on: '2026-06-30', value: 5 }] })
    await expect(set(5)).resolves.toBeDefined()
    await db.delete(trajectories)
  })

  test('a limit has no course, and neither what has no figure', async () => {
    const limit = targets.find(({ indicator }) => indicator.text.includes('不合格率'))!
    const set = (targetId: string) =>
      system.call(ops.setTrajectory, office, { targetId, reason: '试设进度线', course: { shape: 'linear' } })
    await expect(set(limit.id)).rejects.toThrow('限额')
    const page = await system.call(ops.getTargetPage, office, { targetId: limit.id })
    expect(page).toMatchObject({ limit: true, can: { setTrajectory: { allowed: false } } })
    expect(page.can.setTrajectory.reason).toContain('限额')
    await expect(
      system.call(ops.getTargetPage, { ...leader, divisionCode: '470327' }, { targetId: limit.id }),
    ).rejects.toThrow('没有这个指标')
  })
})

test('the table of indicators has a line for each target a person may look into', async () => {
  const lines = async (who: Actor) => {
    const file = (await system.call(ops.exportIndicators, who, { programmeId })) as { bytes: Uint8Array }
    return (await readRows(file.bytes)).rows.map(({ cells }) => cells)
  }
  const all = await lines(leader)
  const head = all.findIndex(([first]) => first === '序号')
  expect(all.slice(head + 1).map((cells) => cells.slice(0, 3))).toEqual(
    targets.map(({ indicator, unit }, n) => [String(n + 1), indicator.text, unit]),
  )
  expect(all[head + 1]).toEqual(expect.arrayContaining(['县科技局', '灰灯']))
  expect((await lines(stranger)).slice(head + 1)).toEqual([])
})
