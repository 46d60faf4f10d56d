import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openCounty } from '../../../../../test/county.ts'
import { supervisionContract as ops } from '../contract.ts'
import type { OrderState } from '../domain/order.ts'
import type { Proposal } from '../domain/proposal.ts'
import { listTodos } from './index.ts'
import { runInventedPlan } from './supervision.fixture.ts'
import { orders, papers, proposals, requests } from './tables.ts'

const county = await openCounty()
const { system, people, agencyIds, clock, db } = county
const { office, reporter, leader, observer } = people
const { programmeId, tasks } = await runInventedPlan(county)
const finance: Actor = { ...reporter, ...forAgency(agencyIds.finance) }
const elsewhere: Actor = { ...office, divisionCode: '470327' }
const [today, taskId] = ['2026-11-22', tasks[0]!.id]
const terms = { requirement: '请对照任务要求逐项整改。', dueOn: '2026-12-11', words: '' }

beforeEach(() => {
  clock.now = new Date(`${today}T02:00:00Z`)
})
afterEach(async () => {
  await db.update(orders).set({ state: 'withdrawn' })
  await db.delete(proposals)
  await db.delete(requests)
})

const register = (given: Partial<Parameters<typeof input>[0]> = {}, by: Actor = office) =>
  system.call(ops.registerOrder, by, input({ ...given }))
const input = (given: {
  taskId?: string
  agencyId?: string
  assistIds?: string[]
  dueOn?: string
  words?: string
  level?: 'prompt' | 'urge' | 'order'
}) => ({
  programmeId,
  taskId,
  agencyId: agencyIds.science,
  assistIds: [],
  level: 'order' as const,
  matter: '建设科技服务站',
  source: '专题会',
  ...terms,
  ...given,
})
const issued = async (given: Parameters<typeof register>[0] = {}) => {
  const { id: orderId } = await register(given)
  return system.call(ops.issueOrder, office, { orderId, ...terms })
}
const heard = async (who: Actor, orderId: string) =>
  (await system.call(noticeContract.listNotices, who, {})).notices
    .filter(({ link }) => link === `/orders/${orderId}`)
    .map(({ title }) => title)
const stateIs = (orderId: string, state: OrderState) =>
  db
    .update(orders)
    .set({ state })
    .where(eq(orders.id, orderId))
    .then(() => orderId)

test('where nothing was ever pressed there is nothing to show', async () => {
  const page = await system.call(ops.listOrders, office, { programmeId })
  expect(page).toMatchObject({ orders: [], proposals: [], setAside: [], circulars: [], proposedOn: null, today })
})

describe('what may be put on the books', () => {
  test('a day past is refused, today will do; who answers does not help, and helps once', async () => {
    await expect(register({ dueOn: '2026-11-21' })).rejects.toThrow('早于今天')
    const order = await register({ dueOn: today, assistIds: [agencyIds.finance, agencyIds.science, agencyIds.finance] })
    expect(order).toMatchObject({
      assistIds: [agencyIds.finance],
      assists: [{ name: '县财政局' }],
      host: '县科技局',
      taskTitle: '1 建设科技服务站',
      urges: 0,
      number: null,
      issuedOn: null,
      overdue: false,
      requestsOpen: 0,
      programmeTitle: expect.stringContaining('科技惠农'),
    })
    expect(order.entries.map(({ act, words, position, byName }) => [act, words, position, byName])).toEqual([
      ['register', '', 0, office.name],
    ])
  })

  test.each<[string, Parameters<typeof input>[0], string]>([
    ['a task nobody knows', { taskId: newId() }, '没有'],
    ['an agency nobody knows', { agencyId: newId() }, '单位名录'],
    ['a helper nobody knows', { assistIds: [newId()] }, '单位名录'],
  ])('%s is refused', (_, given, words) => expect(register(given)).rejects.toThrow(words))

  test('a second one waits until the first has ended, another agency does not', async () => {
    const { id } = await register()
    await expect(register()).rejects.toThrow('已立项，待交办')
    await register({ agencyId: agencyIds.finance })
    await register({ taskId: tasks[1]!.id })
    for (const state of ['issued', 'received', 'handling', 'answered', 'reviewed'] as const) {
      await stateIs(id, state)
      await expect(register()).rejects.toThrow('已有在办')
    }
    await stateIs(id, 'closed')
    await register()
  })

  test('a leader’s words are an instruction, and silence is none; the office’s are none', async () => {
    const acts = async (words: string, by: Actor) => {
      const { entries } = await register({ words }, by)
      await db.update(orders).set({ state: 'withdrawn' })
      return entries.map(({ act }) => act)
    }
    expect(await acts('请抓紧', leader)).toEqual(['register', 'instruct'])
    expect(await acts('', leader)).toEqual(['register'])
    expect(await acts('请抓紧', office)).toEqual(['register'])
  })
})

describe('who is told', () => {
  test('host and helpers of the paper, the office of the answer, the host of what became of it', async () => {
    const { id: orderId, number } = await issued({ assistIds: [agencyIds.finance] })
    expect(await heard(reporter, orderId)).toEqual([`督办单（${number}）：建设科技服务站`])
    await system.call(ops.instructOrder, leader, { orderId, words: '请主要负责人亲自抓。' })
    await system.call(ops.receiveOrder, reporter, { orderId, words: ' 已签收 ' })
    const answered = await system.call(ops.answerOrder, reporter, { orderId, words: '已建成十二处', fileIds: [] })
    expect(answered.entries.map(({ act, words }) => [act, words])).toEqual([
      ['register', ''], ['issue', ''], ['instruct', '请主要负责人亲自抓。'], ['receive', '已签收'], ['handle', '已建成十二处'], ['answer', '已建成十二处'],
    ]) // biome-ignore format: a list
    expect((await heard(office, orderId)).sort()).toEqual(
      [`${leader.name}批示：建设科技服务站`, '督办反馈待复核：建设科技服务站'].sort(),
    )
    const review = { orderId, passed: false, words: '缺佐', dueOn: null }
    await expect(system.call(ops.reviewOrder, office, review)).rejects.toThrow('写明理由')
    const back = await system.call(ops.reviewOrder, office, { ...review, words: '缺少佐证' })
    expect(back).toMatchObject({ state: 'handling', dueOn: terms.dueOn })
    await system.call(ops.handleOrder, reporter, { orderId, words: '补充佐证', fileIds: [] })
    const again = await system.call(ops.answerOrder, reporter, { orderId, words: '佐证已补', fileIds: [] })
    expect(again.entries.filter(({ act }) => act === 'handle')).toHaveLength(2)
    await system.call(ops.reviewOrder, office, { orderId, passed: true, words: '', dueOn: null })
    await system.call(ops.closeOrder, office, { orderId, words: '', rating: 'fair' })
    await system.call(ops.reopenOrder, office, { orderId, words: '现场复查不符', dueOn: '2026-12-30' })
    await system.call(ops.withdrawOrder, office, { orderId, words: '另行安排' })
    const titles = await heard(reporter, orderId)
    for (const words of ['批示：', '督办反馈被退回：', '督办事项重新办理：', '督办事项已撤销：'])
      expect(
        titles.filter((title) => title.includes(words)),
        words,
      ).toHaveLength(1)
    expect(titles).toHaveLength(5)
  })

  test('an agency hears nothing of what was not yet issued', async () => {
    const { id: orderId } = await register()
    await system.call(ops.instructOrder, leader, { orderId, words: '请主要负责人亲自抓。' })
    await system.call(ops.withdrawOrder, office, { orderId, words: '登记有误' })
    expect(await heard(reporter, orderId)).toEqual([])
    await expect(system.call(ops.instructOrder, leader, { orderId, words: '请主要负责人亲自抓。' })).rejects.toThrow(
      '已撤销',
    )
  })

  test('a case is opened again only while no other is open', async () => {
    const { id: orderId } = await issued()
    await stateIs(orderId, 'closed')
    await register()
    const reopen = system.call(ops.reopenOrder, office, { orderId, words: '现场复查不符', dueOn: '2026-12-30' })
    await expect(reopen).rejects.toThrow('已有在办')
  })
})

describe('requests', () => {
  const ask = (orderId: string, wantedOn: string | null, kind: 'extension' | 'objection' = 'extension') => {
    clock.now = new Date(clock.now.getTime() + 60_000)
    return system.call(ops.submitRequest, reporter, { orderId, kind, reason: '设备到货晚于预期', wantedOn })
  }

  test('more time is more than there is; refused it changes nothing, granted the office’s day goes before the wanted one', async () => {
    const { id: orderId } = await issued()
    await expect(ask(orderId, null)).rejects.toThrow('延到哪一天')
    await expect(ask(orderId, terms.dueOn)).rejects.toThrow('延到哪一天')
    const answer = async (granted: boolean, dueOn: string | null) => {
      const { requests: asked, requestsOpen } = await ask(orderId, '2026-12-30')
      expect(requestsOpen).toBe(1)
      return system.call(ops.answerRequest, office, { requestId: asked.at(-1)!.id, granted, answer: '理由不足', dueOn })
    }
    const refused = await answer(false, null)
    expect(refused).toMatchObject({ dueOn: terms.dueOn, state: 'issued', requestsOpen: 0 })
    expect(refused.entries.at(-1)).toMatchObject({ act: 'refuseRequest', words: '理由不足' })
    expect(refused.requests[0]).toMatchObject({
      state: 'refused',
      answer: '理由不足',
      answeredBy: office.name,
      agency: '县科技局',
    })
    const granted = await answer(true, '2026-12-20')
    // A Sunday gives way to the Monday after it.
    expect(granted).toMatchObject({ dueOn: '2026-12-21' })
    expect(granted.entries.at(-1)).toMatchObject({ act: 'grantRequest', words: '延至 2026-12-21。理由不足' })
    expect(granted.entries.find(({ act }) => act === 'askExtension')?.words).toBe(
      '申请延至 2026-12-30。设备到货晚于预期',
    )
    expect((await heard(reporter, orderId)).filter((title) => title.includes('延期申请'))).toHaveLength(2)
    expect((await heard(office, orderId)).filter((title) => title.includes('延期申请待答复'))).toHaveLength(2)
  })

  test('an objection names no day and ends the case when it holds, else not', async () => {
    const { id: orderId } = await issued()
    const answer = async (granted: boolean) => {
      const { requests: asked } = await ask(orderId, '2026-12-30', 'objection')
      expect(asked.at(-1)?.wantedOn).toBeNull()
      return system.call(ops.answerRequest, office, {
        requestId: asked.at(-1)!.id,
        granted,
        answer: '情况属实',
        dueOn: '2026-12-31',
      })
    }
    expect(await answer(false)).toMatchObject({ state: 'issued', dueOn: terms.dueOn })
    const ended = await answer(true)
    expect(ended.state).toBe('withdrawn')
    expect(ended.entries.slice(-2).map(({ act, words }) => [act, words])).toEqual([
      ['grantRequest', '情况属实'], ['withdraw', '异议成立。情况属实'],
    ]) // biome-ignore format: a list
    await expect(
      system.call(ops.answerRequest, office, { requestId: newId(), granted: true, answer: '情况属实', dueOn: null }),
    ).rejects.toThrow('没有这次申请')
  })
})

const aProposal = (given: Partial<Proposal>): Proposal => ({
  divisionCode: office.divisionCode,
  id: newId(),
  programmeId,
  key: newId(),
  rule: 'red',
  level: 'urge',
  taskId,
  orderId: null,
  agencyId: agencyIds.science,
  assistIds: [],
  matter: '建设科技服务站',
  grounds: [],
  sinceOn: '2026-11-01',
  proposedOn: today,
  state: 'open',
  heldUntilOn: null,
  settledBy: null,
  settledReason: null,
  settledAt: null,
  ...given,
})
const proposed = async (given: Partial<Proposal> = {}) => {
  const proposal = aProposal(given)
  await db.insert(proposals).values(proposal)
  return proposal.id
}

describe('proposals', () => {
  const page = (who: Actor) => system.call(ops.listOrders, who, { programmeId })

  test('are shown to office and leaders, the gravest first, then the longest standing; what is settled is not', async () => {
    const { id: orderId, number } = await issued()
    await proposed({ level: 'prompt', matter: '晚', sinceOn: '2026-11-10' })
    await proposed({
      level: 'prompt',
      matter: '早',
      sinceOn: '2026-11-02',
      agencyId: null,
      assistIds: [agencyIds.finance],
    })
    await proposed({ level: 'circular', matter: '点名', orderId, rule: 'overdue', sinceOn: '2026-11-20' })
    await proposed({ state: 'lapsed' })
    await proposed({ state: 'setAside', matter: '放下' })
    const { proposals: shown, setAside } = await page(leader)
    expect(shown.map(({ matter, host, number: of }) => [matter, host, of])).toEqual([
      ['点名', '县科技局', number], ['早', null, null], ['晚', '县科技局', null],
    ]) // biome-ignore format: a list
    expect(setAside.map(({ matter }) => matter)).toEqual(['放下'])
    expect(shown.map(({ papers }) => papers.map(({ kind }) => kind))).toEqual([
      ['circular'],
      ['prompt', 'urge', 'order'],
      ['prompt', 'urge', 'order'],
    ])
    expect(shown[1]).toMatchObject({ taskTitle: '1 建设科技服务站', assists: [{ name: '县财政局' }] })
    expect(shown[1]?.papers[2]).toEqual({ kind: 'order', limit: '20天', dueOn: '2026-12-14' })
    for (const who of [reporter, observer]) expect((await page(who)).proposals).toEqual([])
    expect(await page(observer)).toMatchObject({
      can: { registerOrder: { allowed: false }, takeProposal: { allowed: false } },
    })
    expect(await page(office)).toMatchObject({
      can: { registerOrder: { allowed: true, reason: null }, saveSettings: { allowed: true } },
    })
  })

  test('set aside until a day, thirty days without one, and no day past', async () => {
    const aside = async (untilOn: string | null) => {
      const proposalId = await proposed()
      const view = await system.call(ops.setAsideProposal, office, { proposalId, reason: '正在更换承办人', untilOn })
      return view.setAside.find(({ id }) => id === proposalId)
    }
    expect(await aside(null)).toMatchObject({
      heldUntilOn: '2026-12-22',
      settledBy: office.name,
      settledReason: '正在更换承办人',
    })
    expect(await aside(today)).toMatchObject({ heldUntilOn: today })
    await expect(aside('2026-11-21')).rejects.toThrow('早于今天')
    const proposalId = await proposed()
    const refused = system.call(ops.setAsideProposal, elsewhere, {
      proposalId,
      reason: '正在更换承办人',
      untilOn: null,
    })
    await expect(refused).rejects.toThrow('没有这条督办建议')
  })

  test('without a task or an agency it waits for one; what nothing calls for any more is not sent', async () => {
    const take = (proposalId: string, agencyId: string | null = null) =>
      system.call(ops.takeProposal, office, {
        proposalId,
        agencyId,
        assistIds: [],
        kind: 'urge',
        ...terms,
        interview: null,
      })
    await expect(take(await proposed({ taskId: null }))).rejects.toThrow('不能单独交办')
    await expect(take(await proposed({ agencyId: null }))).rejects.toThrow('没有写明这项任务由哪个单位负责')
    const before = await db.select().from(papers)
    await expect(take(await proposed({ agencyId: null }), agencyIds.finance)).rejects.toThrow('没有发出文书')
    expect(await db.select().from(papers)).toEqual(before)
    await expect(take(await proposed({ state: 'lapsed' }))).rejects.toThrow('当前状态是')
  })
})

describe('a circular', () => {
  test('may name what an order has reached and waits with the agency, the late first; the rest of the proposals stays', async () => {
    const late = await issued()
    const other = await issued({ taskId: tasks[1]!.id })
    const answered = await issued({ taskId: tasks[2]!.id })
    await issued({ agencyId: agencyIds.finance, level: 'prompt' })
    clock.now = new Date('2026-12-20T02:00:00Z')
    await db.update(orders).set({ state: 'answered' }).where(eq(orders.id, answered.id))
    await db.update(orders).set({ dueOn: '2027-01-10' }).where(eq(orders.id, other.id))
    const draft = await system.call(ops.draftCircular, office, { programmeId })
    expect(draft.orders.map(({ id }) => id)).toEqual([late.id, other.id])
    expect(draft).toMatchObject({ today: '2026-12-20', number: expect.stringMatching(/^澄政督通〔2026〕\d+号$/u) })
    const [named, unnamed, round] = [
      await proposed({ level: 'circular', orderId: late.id }), await proposed({ level: 'circular', orderId: other.id }),
      await proposed({ level: 'circular', taskId: null, rule: 'round' }),
    ] // biome-ignore format: a list
    const { title, opening, problems, next } = draft
    const issue = (orderIds: string[]) =>
      system.call(ops.issueCircular, office, {
        programmeId,
        text: { title, opening, problems, next },
        orderIds,
        dueOn: '2027-01-05',
      })
    const after = await issue([late.id])
    expect(after.proposals.map(({ id }) => id)).toEqual([unnamed])
    const settled = (await db.select().from(proposals)).filter(({ state }) => state === 'taken')
    expect(settled.map(({ id }) => id).sort()).toEqual([named, round].sort())
    expect(settled[0]).toMatchObject({ settledBy: office.name, settledReason: '已通报' })
    expect(after.circulars[0]).toMatchObject({ kind: 'circular', title, number: draft.number, issuedBy: office.name })
    const page = await system.call(ops.getOrder, reporter, { orderId: late.id })
    expect(page).toMatchObject({ level: 'circular', dueOn: '2027-01-05' })
    expect(page.entries.at(-1)).toMatchObject({ act: 'escalate', number: draft.number })
    expect(await heard(reporter, late.id)).toContain(`通报（${draft.number}）：建设科技服务站`)
    await issue([])
    expect((await system.call(ops.listOrders, leader, { programmeId })).proposals.map(({ id }) => id)).toEqual([
      unnamed,
    ])
  })
})

describe('papers', () => {
  test('a talk is written down in a talk’s paper alone', async () => {
    const { id: orderId, papers } = await issued()
    const interview = {
      on: today,
      place: '三楼',
      host: '林若溪',
      invited: '',
      recorder: '',
      talk: '进度滞后',
      statement: '',
    }
    const record = (paperId: string, by: Actor = office) => system.call(ops.recordInterview, by, { paperId, interview })
    await expect(record(papers[0]!.id)).rejects.toThrow('只有约谈')
    await expect(record(newId())).rejects.toThrow('没有这份文书')
    const called = await system.call(ops.escalateOrder, office, {
      orderId,
      kind: 'interview',
      ...terms,
      interview: null,
    })
    const paper = called.papers.find(({ kind }) => kind === 'interview')!
    expect(paper.interview).toMatchObject({ on: terms.dueOn, place: '' })
    await expect(record(paper.id, elsewhere)).rejects.toThrow('没有这份文书')
    const recorded = await record(paper.id)
    expect(recorded.papers.find(({ id }) => id === paper.id)?.interview).toEqual(interview)
    expect(recorded.entries.at(-1)).toMatchObject({ words: '2026-11-22 林若溪约谈：进度滞后', number: paper.number })
    await expect(
      system.call(ops.getPaper, { ...reporter, ...forAgency(newId()) }, { paperId: paper.id }),
    ).rejects.toThrow('没有这件')
    const file = (await system.call(ops.getPaper, reporter, { paperId: paper.id })) as { name: string }
    expect(file.name).toBe(`约谈记录 ${paper.number} 建设科技服务站.docx`)
    const sending = system.call(ops.escalateOrder, office, { orderId, kind: 'circular', ...terms, interview: null })
    await expect(sending).rejects.toThrow()
  })
})

test('what is to do: the host its cases, the office what waits for it, a leader nothing', async () => {
  const todos = async (who: Actor, on = today) =>
    (await db.transaction((tx) => listTodos(tx, who, programmeId, on))).map(({ title }) => title)
  const { id } = await issued({ assistIds: [agencyIds.finance] })
  await proposed()
  await proposed({ state: 'setAside' })
  await system.call(ops.submitRequest, reporter, {
    orderId: id,
    kind: 'objection',
    reason: '任务已经移交',
    wantedOn: null,
  })
  expect(await todos(reporter)).toEqual(['签收督办单“建设科技服务站”'])
  expect(await todos(reporter, '2026-12-13')).toEqual(['签收督办单“建设科技服务站”（已逾期）'])
  expect(await todos(finance)).toEqual([])
  expect(await todos(leader)).toEqual([])
  expect(await todos(office)).toEqual(['答复申请：督办单“建设科技服务站”', '处理 1 条督办建议'])
})

test('the register says of each case where it stands, and leaves out what was not issued', async () => {
  await register({ agencyId: agencyIds.finance })
  const { id: orderId, number } = await issued({ assistIds: [agencyIds.finance] })
  await system.call(ops.receiveOrder, reporter, { orderId, words: '' })
  await system.call(ops.handleOrder, reporter, { orderId, words: '已排定分工', fileIds: [] })
  const file = (await system.call(ops.exportOrders, reporter, { programmeId })) as { bytes: Uint8Array }
  const { rows } = await readRows(file.bytes)
  const row = rows.find(({ cells }) => cells.includes(number ?? ''))?.cells
  expect(row).toEqual(
    expect.arrayContaining([
      '督办单',
      '建设科技服务站',
      '专题会',
      '澄禾县科学技术局',
      '澄禾县财政局',
      '办理中，还有 19 天；已排定分工',
      '否',
    ]),
  )
  expect(rows.filter(({ cells }) => cells.includes('建设科技服务站') && cells.at(0) === '')).toEqual([])
})
