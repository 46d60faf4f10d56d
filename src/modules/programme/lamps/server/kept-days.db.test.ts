import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { homeContract } from '#modules/programme/home/contract.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { openReporting } from '#modules/programme/reports/server/reporting.fixture.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { lampContract } from '../contract.ts'

const plan = `澄禾县人民政府办公室关于印发《澄禾县科技惠农行动方案（2027—2029年）》的通知

澄政办发〔2027〕9号

澄禾县科技惠农行动方案（2027—2029年）

一、重点任务

1.建设科技服务站。到2029年新建科技服务站36个。（牵头单位：县科技局）

2.推广新品种。到2029年推广面积达到5万亩。（牵头单位：县科技局）
`
const county = await openReporting('2027-07-01', plan)
const { system, people, clock, programmeId, said, agencyIds } = county
const { office, reporter, reviewer, auditor } = people
const [task] = county.tasks
const [target] = task!.targets

const at = (day: string, time: string) => {
  clock.now = new Date(`${day}T${time}:00Z`)
}
const shown = () => system.call(lampContract.listVerdicts, office, { programmeId })
const seen = new Map<string, Awaited<ReturnType<typeof shown>>>()
const figure = (value: number) => ({
  progress: 'progressed' as const,
  text: '建成服务站',
  values: [{ targetId: target!.id, value }],
})

/** What happens in three weeks: two words of one moment, a correction, a rhythm that moves its days, a year's calendar entered twice. */
const events: Record<string, () => Promise<unknown>> = {
  '2027-07-05': async () => {
    const july = await said(reporter, task!.id, { cycle: '2027-07', ...figure(60) })
    await system.call(reportContract.signReports, reviewer, { reportIds: [july] })
    const { orderId } = await register()
    await system.call(supervisionContract.issueOrder, office, {
      orderId,
      dueOn: '2027-07-30',
      words: '',
      requirement: '新建科技服务站截至7月5日为 60 个，请核实反馈。',
    })
  },
  '2027-07-08': async () => {
    const { reports } = await system.call(reportContract.listTaskReports, office, { taskId: task!.id })
    const { correctionId } = await system.call(reportContract.askCorrection, reporter, {
      reportId: reports[0]!.id,
      targetId: target!.id,
      value: 6,
      reason: '多写了一个零',
    })
    const todos = (await system.call(homeContract.getHome, reviewer, { programmeId })).todos
    expect(todos).toContainEqual({ kind: 'correction', title: '1 个更正待同意', dueOn: null, link: '/reviews' })
    const notices = await system.call(noticeContract.listNotices, reviewer, {})
    expect(JSON.stringify(notices)).toContain('“新建科技服务站”申请更正，待同意')
    await system.call(reportContract.settleCorrection, reviewer, { correctionId, granted: true, reason: null })
  },
  '2027-07-10': () =>
    system.call(reportingContract.saveReporting, office, {
      programmeId, every: 'month', dueDay: 18, dueIn: 'same', restDay: 'before', holdsFrom: '2027-07-10', withMeasures: true, reason: '县里统一到18日',
    }), // biome-ignore format: one call
  // What was due on the 26th, and missed on the 27th, turns out to have been due on the 28th.
  '2027-07-14': () => enter(['2027-07-16']),
  '2027-07-28': () => enter(['2027-07-26', '2027-07-27']),
}
const enter = (holidays: string[]) =>
  system.call(scheduleContract.saveCalendarYear, office, {
    year: 2027,
    holidays,
    workdays: [],
    source: '国务院办公厅通知',
  })
async function register() {
  const page = await system.call(supervisionContract.registerOrder, office, {
    programmeId, taskId: task!.id, agencyId: agencyIds.science, assistIds: [], level: 'order', matter: '核实新建科技服务站', source: '专班会议',
    requirement: '请核实新建科技服务站的数据。', dueOn: '2027-07-30', words: '新建科技服务站截至7月5日为 60 个。',
  } as never) // biome-ignore format: one call
  return { orderId: page.id }
}

beforeAll(async () => {
  await system.jobs.drain()
  for (let day = '2027-07-01'; day <= '2027-07-28'; day = addDays(day, 1)) {
    at(day, '02:00')
    await events[day]?.()
    at(day, '15:30')
    seen.set(day, await shown())
    at(day, '16:30')
    await system.jobs.drain()
  }
}, 240_000)

describe('what was kept stays what was shown', () => {
  test('whatever moved since: figures corrected, rhythms, calendars of the year', async () => {
    const proof = await system.call(lampContract.verifySnapshots, auditor, { programmeId })
    expect(proof).toMatchObject({ days: 28, differing: [] })
    const states = [...seen].flatMap(([day, { tasks }]) =>
      tasks.slice(1).map(({ freshness }) => `${day.slice(8)} ${freshness.state}`),
    )
    expect(states.slice(-3)).toEqual(['26 due', '27 stale', '28 due'])
    for (const [day, then] of seen) {
      const again = await system.call(lampContract.listVerdicts, office, { programmeId, on: day })
      const plain = ({ tasks }: typeof then) => tasks.map((verdict) => ({ ...verdict, sinceOn: null }))
      expect(plain(again), day).toEqual(plain(then))
    }
  })

  test('days that rest on a figure corrected later are named', async () => {
    const { corrected } = await system.call(lampContract.verifySnapshots, auditor, { programmeId })
    expect(corrected).toEqual([
      {
        from: '2027-07-05',
        to: '2027-07-07',
        days: 3,
        taskId: task!.id,
        text: '新建科技服务站由 60 个更正为 6 个（2027-07-08，多写了一个零）',
      },
    ])
  })

  test('the paper that went out on it names the correction, on its own page and on that of the task', async () => {
    const { orders, papers } = await system.call(supervisionContract.listTaskOrders, office, { taskId: task!.id })
    const page = await system.call(supervisionContract.getOrder, office, { orderId: orders[0]!.id })
    const said = ['新建科技服务站由 60 个更正为 6 个（2027-07-08，多写了一个零）']
    expect(page.papers.map(({ corrected }) => corrected)).toEqual([said])
    expect(papers.map(({ corrected }) => corrected)).toEqual([said])
  })
})
