import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { endOfDay } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportingContract as asks } from '#modules/programme/reporting/contract.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { tasksOf } from '../../../../../test/contents.ts'
import { openCounty } from '../../../../../test/county.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { loadReporting } from '../../reporting/server/load-reporting.ts'
import {
  delegations,
  outsideValues,
  questionAnswers,
  questions,
  reportingSettings,
} from '../../reporting/server/tables.ts'
import { reportContract as ops } from '../contract.ts'
import { listTodos, loadReportFacts } from './index.ts'
import { listFinished } from './list-finished.ts'
import { listOwnDuties } from './list-own-duties.ts'
import { loadOwed } from './load-owed.ts'
import { oneAnswer, type Said, unchanged } from './reporting.fixture.ts'
import { assignments, drafts, reports, submissions } from './tables.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { office, reporter, reviewer, leader, agencyHead } = people
const finance: Actor = { ...reporter, userId: 'finance-reporter', name: '财政填报员', ...forAgency(agencyIds.finance) }
const financeReviewer: Actor = { ...reviewer, userId: 'finance-reviewer', ...forAgency(agencyIds.finance) }
const elsewhere = { divisionCode: '470327' }

const on = (day: string) => {
  clock.now = new Date(`${day}T02:00:00Z`)
}
on('2026-03-03')
const receipt = await system.call(planContract.handInText, office, { text: inventedPlan })
await system.background.idle()
const planId = (await system.call(planContract.listHandIns, office, {})).find(({ id }) => id === receipt.id)!.planId!
const { revision } = await system.call(planContract.getPlan, office, { planId })
await system.call(planContract.publishPlan, office, { planId, revision, newIssueOf: null })
const programmeId = (await system.call(programmeContract.listProgrammes, leader, {}))[0]!.id
const tasks = await tasksOf(db, programmeId)
const [first, second, third] = tasks.filter(({ leads }) => leads.some(({ agencyId }) => agencyId === agencyIds.science))
const [one, two, three] = [first!.id, second!.id, third!.id]
const targetId = first!.targets[0]!.id
const inTx = <T>(read: (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<T>) => db.transaction(read)

const say = (who: Actor, taskId: string, more: Said = {}) =>
  system.call(ops.submitReports, who, oneAnswer(taskId, more))
const said = async (who: Actor, taskId: string, more: Said = {}) => {
  const [outcome] = (await say(who, taskId, more)).outcomes
  expect(outcome?.refusal).toBeNull()
  return outcome!.reportId!
}
const refused = async (who: Actor, taskId: string, more: Said = {}) =>
  (await say(who, taskId, more)).outcomes[0]!.refusal
const inbox = async (who: Actor) => (await system.call(ops.getInbox, who, {})).programmes[0]
const forget = async () => {
  for (const table of [
    reports,
    submissions,
    drafts,
    delegations,
    assignments,
    questionAnswers,
    questions,
    outsideValues,
    reportingSettings,
  ])
    await db.delete(table)
}

describe('what was handed in', () => {
  test('is counted, kept with its day, told late, and leads to the next attempt', async () => {
    on('2026-03-26')
    const id = await said(reporter, one, { progress: 'progressed', text: '已选址', values: [{ targetId, value: 3 }] })
    const view = await system.call(ops.getReport, reporter, { reportId: id })
    expect(view).toMatchObject({
      taskTitle: '建设科技服务站',
      taskNumber: '1',
      agencyName: '县科技局',
      late: true,
      attempt: 1,
      status: 'submitted',
      submittedOn: '2026-03-26',
      dueOn: '2026-03-25',
      endOn: '2026-03-31',
      submittedBy: reporter.name,
      settledBy: null,
      evidence: 0,
      values: [{ targetId, value: 3, ask: 'number' }],
      can: { withdraw: { allowed: true }, review: { allowed: false } },
    })
    const [row] = await db.select().from(submissions)
    expect(row).toMatchObject({ cells: 1 + first!.targets.length, seconds: 60, agencyId: agencyIds.science })
    expect(await refused(reporter, one)).toContain(`本期已由${reporter.name}于 2026-03-26 报送`)
    await expect(system.call(ops.withdrawReport, finance, { reportId: id })).rejects.toThrow('只有报送这条的单位')
    await expect(system.call(ops.withdrawReport, { ...reporter, ...elsewhere }, { reportId: id })).rejects.toThrow(
      '没有这条报送',
    )
    await system.call(ops.withdrawReport, agencyHead, { reportId: id })
    await expect(system.call(ops.withdrawReport, reporter, { reportId: id })).rejects.toThrow('当前状态是')
    const [withdrawn] = await db.select().from(reports)
    expect(withdrawn).toMatchObject({
      status: 'withdrawn',
      settledBy: agencyHead.name,
      settledOn: '2026-03-26',
      settledReason: null,
    })
    on('2026-03-25')
    const again = await said(agencyHead, one)
    expect(await system.call(ops.getReport, leader, { reportId: again })).toMatchObject({
      attempt: 2,
      late: false,
    })
    await forget()
  })

  test('the same press again is answered as the first was, and takes nothing', async () => {
    on('2026-03-20')
    const answer = unchanged(one)
    const press = () =>
      system.call(ops.submitReports, reporter, {
        clientKey: 'the-same-press',
        seconds: 5,
        questions: [],
        answers: [answer, { ...answer, taskId: two }],
      })
    const first = await press()
    expect(first).toMatchObject({ repeated: false, outcomes: [{ refusal: null }, { refusal: null }] })
    expect(await press()).toEqual({ ...first, repeated: true })
    expect(await db.select().from(reports)).toHaveLength(2)
    await forget()
  })

  test('without an agency nothing is, nor for a task that is another’s, a cycle that is over or not yet open', async () => {
    on('2026-05-03')
    const bare = { ...reporter, ...forAgency(null) }
    await expect(say(bare, one)).rejects.toThrow('没有所属单位')
    await expect(system.call(ops.saveDrafts, bare, { drafts: [] })).rejects.toThrow('没有所属单位')
    expect(await inbox(bare)).toBeUndefined()
    expect(await refused(finance, one, { cycle: '2026-05' })).toContain('“建设科技服务站”不由您的单位填报')
    expect(await refused(reporter, one, { cycle: '2026-06' })).toContain('没有开放')
    expect(await refused(reporter, one, { cycle: '2026-03' })).toContain('已过')
    expect(await refused(reporter, one, { cycle: '2026-04' })).toBeNull()
    await forget()
  })

  test('the drafts of an agency go with its word, those of another cycle stay', async () => {
    on('2026-03-20')
    const draft = (who: Actor, cycle = '2026-03') =>
      system.call(ops.saveDrafts, who, { drafts: [{ taskId: one, cycle, answer: { text: '写到一半' }, asOf: null }] })
    for (const who of [reporter, agencyHead]) await draft(who)
    await draft(reporter, '2026-02')
    await said(reporter, one, { asOf: clock.now })
    expect((await db.select().from(drafts)).map(({ userId, cycle }) => [userId, cycle])).toEqual([
      [reporter.userId, '2026-02'],
    ])
    await forget()
  })
})

describe('the inbox', () => {
  test('shows the word before, the newest attempt of this cycle, what is known, and who signs', async () => {
    on('2026-03-20')
    await said(reporter, one, { progress: 'progressed', text: '三月', values: [{ targetId, value: 3 }] })
    await said(reporter, two, { progress: 'progressed', text: '选派三十名' })
    on('2026-04-20')
    const id = await said(reporter, one, {
      cycle: '2026-04',
      progress: 'progressed',
      text: '四月',
      values: [{ targetId, value: 4 }],
    })
    await system.call(ops.returnReports, reviewer, { reportIds: [id], reason: '与台账不符' })
    const view = await system.call(ops.getInbox, reporter, {})
    expect(view).toMatchObject({
      userId: reporter.userId,
      agencyId: agencyIds.science,
      agencyName: '县科技局',
      today: '2026-04-20',
      can: { assignTask: false },
    })
    const [programme] = view.programmes
    expect(programme).toMatchObject({ programmeId, cycle: { key: '2026-04' }, questions: [] })
    for (const name of [agencyHead.name, reviewer.name, '或专班办公室']) expect(programme?.signer).toContain(name)
    const [item] = programme!.items
    expect(item).toMatchObject({
      taskId: one,
      number: '1',
      last: { text: '三月' },
      said: { text: '四月', status: 'returned', settledReason: '与台账不符' },
      draft: null,
      reporter: null,
      delegatedBy: null,
      draftFiles: [],
    })
    expect(item?.asked[0]).toMatchObject({ targetId, last: { value: 3, cycle: '2026-03' } })
    expect(programme?.items.map(({ taskId, cycle }) => [taskId, cycle.key])).toEqual([
      [one, '2026-04'], [two, '2026-04'], [three, '2026-04'], [three, '2026-03'],
    ]) // biome-ignore format: a list
    expect(programme?.items.map(({ last, said: now }) => [last?.text, now?.text])).toEqual([
      ['三月', '四月'], ['选派三十名', undefined], [undefined, undefined], [undefined, undefined],
    ]) // biome-ignore format: a list
    await forget()
  })

  test('names the office as signer where nobody else can sign', async () => {
    on('2026-03-20')
    await system.call(asks.delegateTask, office, {
      taskId: one,
      fromAgencyId: agencyIds.science,
      toAgencyId: agencyIds.finance,
      fromOn: '2026-03-01',
      toOn: '2026-03-25',
      reason: '资金由财政局拨付',
    })
    const theirs = await inbox(finance)
    expect(theirs).toMatchObject({ signer: '专班办公室', items: [{ taskId: one, delegatedBy: '县科技局' }] })
    expect((await inbox(reporter))?.items.map(({ taskId }) => taskId)).not.toContain(one)
    on('2026-04-20')
    expect((await inbox(finance))?.items.map(({ cycle }) => cycle.key)).toEqual(['2026-03'])
    await forget()
  })
})

describe('delegating', () => {
  const give = (who: Actor, more: Partial<{ fromAgencyId: string; toAgencyId: string; toOn: string | null }> = {}) =>
    system.call(asks.delegateTask, who, {
      taskId: one,
      fromAgencyId: agencyIds.science,
      toAgencyId: agencyIds.finance,
      fromOn: '2026-05-01',
      toOn: null,
      reason: '资金由财政局拨付',
      ...more,
    })

  test('is the lead’s and the office’s, to who takes part, and ends with the day before', async () => {
    on('2026-05-10')
    await expect(give(financeReviewer)).rejects.toThrow('只有牵头单位')
    await expect(give(reviewer, { toAgencyId: newId() })).rejects.toThrow('责任（配合）单位')
    await expect(give(office, { toOn: '2026-04-30' })).rejects.toThrow('早于开始日期')
    const { delegations: given, delegable } = await give(reviewer)
    expect(given).toMatchObject([
      {
        taskId: one,
        taskTitle: '建设科技服务站',
        from: '县科技局',
        to: '县财政局',
        fromOn: '2026-05-01',
        toOn: null,
        savedBy: reviewer.name,
      },
    ])
    expect(delegable[0]).toMatchObject({ taskId: one, title: '1 建设科技服务站', from: [{ name: '县科技局' }] })
    expect((await system.call(asks.getReporting, financeReviewer, { programmeId })).delegable).toEqual([])
    const end = (who: Actor, delegationId = given[0]!.id) => system.call(asks.endDelegation, who, { delegationId })
    await expect(end(financeReviewer)).rejects.toThrow('只有牵头单位')
    await expect(end({ ...office, ...elsewhere })).rejects.toThrow('没有这项委托')
    await expect(end(office, newId())).rejects.toThrow('没有这项委托')
    expect((await end(reviewer)).delegations).toEqual([])
    expect((await db.select().from(delegations))[0]?.toOn).toBe('2026-05-09')
    await forget()
  })
})

describe('the people of an agency', () => {
  test('are listed with what lies with them; the office sees all, an agency its own', async () => {
    on('2026-03-20')
    await system.call(ops.saveDrafts, reporter, {
      drafts: [
        { taskId: one, cycle: '2026-03', answer: {}, asOf: null },
        { taskId: two, cycle: '2026-03', answer: {}, asOf: null },
      ],
    })
    await said(reviewer, three)
    const assign = (who: Actor, userId: string | null) =>
      system.call(ops.assignTask, who, { taskId: one, agencyId: agencyIds.science, userId })
    await assign(agencyHead, reporter.userId)
    const list = await system.call(ops.listColleagues, office, {})
    expect(list.find(({ userId }) => userId === reporter.userId)).toMatchObject({
      name: reporter.name,
      agencyName: '县科技局',
      left: false,
      drafts: 2,
      assignments: 1,
      lastAt: null,
    })
    expect(list.find(({ userId }) => userId === reviewer.userId)).toMatchObject({
      drafts: 0,
      assignments: 0,
      lastAt: clock.now,
    })
    expect((await system.call(ops.listColleagues, agencyHead, {})).map(({ userId }) => userId).sort()).toEqual(
      list.map(({ userId }) => userId).sort(),
    )
    expect(await system.call(ops.listColleagues, financeReviewer, {})).toEqual([])
    expect(await system.call(ops.listColleagues, { ...reviewer, ...forAgency(null) }, {})).toEqual([])
    await expect(assign(financeReviewer, null)).rejects.toThrow('只有本单位负责人')
    await expect(assign(agencyHead, 'nobody')).rejects.toThrow('没有这个人')
    expect((await inbox(reporter))?.items[0]?.reporter).toEqual({ userId: reporter.userId, name: reporter.name })
    const over = (from: string, to: string) =>
      system.call(ops.handOver, agencyHead, { fromUserId: from, toUserId: to, reason: '调离本单位' })
    await expect(over(reporter.userId, reporter.userId)).rejects.toThrow('没有这个人')
    await expect(over(reporter.userId, 'nobody')).rejects.toThrow('没有这个人')
    await system.call(ops.saveDrafts, reviewer, {
      drafts: [{ taskId: one, cycle: '2026-03', answer: { text: '自己的' }, asOf: null }],
    })
    expect(await over(reporter.userId, reviewer.userId)).toEqual({ drafts: 1, assignments: 1 })
    expect(
      (await db.select().from(drafts)).map(({ userId, taskId, answer }) => [userId, taskId, answer.text]).sort(),
    ).toEqual(
      [
        [reviewer.userId, one, '自己的'],
        [reviewer.userId, two, undefined],
        [reporter.userId, one, undefined],
      ].sort(),
    )
    await assign(office, null)
    expect(await db.select().from(assignments)).toEqual([])
    await forget()
  })
})

describe('review', () => {
  test('each is settled by itself; who said it is told, once for what was signed together', async () => {
    on('2026-03-20')
    const [a, b, c] = [
      await said(reporter, one, { progress: 'finished' }),
      await said(reporter, two),
      await said(reviewer, three),
    ]
    const reviews = await system.call(ops.listReviews, reviewer, {})
    expect(reviews.map(({ id }) => id)).toEqual([a, b, c])
    expect(reviews[0]).toMatchObject({
      previous: null,
      programmeTitle: expect.stringContaining('科技惠农'),
      can: { review: { allowed: true } },
    })
    expect(reviews[2]?.can.review.allowed).toBe(false)
    const todos = async (who: Actor) =>
      (await inTx((tx) => listTodos(tx, who, programmeId, '2026-03-20'))).map(({ title }) => title)
    expect(await todos(reviewer)).toEqual(['2 条报送待签收'])
    expect(await todos(office)).toEqual(['3 条报送待签收'])
    expect(await todos(leader)).toEqual([])
    expect(await system.call(ops.signReports, reviewer, { reportIds: [a, a, b, c, newId()] })).toEqual([
      { reportId: a, refusal: null }, { reportId: b, refusal: null }, { reportId: c, refusal: expect.stringContaining('自己报送的') },
      { reportId: expect.any(String), refusal: expect.stringContaining('没有这条报送') },
    ]) // biome-ignore format: a list
    const heard = async (kind: 'statementSigned' | 'statementReturned', who: Actor) =>
      (await system.call(noticeContract.listNotices, who, { kind })).notices.map(
        ({ title, text }) => `${title}|${text}`,
      )
    expect(await heard('statementSigned', reporter)).toEqual([
      `2026年3月报送已签收 2 项|${reviewer.name}已签收：建设科技服务站、选派科技特派员。`,
    ])
    await system.call(ops.returnReports, agencyHead, { reportIds: [c], reason: '缺少佐证' })
    expect(await heard('statementReturned', reviewer)).toEqual([
      `2026年3月报送被退回：推广新品种|${agencyHead.name}退回，理由：缺少佐证。请修改后重新报送。`,
    ])
    const rows = await db.select().from(reports).where(eq(reports.id, a))
    expect(rows[0]).toMatchObject({
      status: 'signed',
      settledBy: reviewer.name,
      settledOn: '2026-03-20',
      settledReason: null,
    })
    const finished = (after: string, until: string) =>
      inTx((tx) =>
        listFinished(
          tx,
          { id: programmeId, divisionCode: office.divisionCode },
          { tasks, after, asOf: endOfDay(until) },
        ),
      )
    expect(await finished('2026-03-19', '2026-03-20')).toEqual(new Map([[one, '2026-03-20']]))
    expect(await finished('2026-03-20', '2026-03-21')).toEqual(new Map())
    expect(await finished('2026-03-18', '2026-03-19')).toEqual(new Map())
    on('2026-04-20')
    const [d, e] = [await said(reporter, one, { cycle: '2026-04' }), await said(reviewer, two, { cycle: '2026-04' })]
    const [again] = await system.call(ops.listReviews, office, {})
    expect(again).toMatchObject({ id: d, previous: { id: a } })
    await system.call(ops.signReports, office, { reportIds: [d, e] })
    expect(await heard('statementSigned', reviewer)).toEqual([
      `2026年4月报送已签收：选派科技特派员|${office.name}已签收：选派科技特派员。`,
    ])
    expect((await heard('statementSigned', reporter))[0]).toBe(
      `2026年4月报送已签收：建设科技服务站|${office.name}已签收：建设科技服务站。`,
    )
    await forget()
  })

  test('a task’s words are read newest first, and who has yet to speak is named', async () => {
    on('2026-03-20')
    const list = (who: Actor) => system.call(ops.listTaskReports, who, { taskId: one })
    expect(await list(leader)).toMatchObject({ reports: [], cycle: { key: '2026-03' }, waitingFor: ['县科技局'] })
    const a = await said(reporter, one)
    await system.call(ops.withdrawReport, reporter, { reportId: a })
    expect((await list(leader)).waitingFor).toEqual(['县科技局'])
    on('2026-03-21')
    const b = await said(reporter, one)
    expect(await list(leader)).toMatchObject({ reports: [{ id: b }, { id: a }], waitingFor: [] })
    expect(await list({ ...reporter, ...forAgency(newId()) })).toEqual({
      reports: [],
      cycle: null,
      waitingFor: [],
      opening: null,
      openingFigures: [],
    })
    await expect(system.call(ops.getReport, { ...leader, ...elsewhere }, { reportId: b })).rejects.toThrow(
      '没有这条报送',
    )
    await forget()
  })
})

describe('what others ask of reporting', () => {
  const owed = (now: string) =>
    inTx((tx) => listOwnDuties(tx, { programmeId, agencyId: agencyIds.science, now: new Date(now) }, reporter))

  test('what is still owed, the newest cycle before the last; nothing before the issue', async () => {
    on('2026-04-20')
    await said(reporter, one, { cycle: '2026-04' })
    await said(reporter, two, { cycle: '2026-03' })
    expect((await owed('2026-04-20T02:00:00Z')).map(({ taskId, cycle }) => [taskId, cycle])).toEqual([
      [two, '2026-04'], [three, '2026-04'], [three, '2026-03'], [one, '2026-03'],
    ]) // biome-ignore format: a list
    expect(await owed('2026-03-01T02:00:00Z')).toEqual([])
    const todos = await inTx((tx) => listTodos(tx, reporter, programmeId, '2026-04-20'))
    expect(todos).toEqual([
      { kind: 'report', title: '报送2026年4月进展：2 项任务', dueOn: '2026-04-25', link: '/reports' },
      { kind: 'report', title: '报送2026年3月进展：2 项任务', dueOn: '2026-03-25', link: '/reports' },
    ])
    await db.update(reports).set({ status: 'signed' })
    expect(await owed('2026-04-20T02:00:00Z')).toHaveLength(4)
    await db.update(reports).set({ status: 'returned' })
    expect(await owed('2026-04-20T02:00:00Z')).toHaveLength(6)
    await forget()
    expect(await inTx((tx) => listTodos(tx, office, programmeId, '2026-03-01'))).toEqual([])
  })

  test('what is owed: of this cycle and the one before what nobody has said', async () => {
    on('2026-03-20')
    const id = await said(reporter, one)
    const programme = { ...office, id: programmeId }
    const open = async (at: string) => {
      const owed = await inTx((tx) => loadOwed(tx, { programme, tasks, asOf: new Date(at) }))
      return owed.map(({ taskId, cycle }) => [taskId, cycle])
    }
    expect(await open('2026-03-20T02:00:00Z')).toEqual([
      [two, '2026-03'],
      [three, '2026-03'],
    ])
    expect(await open('2026-04-02T02:00:00Z')).toEqual([
      [one, '2026-04'],
      [two, '2026-04'],
      [three, '2026-04'],
      [three, '2026-03'],
      [two, '2026-03'],
    ])
    expect(await open('2026-03-01T02:00:00Z')).toEqual([])
    const facts = (at: string) => inTx((tx) => loadReportFacts(tx, programme, new Date(at)))
    expect((await facts('2026-03-20T02:00:00Z')).reports.map((fact) => fact.id)).toEqual([id])
    expect(await facts('2026-03-01T02:00:00Z')).toEqual({ reports: [], duties: [], outside: [], openings: [] })
    await db.update(reports).set({ status: 'returned' })
    expect(await open('2026-06-20T02:00:00Z')).toContainEqual([one, '2026-03'])
    expect(await open('2026-06-20T02:00:00Z')).not.toContainEqual([two, '2026-03'])
    await forget()
  })

  test('a rhythm holds from its day, as known at a moment', async () => {
    on('2026-03-20')
    const change = {
      programmeId,
      every: 'quarter' as const,
      dueDay: 20,
      dueIn: 'same' as const,
      restDay: 'after' as const,
      withMeasures: false,
      reason: '减轻填报负担',
    }
    await expect(system.call(asks.saveReporting, office, { ...change, holdsFrom: '2026-03-19' })).rejects.toThrow(
      '不能早于今天',
    )
    await system.call(asks.saveReporting, office, { ...change, holdsFrom: '2026-03-20' })
    const view = await system.call(asks.saveReporting, office, { ...change, holdsFrom: '2026-04-01' })
    expect(view.settings.map(({ holdsFrom }) => holdsFrom)).toEqual(['2026-04-01', '2026-03-20'])
    expect(view).toMatchObject({
      today: '2026-03-20',
      withMeasures: false,
      rhythm: { every: 'quarter', dueDay: 20 },
      can: { saveReporting: true },
      fromPlan: null,
    })
    const at = (moment: string) => inTx((tx) => loadReporting(tx, { ...office, id: programmeId }, new Date(moment)))
    expect((await at('2026-03-20T01:00:00Z'))?.settings).toEqual([])
    const asksMeasures = async (moment: string, day: string) => (await at(moment))?.asksMeasures(day)
    expect(await asksMeasures('2026-03-20T01:00:00Z', '2026-04-01')).toBe(true)
    expect(await asksMeasures('2026-03-20T02:00:00Z', '2026-03-19')).toBe(true)
    expect(await asksMeasures('2026-03-20T02:00:00Z', '2026-03-20')).toBe(false)
    expect(await at('2026-03-20T01:00:00Z')).toMatchObject({
      divisionCode: office.divisionCode,
      planId,
    })
    expect(await at('2026-03-01T02:00:00Z')).toBeUndefined()
    expect((await at('2026-03-20T02:00:00Z'))?.sinceOf(9)).toBe('2026-03-03')
    await forget()
  })
})

describe('sources and questions', () => {
  test('a figure from outside is shown with where it stood, the newest day last; an agency’s has no source', async () => {
    on('2026-03-20')
    const set = (source: 'agency' | 'outside') =>
      system.call(asks.setTargetSource, office, { programmeId, targetId, source, from: '县统计局' })
    const of = (view: Awaited<ReturnType<typeof set>>) => view.targets.find((target) => target.targetId === targetId)
    expect(of(await system.call(asks.getReporting, office, { programmeId }))).toMatchObject({
      usual: true,
      source: 'agency',
      from: null,
      why: null,
      value: null,
      taskTitle: '建设科技服务站',
    })
    expect(of(await set('outside'))).toMatchObject({
      usual: false,
      source: 'outside',
      from: '县统计局',
      why: '由县统计局提供，不用填',
    })
    const record = (value: number, day: string) =>
      system.call(asks.recordOutsideValue, office, { programmeId, targetId, value, on: day, from: '统计快报' })
    await record(5, '2026-03-15')
    expect(of(await record(4, '2026-02-28'))?.value).toEqual({ value: 5, on: '2026-03-15', from: '统计快报' })
    expect((await inbox(reporter))?.items[0]?.shown).toContainEqual(
      expect.objectContaining({ targetId, known: { value: 5, on: '2026-03-15' }, why: '由县统计局提供，不用填' }),
    )
    expect(of(await set('agency'))).toMatchObject({ source: 'agency', from: null })
    await expect(
      system.call(asks.setTargetSource, office, { programmeId, targetId: newId(), source: 'agency', from: null }),
    ).rejects.toThrow('没有这个目标')
    await forget()
  })

  test('a question is asked once a cycle, of who has a task, and answered until it is withdrawn', async () => {
    on('2026-03-20')
    const ask = (text: string, cycle = '2026-03') =>
      system.call(asks.askQuestion, office, { programmeId, cycle, kind: 'sentence', text })
    const { questions: asked } = await ask('分管领导是否到会部署')
    expect(asked).toMatchObject([{ text: '分管领导是否到会部署', cycle: '2026-03', savedBy: office.name }])
    await expect(ask('分管领导是否到会部署')).rejects.toThrow('附加问题')
    await ask('分管领导是否到会部署', '2026-04')
    await expect(ask('各单位牵头单位')).rejects.toThrow('任务清单')
    const [{ id: questionId } = { id: '' }] = asked
    const reply = (who: Actor, answer: string) =>
      system.call(ops.submitReports, who, {
        clientKey: newId(),
        seconds: 5,
        answers: [],
        questions: [{ questionId, answer }],
      })
    await expect(reply({ ...finance, ...forAgency(newId()) }, '到会')).rejects.toThrow('没有这个附加问题')
    await reply(reporter, '未到会')
    await reply(reporter, '到会')
    expect((await inbox(reporter))?.questions).toEqual([
      { id: questionId, text: '分管领导是否到会部署', kind: 'sentence', answer: '到会' },
    ])
    const board = (who: Actor) => system.call(ops.getBoard, who, { programmeId })
    expect((await board(leader)).questions.find(({ id }) => id === questionId)?.answers).toEqual([
      { agencyName: '县科技局', answer: '到会' },
    ])
    expect((await board(leader)).questions.map(({ answers }) => answers.length).sort()).toEqual([0, 1])
    expect((await board(finance)).questions.find(({ id }) => id === questionId)?.answers).toEqual([])
    await expect(system.call(asks.withdrawQuestion, { ...office, ...elsewhere }, { questionId })).rejects.toThrow(
      '没有这个附加问题',
    )
    expect((await system.call(asks.withdrawQuestion, office, { questionId })).questions).toHaveLength(1)
    await expect(reply(reporter, '到会')).rejects.toThrow('没有这个附加问题')
    expect((await inbox(reporter))?.questions).toEqual([])
    await ask('分管领导是否到会部署')
    await forget()
  })
})

test('the board says who is in time, late and silent, and what it cost', async () => {
  on('2026-03-20')
  await said(reporter, one, { values: [{ targetId, value: 3 }], progress: 'progressed' })
  on('2026-03-26')
  await said(reporter, two)
  const board = await system.call(ops.getBoard, leader, { programmeId })
  expect(board.today).toBe('2026-03-26')
  expect(board.rows.find(({ agencyId }) => agencyId === agencyIds.science)).toMatchObject({
    name: '县科技局',
    cells: [{ cycle: '2026-03', asked: 3, inTime: 1, late: 1, missing: 1, state: 'missing' }],
  })
  expect(board.open).toEqual([{ taskId: three, agencyId: agencyIds.science, title: '推广新品种' }])
  expect(board.burden).toMatchObject([{ agencyId: agencyIds.science, month: '2026-03', minutes: 2 }])
  const { bytes } = (await system.call(ops.exportBoard, leader, { programmeId })) as { bytes: Uint8Array }
  const rows = (await readRows(bytes)).rows.map(({ cells }) => cells)
  expect(rows.find((cells) => cells.includes('县科技局'))).toEqual([
    '1',
    '县科技局',
    '33.3%',
    '按时 1、迟报 1、未报 1/3',
  ])
  expect((await system.call(ops.getBoard, finance, { programmeId })).rows).toEqual([])
  const theirs = (await system.call(ops.exportBoard, finance, { programmeId })) as { bytes: Uint8Array }
  expect((await readRows(theirs.bytes)).rows.filter(({ cells }) => cells.includes('县科技局'))).toEqual([])
  await forget()
})

test('three working days and one before, who has something left is reminded of how much', async () => {
  const told = async (who: Actor) =>
    (await system.call(noticeContract.listNotices, who, { kind: 'statementDue' })).notices.map(
      ({ title, text }) => `${title}|${text}`,
    )
  on('2026-05-19')
  await system.jobs.drain()
  await said(reporter, one, { cycle: '2026-05' })
  await said(reporter, two, { cycle: '2026-04' })
  const before = (await told(reporter)).length
  for (const day of ['2026-05-20', '2026-05-21', '2026-05-22', '2026-05-23', '2026-05-24', '2026-05-25']) {
    on(day)
    await system.jobs.drain()
  }
  const titles = (await told(reporter)).slice(0, (await told(reporter)).length - before)
  expect(titles.map((title) => title.split('|')[0]).sort()).toEqual([
    '2026年5月报送还剩 1 个工作日',
    '2026年5月报送还剩 3 个工作日',
  ])
  expect(titles[0]).toContain('还有 2 项任务未报送，2026-05-25 截止')
  expect(await told(finance)).toEqual([])
  await forget()
})
