import { describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { keepCountyYear } from '#modules/office/organisations/server/index.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan, inventedSecondIssue } from '../../plans/server/invented-plan.fixture.ts'
import { meetingContract } from '../contract.ts'
import { listMeetingsOf, listTodos } from './index.ts'

const { system, db, people, agencyIds, clock } = await openCounty()
const { office, leader, reviewer, reporter } = people
const finance: Actor = { ...reviewer, userId: 'finance', ...forAgency(agencyIds.finance) }

async function publish(text: string, newIssueOf: string | null): Promise<string> {
  const receipt = await system.call(planContract.handInText, office, { text })
  await system.background.idle()
  const planId = (await system.call(planContract.listHandIns, office, {})).find((one) => one.id === receipt.id)!.planId!
  const { revision } = await system.call(planContract.getPlan, office, { planId })
  await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf })
  return planId
}

const firstPlanId = await publish(inventedPlan, null)
const [programme] = await system.call(programmeContract.listProgrammes, office, {})
const programmeId = programme!.id
const tasks = await tasksOf(db, programmeId)

const arrangement = { heldOn: '2026-12-25', startsAt: '15:00', place: '县政府二楼会议室', chair: '周远山' }
const plan = (more: Partial<{ seriesKey: string | null; title: string; heldOn: string }> = {}) =>
  system.call(meetingContract.planMeeting, office, {
    programmeId,
    seriesKey: null,
    kind: 'coordination',
    title: '第四季度协调会',
    ...arrangement,
    ...more,
  })

const words = `会议议定以下事项：
1.由县科技局牵头，会同县财政局，于2027年1月底前完成科技服务站补建。
2.县财政局要在12月31日前拨付科技特派员补助。
3.请县融媒体中心跟进宣传报道。
`

async function heldMeeting(title: string, text = words) {
  const meeting = await plan({ title })
  await system.call(meetingContract.writeMinutes, office, { meetingId: meeting.id, text })
  const page = await system.call(meetingContract.getMeeting, office, { meetingId: meeting.id })
  return { meetingId: meeting.id, page, decisions: page.decisions }
}

describe('series of the plan', () => {
  test('the rhythm of the plan is a series with its sentence and a proposed working day', async () => {
    const { series } = await system.call(meetingContract.listMeetings, leader, { programmeId })
    expect(series.map(({ key, title }) => [key, title])).toEqual([['coordination.quarter', '季度协调会']])
    expect(series[0]!.words[0]!.text).toContain('每季度召开一次协调会')
    expect(series[0]!.next).toMatchObject({ on: '2026-12-25', period: '2026年第四季度', missed: false })
  })

  test('a planned meeting covers its quarter; another habit moves the proposed day', async () => {
    const meeting = await plan({ seriesKey: 'coordination.quarter' })
    await system.call(meetingContract.setSeriesHabit, office, {
      programmeId,
      seriesKey: 'coordination.quarter',
      day: 18,
      startsAt: '09:00',
      place: '一楼',
      chair: null,
    })
    const { series } = await system.call(meetingContract.listMeetings, leader, { programmeId })
    expect(series[0]!.next).toMatchObject({ on: '2027-03-18', period: '2027年第一季度' })
    await system.call(meetingContract.cancelMeeting, office, { meetingId: meeting.id, reason: '与其他会议冲突' })
    const after = await system.call(meetingContract.listMeetings, leader, { programmeId })
    expect(after.series[0]!.next.on).toBe('2026-12-18')
  })

  test('a meeting of no series of the plan is refused', async () =>
    await expect(plan({ seriesKey: 'leading.week' })).rejects.toMatchObject({ code: 'meetings.seriesNotFound' }))
})

describe('a meeting keeps the period it was planned for', () => {
  const key = 'coordination.quarter'
  const move = (meetingId: string, heldOn: string) =>
    system.call(meetingContract.moveMeeting, office, { meetingId, ...arrangement, heldOn, reason: '主持人另有会议' })
  const wanted = async () => (await system.call(meetingContract.listMeetings, leader, { programmeId })).series[0]!.next

  test('put off over the border, twice, backwards, called off', async () => {
    const { id } = await plan({ seriesKey: key })
    const moved = await move(id, '2027-01-06')
    expect(moved).toMatchObject({ heldOn: '2027-01-06', period: '2026年第四季度' })
    expect(await wanted()).toMatchObject({ period: '2027年第一季度', missed: false })
    clock.now = new Date('2027-01-07T02:00:00Z')
    expect(await wanted()).toMatchObject({ on: '2027-03-18', missed: false })
    expect(await move(id, '2027-04-09')).toMatchObject({ period: '2026年第四季度' })
    expect(await wanted()).toMatchObject({ on: '2027-03-18', missed: false })
    clock.now = new Date('2026-11-22T02:00:00Z')
    expect(await move(id, '2026-09-28')).toMatchObject({ period: '2026年第四季度' })
    expect(await wanted()).toMatchObject({ period: '2027年第一季度' })
    await system.call(meetingContract.cancelMeeting, office, { meetingId: id, reason: '与其他会议冲突' })
    expect(await wanted()).toMatchObject({ period: '2026年第四季度' })
  })

  test('planned at once for a day after its period, or for its occasion only', async () => {
    const late = { programmeId, seriesKey: key, kind: 'coordination' as const, title: '第四季度协调会', ...arrangement }
    const planned = await system.call(meetingContract.planMeeting, office, {
      ...late,
      heldOn: '2027-01-06',
      periodOn: '2026-12-18',
    })
    expect(planned).toMatchObject({ heldOn: '2027-01-06', period: '2026年第四季度' })
    expect(await wanted()).toMatchObject({ period: '2027年第一季度' })
    await system.call(meetingContract.cancelMeeting, office, { meetingId: planned.id, reason: '与其他会议冲突' })
    expect(await plan({ title: '临时之会' })).toMatchObject({ periodOn: null, period: null })
    expect(await wanted()).toMatchObject({ period: '2026年第四季度' })
  })
})

describe('before the meeting', () => {
  test('the agenda keeps what was proposed, what a person added, removed and put in another order', async () => {
    const { id: meetingId } = await plan({ title: '议程之会' })
    await system.call(meetingContract.proposeAgenda, office, { meetingId })
    const add = (title: string, taskId: string | null) =>
      system.call(meetingContract.addAgendaItem, office, { meetingId, title, asked: '请会议研究', taskId })
    await add('研究新品种推广', tasks[2]!.id)
    const { items } = await add('听取专班办公室汇报', null)
    const ids = items.map(({ id }) => id)
    const turned = await system.call(meetingContract.orderAgenda, leader, { meetingId, itemIds: [...ids].reverse() })
    expect(turned.items.map(({ id }) => id)).toEqual([...ids].reverse())
    await expect(
      system.call(meetingContract.orderAgenda, leader, { meetingId, itemIds: ids.slice(1) }),
    ).rejects.toMatchObject({ code: 'meetings.orderIncomplete' })
    const removed = await system.call(meetingContract.removeAgendaItem, leader, {
      meetingId,
      itemId: ids[0]!,
      reason: '另行研究',
    })
    expect(removed.removed).toMatchObject([{ id: ids[0], removedReason: '另行研究', removedBy: leader.name }])
    const again = await system.call(meetingContract.proposeAgenda, office, { meetingId })
    expect(again.removed.map(({ id }) => id)).toEqual([ids[0]])
    const back = await system.call(meetingContract.restoreAgendaItem, office, { meetingId, itemId: ids[0]! })
    expect(back.items.at(-1)!.id).toBe(ids[0])
    expect(back.agencies.map(({ agencyId }) => agencyId)).toContain(agencyIds.science)
  })

  test('a meeting without agenda calls nobody; one with an agenda tells the agencies, and again when it is moved', async () => {
    const { id: meetingId } = await plan({ title: '通知之会' })
    await expect(system.call(meetingContract.callMeeting, office, { meetingId })).rejects.toMatchObject({
      code: 'meetings.agendaEmpty',
    })
    await system.call(meetingContract.addAgendaItem, office, {
      meetingId,
      title: '研究服务站',
      asked: '',
      taskId: tasks[0]!.id,
    })
    await expect(system.call(meetingContract.getMeeting, finance, { meetingId })).rejects.toMatchObject({
      code: 'meetings.meetingNotFound',
    })
    await system.call(meetingContract.setParticipants, office, {
      meetingId,
      agencyIds: [agencyIds.science, agencyIds.finance],
    })
    expect((await system.call(meetingContract.callMeeting, office, { meetingId })).state).toBe('called')
    const moved = await system.call(meetingContract.moveMeeting, office, {
      meetingId,
      ...arrangement,
      heldOn: '2026-12-28',
      reason: '主持人另有会议',
    })
    expect(moved.changes).toMatchObject([
      { what: 'moved', before: '12月25日 15:00，县政府二楼会议室', reason: '主持人另有会议' },
    ])
    expect((await system.call(meetingContract.getMeeting, finance, { meetingId })).items).toHaveLength(1)
    const span = { from: '2026-12-01', to: '2026-12-31' }
    const mine = await db.transaction((tx) => listMeetingsOf(tx, finance, span))
    expect(mine.map(({ heldOn }) => heldOn)).toEqual(['2026-12-28'])
    const todos = await db.transaction((tx) => listTodos(tx, finance, programmeId, '2026-11-22'))
    expect(todos).toMatchObject([{ kind: 'meeting', dueOn: '2026-12-28' }])
  })

  test('an agency that is not called sees neither the meeting nor its list', async () => {
    const { id: meetingId } = await plan({ title: '无关之会' })
    await expect(system.call(meetingContract.getMeeting, reporter, { meetingId })).rejects.toMatchObject({
      code: 'meetings.meetingNotFound',
    })
    const { meetings } = await system.call(meetingContract.listMeetings, reporter, { programmeId })
    expect(meetings.map(({ title }) => title)).not.toContain('无关之会')
  })

  test('somebody of another county sees no meeting', async () => {
    const { id: meetingId } = await plan({ title: '本县之会' })
    const stranger: Actor = { ...office, divisionCode: '470327' }
    await expect(system.call(meetingContract.getMeeting, stranger, { meetingId })).rejects.toMatchObject({
      code: 'meetings.meetingNotFound',
    })
  })
})

describe('minutes become decisions', () => {
  test('with owners of the register, days and their place in the text', async () => {
    const { meetingId, decisions } = await heldMeeting('记录之会')
    const { text } = (await system.call(meetingContract.getMinutes, office, { meetingId }))!
    expect(decisions.map(({ dueOn, owners }) => [dueOn, owners.map(({ agencyId }) => agencyId)])).toEqual([
      ['2027-01-31', [agencyIds.science, agencyIds.finance]],
      ['2026-12-31', [agencyIds.finance]],
      [null, [null]],
    ])
    for (const { read } of decisions) expect(text.slice(...read.span)).toContain(read.words.slice(0, 8))
  })

  test('a file is read by a job after the answer', async () => {
    const { id: meetingId } = await plan({ title: '文件之会' })
    const file = { name: '会议记录.txt', bytes: new TextEncoder().encode(words) }
    const receipt = await system.call(meetingContract.handInMinutes, office, { meetingId }, file)
    expect(receipt.state).toBe('received')
    await system.jobs.drain()
    const page = await system.call(meetingContract.getMeeting, office, { meetingId })
    expect(page).toMatchObject({ state: 'held', minutes: { state: 'read', fileName: '会议记录.txt' } })
    expect(page.decisions).toHaveLength(3)
  })

  test('what reading a file could not do is told beside its words, and typed words tell nothing', async () => {
    const { id: meetingId } = await plan({ title: '改名文件之会' })
    const file = { name: '会议记录.docx', bytes: new TextEncoder().encode(words) }
    await system.call(meetingContract.handInMinutes, office, { meetingId }, file)
    await system.jobs.drain()
    const notices = async () => (await system.call(meetingContract.getMinutes, office, { meetingId }))?.notices
    expect(await notices()).toMatchObject([{ kind: 'otherFormat', message: expect.stringMatching(/。$/) }])
    await system.call(meetingContract.writeMinutes, office, { meetingId, text: words })
    expect(await notices()).toEqual([])
  })

  test('working days in minutes are counted by the years the county has entered, picked words too', async () => {
    const text = '会议议定：由县财政局在10个工作日内拨付补助。'
    const { decisions: plain } = await heldMeeting('未录放假之会', text)
    expect(plain.map(({ dueOn }) => dueOn)).toEqual(['2027-01-08'])
    const { divisionCode, name: enteredBy } = office
    const year = { year: 2027, holidays: ['2027-01-01'], workdays: [], source: '县里的通知', divisionCode }
    await db.transaction((tx) => keepCountyYear(tx, { ...year, enteredBy, enteredAt: clock.now }))
    const { meetingId, decisions } = await heldMeeting('已录放假之会', text)
    expect(decisions.map(({ dueOn }) => dueOn)).toEqual(['2027-01-11'])
    const span: [number, number] = [text.indexOf('由县财政局'), text.length]
    const picked = await system.call(meetingContract.addDecision, office, { meetingId, span })
    expect(picked.dueOn).toBe('2027-01-11')
    await db.transaction((tx) => keepCountyYear(tx, { ...year, holidays: [], enteredBy, enteredAt: clock.now }))
  })

  test('a file that is none is refused with a sentence and can be handed in anew', async () => {
    const { id: meetingId } = await plan({ title: '坏文件之会' })
    await system.call(
      meetingContract.handInMinutes,
      office,
      { meetingId },
      { name: 'x.docx', bytes: new Uint8Array([80, 75, 3, 4, 0, 0]) },
    )
    await system.jobs.drain()
    const page = await system.call(meetingContract.getMeeting, office, { meetingId })
    expect(page.minutes).toMatchObject({ state: 'refused' })
    expect(page.minutes!.refusal).toMatch(/。$/)
    await system.call(meetingContract.writeMinutes, office, { meetingId, text: words })
    expect((await system.call(meetingContract.getMeeting, office, { meetingId })).decisions).toHaveLength(3)
  })

  test('a correction is kept apart from what was read, and words once acted upon are not replaced', async () => {
    const { meetingId, decisions } = await heldMeeting('更正之会')
    const [first] = decisions
    const corrected = await system.call(meetingContract.correctDecision, office, {
      decisionId: first!.id,
      words: '补建科技服务站3个',
      agencyIds: [agencyIds.finance],
      dueOn: '2027-02-10',
    })
    expect(corrected).toMatchObject({
      words: '补建科技服务站3个',
      dueOn: '2027-02-10',
      owners: [{ agencyId: agencyIds.finance, name: '县财政局' }],
    })
    expect(corrected.read.words).toContain('科技服务站补建')
    await expect(system.call(meetingContract.writeMinutes, office, { meetingId, text: words })).rejects.toMatchObject({
      code: 'meetings.minutesInUse',
    })
  })

  test('words the compiler passed over are picked by hand', async () => {
    const { meetingId } = await heldMeeting('补充之会', `${words}\n大家提出，农技推广经费由县财政局于1月15日前测算。\n`)
    const { text } = (await system.call(meetingContract.getMinutes, office, { meetingId }))!
    const start = text.indexOf('农技推广经费')
    const added = await system.call(meetingContract.addDecision, office, { meetingId, span: [start, text.length] })
    expect(added).toMatchObject({ byHand: true, dueOn: '2027-01-15', owners: [{ agencyId: agencyIds.finance }] })
    expect(text.slice(...added.read.span)).toBe('农技推广经费由县财政局于1月15日前测算。')
  })
})

describe('every decision is open, a task, part of a task, or set aside', () => {
  test('placed: a task outside the plan that names its meeting and outlives the next issue', async () => {
    const { meetingId, decisions } = await heldMeeting('立项之会')
    const placed = await system.call(meetingContract.placeDecision, office, {
      decisionId: decisions[0]!.id,
      title: '补建科技服务站',
    })
    expect(placed).toMatchObject({ fate: 'placed', task: { label: '议1 补建科技服务站' } })
    const task = await system.call(programmeContract.getTask, leader, { taskId: placed.taskId! })
    expect(task).toMatchObject({ dueOn: '2027-01-31', source: { kind: 'meeting', id: meetingId, title: '立项之会' } })
    expect(task.leads.map(({ agencyId }) => agencyId)).toEqual([agencyIds.science])
    expect(task.passage.text).toContain('科技服务站补建')
    await expect(
      system.call(meetingContract.setDecisionAside, office, { decisionId: decisions[0]!.id, reason: '不再需要了' }),
    ).rejects.toMatchObject({
      code: 'meetings.decisionSettled',
    })
    await publish(inventedSecondIssue, firstPlanId)
    const after = await tasksOf(db, programmeId)
    expect(after.map(({ id }) => id)).toContain(placed.taskId)
  })

  test('joined: proposed by likeness with reasons, chosen by a person, and it can be undone', async () => {
    const { decisions } = await heldMeeting('并入之会')
    const [first] = decisions
    expect(first!.similar[0]!.label).toContain('科技服务站')
    expect(first!.similar[0]!.reasons.join()).toContain('科技服务站')
    const joined = await system.call(meetingContract.joinDecision, office, {
      decisionId: first!.id,
      taskId: first!.similar[0]!.taskId,
    })
    expect(joined).toMatchObject({ fate: 'joined', taskId: first!.similar[0]!.taskId })
    const open = await system.call(meetingContract.reopenDecision, office, {
      decisionId: first!.id,
      reason: '并错了任务',
    })
    expect(open).toMatchObject({ fate: 'open', taskId: null })
  })

  test('what is none of these is shown until it is', async () => {
    const { meetingId, decisions } = await heldMeeting('待落实之会')
    const openOnes = async () =>
      (await system.call(meetingContract.listMeetings, office, { programmeId })).open.filter(
        (one) => one.meetingId === meetingId,
      ).length
    expect(await openOnes()).toBe(3)
    const todo = async () =>
      (await db.transaction((tx) => listTodos(tx, office, programmeId, '2026-11-22'))).filter(({ title }) =>
        title.startsWith('待落实之会'),
      )
    expect((await todo()).map(({ title }) => title)).toContain('待落实之会有 3 项议定事项待落实')
    await system.call(meetingContract.setDecisionAside, office, {
      decisionId: decisions[2]!.id,
      reason: '日常工作，不另立任务',
    })
    expect(await openOnes()).toBe(2)
  })

  test('an agency finishes its own decision and no other; a leader finishes none', async () => {
    const { meetingId, decisions } = await heldMeeting('办结之会')
    const note = '已拨付到位，凭证随附'
    await expect(
      system.call(meetingContract.finishDecision, reviewer, { decisionId: decisions[1]!.id, note, fileIds: [] }),
    ).rejects.toMatchObject({
      code: 'meetings.decisionNotFound',
    })
    const seen = await system.call(meetingContract.getMeeting, finance, { meetingId })
    expect(seen.decisions.map(({ position }) => position)).toEqual([1, 2])
    expect(seen.minutes).toBeNull()
    const done = await system.call(meetingContract.finishDecision, finance, {
      decisionId: decisions[1]!.id,
      note,
      fileIds: [],
    })
    expect(done).toMatchObject({ doneOn: '2026-11-22', finishedOn: '2026-11-22', doneBy: finance.name })
    expect(done.can.settle.allowed).toBe(false)
  })
})

describe('papers', () => {
  const isZip = (bytes: Uint8Array) => bytes[0] === 80 && bytes[1] === 75

  test('minutes get their number in the year and are then closed', async () => {
    const first = await heldMeeting('纪要甲会')
    const second = await heldMeeting('纪要乙会')
    const a = await system.call(meetingContract.issueMinutes, office, { meetingId: first.meetingId })
    const b = await system.call(meetingContract.issueMinutes, office, { meetingId: second.meetingId })
    expect([a.number, b.number]).toEqual(['〔2026〕第1期', '〔2026〕第2期'])
    clock.now = new Date('2027-01-04T02:00:00Z')
    const third = await heldMeeting('纪要丙会')
    expect((await system.call(meetingContract.issueMinutes, office, { meetingId: third.meetingId })).number).toBe(
      '〔2027〕第1期',
    )
    clock.now = new Date('2026-11-22T02:00:00Z')
    await expect(
      system.call(meetingContract.correctDecision, office, {
        decisionId: first.decisions[0]!.id,
        words: '改动议定内容',
        agencyIds: [],
        dueOn: null,
      }),
    ).rejects.toMatchObject({ code: 'meetings.minutesIssued' })
    const file = await system.call(meetingContract.exportMinutes, finance, { meetingId: first.meetingId })
    expect(isZip((file as unknown as { bytes: Uint8Array }).bytes)).toBe(true)
  })

  test('the pack is for those who see the county', async () => {
    const { id: meetingId } = await plan({ title: '材料之会' })
    await system.call(meetingContract.addAgendaItem, office, {
      meetingId,
      title: '研究服务站',
      asked: '请会议研究',
      taskId: tasks[0]!.id,
    })
    const file = await system.call(meetingContract.exportPack, leader, { meetingId })
    expect(isZip((file as unknown as { bytes: Uint8Array }).bytes)).toBe(true)
    await expect(system.call(meetingContract.exportPack, reporter, { meetingId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('the second meeting of a period', () => {
  test('takes up what the first left and proposes nothing again', async () => {
    const first = await plan({ seriesKey: 'coordination.quarter', title: '第四季度第一次协调会', heldOn: '2026-11-22' })
    const decisionOf = async (text: string) => {
      await system.call(meetingContract.writeMinutes, office, { meetingId: first.id, text })
      return (await system.call(meetingContract.getMeeting, office, { meetingId: first.id })).decisions[0]!
    }
    const before = await system.call(meetingContract.proposeAgenda, office, { meetingId: first.id })
    const left = await decisionOf(words)
    const second = await plan({
      seriesKey: 'coordination.quarter',
      title: '第四季度第二次协调会',
      heldOn: '2026-12-18',
    })
    const after = await system.call(meetingContract.proposeAgenda, office, { meetingId: second.id })
    const firstTasks = before.items.flatMap(({ taskId }) => taskId ?? [])
    expect(after.items.filter(({ taskId }) => taskId !== null && firstTasks.includes(taskId))).toEqual([])
    expect(after.items.map((item) => item.key)).toContain(`decision:${left.id}`)
    for (const { taskId, removedBy, removedReason } of after.removed)
      if (taskId !== null && firstTasks.includes(taskId))
        expect([removedBy, removedReason]).toEqual([null, '11月22日“第四季度第一次协调会”已议，此后没有新情况'])
    const list = await system.call(meetingContract.listMeetings, leader, { programmeId })
    expect(list.series[0]!.next).toMatchObject({ period: '2027年第一季度' })
  })
})
