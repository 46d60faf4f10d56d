import { describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { endOfDay } from '#kernel/day.ts'
import { homeContract } from '#modules/programme/home/contract.ts'
import { judgeToday } from '#modules/programme/lamps/server/index.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { listTodos, loadOwed } from '#modules/programme/reports/server/index.ts'
import { openReporting } from '../src/modules/programme/reports/server/reporting.fixture.ts'
import { loadStandings } from '../src/modules/programme/supervision/server/load-standings.ts'

/** One task each for what may become of a month: the county begins in November, the month is due on the 25th. */
const plan = `澄禾县人民政府办公室关于印发《澄禾县科技惠农行动方案（2026—2028年）》的通知

澄政办发〔2026〕9号

澄禾县科技惠农行动方案（2026—2028年）

一、重点任务

1.建设科技服务站。在集镇建设科技服务站。（牵头单位：县科技局）

2.选派科技特派员。选派科技特派员驻村服务。（牵头单位：县科技局）

3.推广新品种。示范推广水稻新品种。（牵头单位：县科技局）

4.培育种业企业。引进和培育种业企业。（牵头单位：县科技局、县财政局）

5.落实资金。落实科技专项资金。（牵头单位：县财政局）

6.编制目录。编制科技成果目录。（牵头单位：县科技局）

7.开展培训。开展农民技术培训。（牵头单位：县科技局）
`
const county = await openReporting('2026-11-10', plan)
const { db, system, people, agencyIds, finance, programmeId, tasks, on, said } = county
const { office, reporter } = people
const [late, unchanged, returned, joint, , finished, silent] = tasks.map(({ id }) => id) as [
  string, string, string, string, string, string, string,
] // biome-ignore format: in the order of the plan
const programme = { id: programmeId, divisionCode: office.divisionCode }
const numberOf = new Map(tasks.map(({ id, number }) => [id, number]))
const agencies = { science: agencyIds.science, finance: agencyIds.finance }
const nameOf = (agencyId: string) => (agencyId === agencies.science ? '科技' : '财政')
const inTx = <T>(read: (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<T>) => db.transaction(read)

/** `1 科技 2026-11` for each word that is wanted. */
const word = ({ taskId, agencyId, cycle }: { taskId: string; agencyId: string; cycle: string }) =>
  `${numberOf.get(taskId)} ${nameOf(agencyId)} ${cycle}`

async function inboxOf(who: Actor) {
  const inbox = await system.call(reportContract.getInbox, who, {})
  const items = inbox.programmes.flatMap((one) => one.items)
  const owed = items.filter(({ standing }) => standing === 'owed')
  return owed.map(({ taskId, cycle }) => word({ taskId, agencyId: who.agencyId ?? '', cycle: cycle.key }))
}

const todosOf = async (who: Actor, today: string) =>
  (await inTx((tx) => listTodos(tx, who, programmeId, today))).flatMap(({ kind, title }) =>
    kind === 'report' ? title : [],
  )

const inCycle = (words: readonly string[], cycle: string) => words.filter((one) => one.endsWith(cycle)).sort()
const tasksOf = (words: readonly string[], agency: string) =>
  new Set(words.filter((one) => one.includes(agency)).map((one) => one.split(' ')[0])).size

/**
 * Everything that says on a day whether agencies have answered must say the same.
 * @param over the cycle that has passed, `now` the one that is open; null where there is none
 * @returns the words wanted
 */
async function agree(today: string, { over, now }: { over: string; now: string | null }): Promise<string[]> {
  on(today)
  const owed = (await inTx((tx) => loadOwed(tx, { programme, tasks, asOf: endOfDay(today) }))).map(word).sort()
  expect([...(await inboxOf(reporter)), ...(await inboxOf(finance))].sort()).toEqual(owed)

  const titles = [...(await todosOf(reporter, today)), ...(await todosOf(finance, today))]
  const promised = titles.map((title) => Number(/：(\d+) 项/u.exec(title)?.[1]))
  expect(promised.reduce((sum, count) => sum + count, 0)).toBe(owed.length)

  const home = await system.call(homeContract.getHome, office, { programmeId })
  const expected = ['科技', '财政'].filter((agency) => tasksOf(owed, agency) > 0).sort()
  expect(home.silent.map(({ agencyId }) => nameOf(agencyId)).sort()).toEqual(expected)
  for (const one of home.silent) {
    const own = owed.filter((each) => each.includes(nameOf(one.agencyId)))
    expect([one.tasks, one.overdue]).toEqual([tasksOf(own, nameOf(one.agencyId)), inCycle(own, over).length > 0])
  }

  const board = await system.call(reportContract.getBoard, office, { programmeId })
  for (const cycle of now === null ? [over] : [over, now])
    for (const { agencyId, cells } of board.rows) {
      const missing = cells.find((cell) => cell.cycle === cycle)?.missing ?? 0
      expect([cycle, nameOf(agencyId), missing]).toEqual([
        cycle,
        nameOf(agencyId),
        inCycle(owed, cycle).filter((one) => one.includes(nameOf(agencyId))).length,
      ])
    }
  const newest = now ?? over
  expect(board.open.map((one) => word({ ...one, cycle: newest })).sort()).toEqual(inCycle(owed, newest))

  const standings = await inTx((tx) => loadStandings(tx, programme, today))
  const missed = standings.flatMap(({ taskId, missed: of }) =>
    of.map(({ agencyId }) => word({ taskId, agencyId, cycle: over })),
  )
  expect(missed.sort()).toEqual(inCycle(owed, over))

  for (const { taskId, freshness } of await inTx((tx) => judgeToday(tx, programme, today))) {
    const own = owed.filter((one) => one.startsWith(`${numberOf.get(taskId)} `))
    const state = inCycle(own, over).length > 0 ? 'stale' : own.length > 0 ? 'due' : 'fresh'
    expect([numberOf.get(taskId), freshness.state]).toEqual([numberOf.get(taskId), state])
    const view = await system.call(reportContract.listTaskReports, office, { taskId })
    expect(view.waitingFor.length).toBe(inCycle(own, newest).length)
  }
  return owed
}

describe('who has answered is the same for everybody who asks', () => {
  test('before the first month is due nobody has answered, and nobody is late', async () => {
    on('2026-11-12')
    const owed = await inTx((tx) => loadOwed(tx, { programme, tasks, asOf: endOfDay('2026-11-12') }))
    expect(new Set(owed.map(({ cycle }) => cycle))).toEqual(new Set(['2026-11']))
    const home = await system.call(homeContract.getHome, office, { programmeId })
    expect(home.silent.map(({ overdue }) => overdue)).toEqual([false, false])
  })

  test('in time, late, 无变化, returned, by one of two, by nobody, finished', async () => {
    const november = { cycle: '2026-11' }
    on('2026-11-20')
    await said(reporter, unchanged, november)
    await said(reporter, joint, november)
    const back = await said(reporter, returned, november)
    const done = await said(reporter, finished, { ...november, progress: 'finished', text: '目录已印发' })
    await system.call(reportContract.returnReports, office, { reportIds: [back], reason: '请补充数据' })
    await system.call(reportContract.signReports, office, { reportIds: [done] })
    on('2026-11-28')
    await said(reporter, late, november)
    expect(await agree('2026-11-28', { over: '2026-11', now: null })).toEqual([
      '3 科技 2026-11',
      '4 财政 2026-11',
      '5 财政 2026-11',
      '7 科技 2026-11',
    ])
  })

  test('a word for last month answers last month alone, and what is finished is asked no more', async () => {
    on('2026-12-02')
    await said(reporter, silent, { cycle: '2026-11' })
    await said(finance, joint, { cycle: '2026-12' })
    const owed = await agree('2026-12-03', { over: '2026-11', now: '2026-12' })
    expect(owed).toContain('7 科技 2026-12')
    expect(owed).not.toContain('7 科技 2026-11')
    expect(owed).toContain('4 财政 2026-11')
    expect(owed).not.toContain('4 财政 2026-12')
    expect(owed.filter((one) => one.startsWith('6 '))).toEqual([])
    expect(owed).toContain('3 科技 2026-11')
    expect(owed.filter((one) => one.startsWith('5 '))).toEqual(['5 财政 2026-11', '5 财政 2026-12'])
  })

  test('one of two who says 已完成 has not finished it; a difficulty opens what was', async () => {
    on('2026-12-04')
    const half = await said(reporter, joint, { cycle: '2026-12', progress: 'finished', text: '我方已完成' })
    await system.call(reportContract.signReports, office, { reportIds: [half] })
    const waiting = await agree('2026-12-04', { over: '2026-11', now: '2026-12' })
    expect(waiting).toContain('4 财政 2026-11')
    await said(reporter, finished, { cycle: '2026-12', progress: 'difficult', text: '目录需要重印' })
    expect(await agree('2026-12-05', { over: '2026-11', now: '2026-12' })).not.toContain('6 科技 2026-12')
    const inbox = await system.call(reportContract.getInbox, reporter, {})
    expect(inbox.programmes[0]?.items.find(({ taskId }) => taskId === finished)?.standing).toBe('answered')
  })
})

test('an agency is called the same wherever a screen names it', async () => {
  on('2026-12-05')
  const science = '县科技局'
  const home = await system.call(homeContract.getHome, office, { programmeId })
  const board = await system.call(reportContract.getBoard, office, { programmeId })
  const inbox = await system.call(reportContract.getInbox, reporter, {})
  const colleagues = await system.call(reportContract.listColleagues, office, {})
  expect([
    home.silent.find(({ agencyId }) => agencyId === agencies.science)?.name,
    board.rows.find(({ agencyId }) => agencyId === agencies.science)?.name,
    inbox.agencyName,
    colleagues[0]?.agencyName,
  ]).toEqual([science, science, science, science])
})
