import { afterEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { addTask, getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { reportingContract as asks } from '#modules/programme/reporting/contract.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { reportContract as ops } from '../contract.ts'
import { listTodos } from './index.ts'
import { listOwnDuties } from './list-own-duties.ts'
import { openReporting, withMonthlyOrder } from './reporting.fixture.ts'

const { db, system, people, agencyIds, clock, on, publish, planId, programmeId, tasks, said, finance, inbox, forget } =
  await openReporting('2026-03-03', withMonthlyOrder(inventedPlan))
const { office, reporter, leader } = people
const [one, two, three] = [tasks[0]!, tasks[1]!, tasks[2]!]
afterEach(forget)

const targetId = one.targets[0]!.id
const progressed = (cycle: string, value?: number) => ({
  cycle,
  progress: 'progressed' as const,
  text: `${cycle}已选址`,
  values: value === undefined ? [] : [{ targetId, value }],
})
const owed = (agencyId: string) =>
  db.transaction((tx) => listOwnDuties(tx, { programmeId, agencyId, now: clock.now }, reporter))
const reviews = (who: Actor) => system.call(ops.listReviews, who, {})

test('the order to report that stands under the measures is the programme’s rhythm', async () => {
  const { fromPlan, rhythm } = await system.call(asks.getReporting, office, { programmeId })
  expect(fromPlan).toMatchObject({ quote: '每月20日前报送工作进展', dayNamed: true })
  expect(rhythm).toEqual({ every: 'month', dueDay: 20, dueIn: 'same', restDay: 'after' })
  expect((await inbox(reporter))?.cycle).toMatchObject({ key: '2026-03', dueOn: '2026-03-20' })
})

test('while one task is delegated its lead owes the others alone, and the board says of each agency what was asked', async () => {
  on('2026-03-10')
  await system.call(asks.delegateTask, office, {
    taskId: one.id,
    fromAgencyId: agencyIds.science,
    toAgencyId: agencyIds.finance,
    fromOn: '2026-03-01',
    toOn: '2026-03-20',
    reason: '资金由财政局拨付',
  })
  const given = async (who: Actor) => (await inbox(who))?.items.map((item) => [item.taskId, item.delegatedBy])
  expect(await given(reporter)).toEqual([
    [two.id, null],
    [three.id, null],
  ])
  expect(await given(finance)).toEqual([[one.id, '县科技局']])
  expect((await owed(agencyIds.science)).map(({ taskId }) => taskId)).toEqual([two.id, three.id])
  await said(finance, one.id)
  await said(reporter, two.id)
  on('2026-03-21')
  await said(reporter, three.id)
  on('2026-04-10')
  const { bytes } = (await system.call(ops.exportBoard, leader, { programmeId })) as { bytes: Uint8Array }
  const rows = (await readRows(bytes)).rows.map(({ cells }) => cells)
  const rowOf = (name: string) => rows.find((cells) => cells.includes(name))?.slice(1)
  expect(rowOf('县科技局')).toEqual(['县科技局', '50%', '按时 1、迟报 1/2', '待报 3/3'])
  expect(rowOf('县财政局')).toEqual(['县财政局', '100%', '按时 1/1', '无任务'])
})

describe('over several cycles', () => {
  test('an agency that has yet to speak of this cycle is named once', async () => {
    on('2026-04-10')
    await said(reporter, one.id)
    const list = () => system.call(ops.listTaskReports, leader, { taskId: one.id })
    expect(await list()).toMatchObject({ cycle: { key: '2026-04' }, waitingFor: ['县科技局'] })
    const todos = (who: Actor) => db.transaction((tx) => listTodos(tx, who, programmeId, '2026-04-10'))
    expect((await todos(reporter)).map(({ kind }) => kind)).toEqual(['report', 'report'])
    expect(await todos({ ...leader, ...forAgency(agencyIds.science) })).toEqual([])
    await said(reporter, one.id, { cycle: '2026-04' })
    expect((await list()).waitingFor).toEqual([])
  })

  test('a word that was sent back is not the one before', async () => {
    on('2026-03-10')
    const back = await said(reporter, one.id, progressed('2026-03', 3))
    await system.call(ops.returnReports, office, { reportIds: [back], reason: '与台账不符' })
    on('2026-04-10')
    await said(reporter, one.id, progressed('2026-04', 3))
    expect((await reviews(office))[0]).toMatchObject({ cycle: '2026-04', previous: null, flags: [] })
    const item = (await inbox(reporter))?.items.find(
      ({ taskId, cycle }) => taskId === one.id && cycle.key === '2026-04',
    )
    expect(item).toMatchObject({ last: null, said: { cycle: '2026-04' } })
  })

  test('a cycle nothing was said of yet is shown beside the word before it, not beside one of a later cycle', async () => {
    on('2026-05-10')
    await said(reporter, one.id, progressed('2026-05', 5))
    await said(reporter, one.id, progressed('2026-04', 4))
    await said(reporter, two.id, { cycle: '2026-05' })
    const last = async (taskId: string, cycle: string) =>
      (await inbox(reporter))?.items.find((item) => item.taskId === taskId && item.cycle.key === cycle)?.last?.cycle
    expect(await last(one.id, '2026-05')).toBe('2026-04')
    expect(await last(two.id, '2026-04')).toBeUndefined()
  })

  test('a figure of a year that is over is asked for until it is reached, and stays with the word it was said in', async () => {
    on('2026-12-10')
    const asked = async () => {
      const item = (await inbox(reporter))?.items.find(({ taskId }) => taskId === one.id)
      return { isAsked: item?.asked.some((figure) => figure.targetId === targetId), last: item?.last }
    }
    on('2027-01-10')
    expect(await asked()).toEqual({ isAsked: true, last: null })
    await said(reporter, one.id, progressed('2026-12', 11))
    expect((await asked()).isAsked).toBe(true)
    await forget()
    await said(reporter, one.id, progressed('2026-12', 12))
    expect(await asked()).toMatchObject({
      isAsked: false,
      last: { cycle: '2026-12', values: [{ targetId, value: 12 }] },
    })
    await said(reporter, one.id, progressed('2027-01'))
    const flags = (await reviews(office)).map((review) => [review.cycle, review.flags.map(({ code }) => code)])
    expect(flags).toEqual([
      ['2026-12', []],
      ['2027-01', []],
    ])
  })
})

test('a task a meeting added is owed from the day it was added, not before', async () => {
  on('2026-04-10')
  const lead = { agencyId: agencyIds.finance, name: '县财政局', role: 'lead' as const }
  const source = { kind: 'meeting' as const, id: planId, title: '协调会' }
  const task = {
    title: '拨付补助',
    text: '县财政局拨付补助。',
    dueOn: null,
    dueText: null,
    targets: [],
    agencies: [lead],
    source,
  }
  const id = await db.transaction(async (tx) =>
    addTask(
      { tx, actor: office, now: clock.now, emit: async () => undefined },
      await getProgrammeRow(tx, programmeId, office),
      task,
    ),
  )
  on('2026-05-10')
  expect((await inbox(finance))?.items.map(({ taskId, cycle }) => [taskId, cycle.key])).toEqual([
    [id, '2026-05'],
    [id, '2026-04'],
  ])
  expect((await owed(agencyIds.finance)).map(({ cycle }) => cycle)).toEqual(['2026-05', '2026-04'])
})

test('a task the next issue of the plan leaves out takes its waiting word along, and that is still signed', async () => {
  on('2026-05-10')
  const id = await said(reporter, two.id, { cycle: '2026-05' })
  on('2026-05-12')
  await publish(withMonthlyOrder(inventedSecondIssue), planId)
  expect((await reviews(office)).map((review) => [review.id, review.taskTitle])).toEqual([[id, '已不在方案中的任务']])
  expect(await system.call(ops.signReports, office, { reportIds: [id] })).toEqual([{ reportId: id, refusal: null }])
  const { notices } = await system.call(noticeContract.listNotices, reporter, { kind: 'statementSigned' })
  expect(notices[0]).toMatchObject({ title: '2026年5月报送已签收：任务', link: `/tasks/${two.id}` })
})

test('another rhythm in the next issue holds from its publication; what was due before stays as it was', async () => {
  on('2026-06-10')
  const id = await said(reporter, one.id, { cycle: '2026-06' })
  const keys = async () => (await system.call(ops.getBoard, leader, { programmeId })).cycles.map(({ key }) => key)
  const before = await keys()
  expect(before).toEqual(['2026-03', '2026-04', '2026-05', '2026-06'])
  const { planId: inForce } = await system.call(asks.getReporting, office, { programmeId })
  const third = withMonthlyOrder(inventedSecondIssue).replace('〔2026〕21号', '〔2026〕30号')
  await publish(third.replace('每月20日前报送', '每季度15日前报送'), inForce)
  expect(await keys()).toEqual(before)
  expect((await reviews(office)).map((review) => [review.id, review.cycle])).toEqual([[id, '2026-06']])
  on('2026-09-10')
  expect(await keys()).toEqual([...before, '2026-Q3'])
  expect((await inbox(reporter))?.cycle).toMatchObject({ key: '2026-Q3', dueOn: '2026-09-15' })
  const { rhythm, fromPlan } = await system.call(asks.getReporting, office, { programmeId })
  expect(rhythm).toEqual({ every: 'quarter', dueDay: 15, dueIn: 'same', restDay: 'after' })
  expect(fromPlan?.rhythm).toEqual(rhythm)
})
