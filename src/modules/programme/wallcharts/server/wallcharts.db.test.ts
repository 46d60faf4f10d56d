import { describe, expect, test } from 'vitest'
import { forAgency } from '#kernel/actor.ts'
import { oversightContract } from '#modules/programme/oversight/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { sayNothingCame } from '../../reports/server/reporting.fixture.ts'
import { wallchartContract } from '../contract.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { office, leader, reporter, observer } = people

clock.now = new Date('2026-03-10T02:00:00Z')
const receipt = await system.call(planContract.handInText, office, { text: inventedPlan })
await system.background.idle()
const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
const { revision } = await system.call(planContract.getPlan, office, { planId })
await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
const [programme] = await system.call(programmeContract.listProgrammes, leader, {})
const programmeId = programme!.id
const getChart = (actor = leader) => system.call(wallchartContract.getChart, actor, { programmeId })

describe('the chart of a programme', () => {
  test('shows every task and target of the plan on the day it is read', async () => {
    const { chart, readAt } = await getChart()
    expect(chart.tasks.map(({ title }) => title).slice(0, 3)).toEqual([
      '建设科技服务站',
      '选派科技特派员',
      '推广新品种',
    ])
    expect(chart.programme.period).toEqual({ start: '2026-01-01', end: '2028-12-31' })
    expect(chart.targets[0]).toMatchObject({ valueText: '未知', targetText: '≥ 12', unit: '个', progress: null })
    expect({ today: chart.today, readAt }).toEqual({ today: '2026-03-10', readAt: clock.now })
  })

  test('a task that turned red in the week is marked, with the reason for those whose task it is', async () => {
    const week = 7 * 86_400_000
    const station = async (actor = leader) => (await getChart(actor)).chart.tasks[0]!
    const [task] = await tasksOf(db, programmeId)
    const [target] = task!.targets
    let seen = await station()
    for (let weeks = 0; weeks < 60 && seen.lamp !== 'red'; weeks++) {
      clock.now = new Date(clock.now.getTime() + week)
      await sayNothingCame(system, reporter, { taskId: task!.id, targetId: target!.id, now: clock.now })
      seen = await station()
    }
    expect(seen).toMatchObject({ lamp: 'red', change: { kind: 'worse' } })
    expect(seen.change!.text).toContain(seen.reason!)
    const hidden = await station({ ...reporter, ...forAgency(null) })
    expect(hidden).toMatchObject({ lamp: 'red', reason: null, change: { kind: 'worse' } })
    expect(hidden.change!.text).not.toContain(seen.reason)
    clock.now = new Date(clock.now.getTime() + week)
    expect(await station()).toMatchObject({ lamp: 'red', change: null })
  })
})

describe('what a leader looks after', () => {
  const nothing = { agencyIds: [], taskIds: [] }

  test('is set by the office, by agency or by task, and filters the chart', async () => {
    const list = { agencyIds: [agencyIds.science], taskIds: [] }
    const { leaders, tasks } = await system.call(oversightContract.saveOversight, office, {
      userId: leader.userId,
      ...list,
    })
    expect(leaders.find(({ userId }) => userId === leader.userId)).toMatchObject(list)
    expect(tasks.map(({ title }) => title)).toContain('1 建设科技服务站')
    const view = await getChart(observer)
    expect(view.leaders).toMatchObject([{ userId: leader.userId, taskIds: expect.arrayContaining([tasks[0]!.id]) }])
    expect(view.can.saveOversight).toBe(false)
    await system.call(oversightContract.saveOversight, office, { userId: leader.userId, ...nothing })
    expect((await getChart()).leaders).toEqual([])
  })

  test('a leader sets their own alone; an account that is no leader has none', async () => {
    const own = await system.call(oversightContract.saveOversight, leader, { userId: leader.userId, ...nothing })
    expect(own.leaders.map(({ userId }) => userId)).toEqual([leader.userId])
    const other = { ...leader, userId: 'someone-else' }
    await expect(
      system.call(oversightContract.saveOversight, other, { userId: leader.userId, ...nothing }),
    ).rejects.toThrow('只能设置自己的分管单位')
    await expect(
      system.call(oversightContract.saveOversight, office, { userId: reporter.userId, ...nothing }),
    ).rejects.toThrow('没有这位县领导的账号')
  })
})
