import { expect, test } from 'vitest'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { nameOnly } from '#modules/office/organisations/domain/agency.ts'
import { agencyRegistry } from '#modules/office/organisations/registry.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { runInventedPlan } from '#modules/programme/supervision/server/supervision.fixture.ts'
import { tasksOf } from './contents.ts'
import { openCounty } from './county.ts'

const county = await openCounty()
const { system, people, agencyIds } = county
const { office, reporter } = people
const { programmeId, tasks } = await runInventedPlan(county)

/** The same asked by so many at once, each on a connection of its own. */
async function atOnce<T>(asks: readonly (() => Promise<T>)[]) {
  const ended = await Promise.allSettled(asks.map((ask) => ask()))
  return {
    taken: ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    told: ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.message)] : [])),
  }
}
const five = <T>(ask: (nth: number) => Promise<T>) => Array.from({ length: 5 }, (_, nth) => () => ask(nth))

const arrangement = { heldOn: '2026-12-25', startsAt: null, place: null, chair: null }
const plan = (title: string, more: Partial<typeof arrangement> = {}) =>
  system.call(meetingContract.planMeeting, office, {
    programmeId,
    seriesKey: null,
    kind: 'other',
    title,
    ...arrangement,
    ...more,
  })

async function heldMeeting(title: string) {
  const { id: meetingId } = await plan(title)
  await system.call(meetingContract.writeMinutes, office, {
    meetingId,
    text: '会议议定：\n1.由县科技局牵头，于2027年1月底前完成科技服务站补建。\n',
  })
  return system.call(meetingContract.getMeeting, office, { meetingId })
}

test('a meeting planned twice is one; another hour, or one called off, is another meeting', async () => {
  const { taken, told } = await atOnce(five(() => plan('重点任务推进会')))
  expect(taken).toHaveLength(1)
  expect(new Set(told)).toEqual(new Set([expect.stringContaining('已有同名的会议')]))
  const { id: meetingId } = await plan('重点任务推进会', { heldOn: '2026-12-26' })
  await expect(
    system.call(meetingContract.moveMeeting, office, { meetingId, ...arrangement, reason: '改回原定日子' }),
  ).rejects.toThrow('已有同名的会议')
  await system.call(meetingContract.cancelMeeting, office, { meetingId: taken[0]!.id, reason: '并入次日' })
  await system.call(meetingContract.moveMeeting, office, { meetingId, ...arrangement, reason: '改回原定日子' })
})

test('minutes issued at once run through without a gap', async () => {
  const meetings = [await heldMeeting('甲会'), await heldMeeting('乙会'), await heldMeeting('丙会')]
  const issue = ({ id: meetingId }: { id: string }) => system.call(meetingContract.issueMinutes, office, { meetingId })
  const { taken, told } = await atOnce(meetings.map((meeting) => () => issue(meeting)))
  expect(told).toEqual([])
  expect(taken.map(({ minutesNumber }) => minutesNumber).sort()).toEqual([1, 2, 3])
})

test('decisions placed at once get the numbers one after the other', async () => {
  const meetings = [await heldMeeting('丁会'), await heldMeeting('戊会'), await heldMeeting('己会')]
  const { told } = await atOnce(
    meetings.map(
      ({ decisions }, nth) =>
        () =>
          system.call(meetingContract.placeDecision, office, {
            decisionId: decisions[0]!.id,
            title: `补建服务站之${nth}`,
          }),
    ),
  )
  expect(told).toEqual([])
  const all = await tasksOf(county.db, programmeId)
  const numbers = all.map(({ number }) => number).filter((number) => number.startsWith('议'))
  expect(numbers.sort()).toEqual(['议1', '议2', '议3'])
})

const terms = { requirement: '请整改。', dueOn: '2027-03-01', words: '' }
const register = (nth: number) =>
  system.call(supervisionContract.registerOrder, office, {
    ...terms,
    agencyId: agencyIds.science,
    programmeId,
    taskId: tasks[nth]!.id,
    assistIds: [],
    level: 'order',
    matter: `进度滞后之${nth}`,
    source: '专班会议',
  })

test('papers sent at once get the numbers one after the other; one matter is sent once, pleaded for once', async () => {
  const orders = [await register(0), await register(1), await register(2)]
  const issue = ({ id: orderId }: { id: string }) =>
    system.call(supervisionContract.issueOrder, office, { ...terms, orderId })
  const { taken, told } = await atOnce([...orders, orders[0]!, orders[0]!].map((order) => () => issue(order)))
  expect(told).toHaveLength(2)
  expect(taken.map(({ number }) => /(\d+)号/.exec(number ?? '')?.[1]).sort()).toEqual(['1', '2', '3'])
  const orderId = orders[0]!.id
  const plead = () =>
    system.call(supervisionContract.submitRequest, reporter, {
      orderId,
      kind: 'objection',
      reason: '不属我局职责',
      wantedOn: null,
    })
  const requests = await atOnce(five(plead))
  expect(requests.taken).toHaveLength(1)
  expect(new Set(requests.told)).toEqual(new Set([expect.stringContaining('还没有答复')]))
})

test('a delegation given twice is one, also where the days only overlap', async () => {
  const task = tasks.find(
    ({ leads, participants }) => leads[0]?.agencyId && participants.some(({ agencyId }) => agencyId),
  )!
  const toAgencyId = task.participants.find(({ agencyId }) => agencyId)!.agencyId!
  const delegate = (fromOn: string) =>
    system.call(reportingContract.delegateTask, office, {
      taskId: task.id,
      fromAgencyId: task.leads[0]!.agencyId!,
      toAgencyId,
      fromOn,
      toOn: null,
      reason: '请代为填报',
    })
  const { taken, told } = await atOnce(five((nth) => delegate(`2026-12-0${nth + 1}`)))
  expect(taken).toHaveLength(1)
  expect(told.filter((sentence) => !sentence.includes('没有重复委托'))).toEqual([])
})

test('a question asked twice is one', async () => {
  const ask = () =>
    system.call(reportingContract.askQuestion, office, {
      programmeId,
      cycle: '2026-11',
      kind: 'sentence',
      text: '春节前资金拨付有哪些困难',
    })
  const { taken, told } = await atOnce(five(ask))
  expect(taken).toHaveLength(1)
  expect(new Set(told)).toEqual(new Set([expect.stringContaining('不用再问')]))
})

test('a name becomes the name of one agency, or the alias of another, not both', async () => {
  const form = {
    ...nameOnly,
    kind: 'government' as const,
  }
  const create = () =>
    system.call(agencyRegistry.operations.addRecord, people.administrator, { ...form, name: '澄禾县数据局' })
  const alias = () =>
    system.call(organisationContract.addAlias, people.administrator, {
      agencyId: agencyIds.science,
      name: '澄禾县数据局',
      from: null,
      to: null,
    })
  const { taken, told } = await atOnce<unknown>([create, alias, create, alias])
  expect([1, 2]).toContain(taken.length)
  expect(told.every((sentence) => /已经是|已有同一/.test(sentence))).toBe(true)
  const named = await system.call(agencyRegistry.operations.listRecords, office, { text: '澄禾县数据局' })
  expect(named.total).toBe(1)
})
