import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { projectRegistry } from '#modules/programme/ledgers/registries.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openCounty } from '../../../../../test/county.ts'
import { supervisionContract as ops } from '../contract.ts'
import { runInventedPlan } from './supervision.fixture.ts'
import { orders, requests } from './tables.ts'

const county = await openCounty()
const { system, people, agencyIds, clock, db } = county
const { office, reporter, leader, auditor } = people
const { programmeId, tasks } = await runInventedPlan(county)
const helper: Actor = { ...reporter, userId: 'helper', name: '财政填报员', ...forAgency(agencyIds.finance) }
const terms = { requirement: '请对照任务要求逐项整改。', dueOn: '2026-12-11', words: '' }

beforeEach(() => {
  clock.now = new Date('2026-11-22T02:00:00Z')
})
afterEach(async () => {
  await db.update(orders).set({ state: 'withdrawn' })
  await db.delete(requests)
})

const register = async (task = 0): Promise<string> => {
  const { id } = await system.call(ops.registerOrder, office, {
    programmeId,
    taskId: tasks[task]!.id,
    agencyId: agencyIds.science,
    assistIds: [agencyIds.finance],
    level: 'order',
    matter: '建设科技服务站',
    source: '专题会',
    ...terms,
  })
  return id
}
const issue = (orderId: string) => system.call(ops.issueOrder, office, { orderId, ...terms, words: '请抓紧' })
const see = (who: Actor, orderId: string) => system.call(ops.getOrder, who, { orderId })
const send = (orderId: string, kind: 'urge' | 'interview' | 'circular') =>
  system.call(ops.escalateOrder, office, { orderId, kind, ...terms, interview: null })
const ask = (orderId: string, kind: 'extension' | 'objection') => {
  clock.now = new Date(clock.now.getTime() + 60_000)
  return system.call(ops.submitRequest, reporter, { orderId, kind, reason: '设备到货晚于预期', wantedOn: '2026-12-30' })
}
const answer = (orderId: string, words: string) =>
  system.call(ops.answerOrder, reporter, { orderId, words, fileIds: [] })

describe('what each side of a case sees', () => {
  test('the host’s words, requests and talks are closed to who helps; that it spoke, and what the office says, are not', async () => {
    const orderId = await register()
    await issue(orderId)
    await system.call(ops.receiveOrder, reporter, { orderId, words: '已签收' })
    await ask(orderId, 'extension')
    await system.call(ops.handleOrder, helper, { orderId, words: '已拨付资金', fileIds: [] })
    await send(orderId, 'interview')
    const [host, help, office_] = await Promise.all([reporter, helper, office].map((who) => see(who, orderId)))
    expect([host!, help!, office_!].map(({ requests: shown }) => shown.map(({ agency }) => agency))).toEqual([
      ['县科技局'], [], ['县科技局'],
    ]) // biome-ignore format: a list
    expect(help!.requestsOpen).toBe(1)
    const words = ({ entries }: typeof host & object) =>
      entries.map(({ act, agency, words: said }) => [act, agency, said])
    expect(words(host!)).toEqual([
      ['register', null, ''], ['issue', null, '请抓紧'], ['receive', '县科技局', '已签收'],
      ['askExtension', '县科技局', '申请延至 2026-12-30。设备到货晚于预期'], ['assist', '县财政局', '已拨付资金'], ['escalate', null, ''],
    ]) // biome-ignore format: a list
    expect(words(help!)).toEqual([
      ['register', null, ''], ['issue', null, '请抓紧'], ['receive', '县科技局', ''], ['askExtension', '县科技局', ''],
      ['assist', '县财政局', '已拨付资金'], ['escalate', null, ''],
    ]) // biome-ignore format: a list
    expect([host!, help!].map(({ papers }) => papers.map(({ kind }) => kind))).toEqual([
      ['order', 'interview'],
      ['order'],
    ])
    const talk = host!.papers.at(-1)!.id
    await expect(system.call(ops.getPaper, helper, { paperId: talk })).rejects.toThrow('没有这份文书')
  })

  test('each station names who stood at it and for which agency; the office stands for none', async () => {
    const orderId = await register()
    await issue(orderId)
    await system.call(ops.receiveOrder, reporter, { orderId, words: '已签收' })
    const page = await answer(orderId, '已建成十二处')
    expect(page.nodes.map(({ node, entry }) => [node, entry?.byName, entry?.agency, entry?.words])).toEqual([
      ['register', office.name, null, ''], ['issue', office.name, null, '请抓紧'], ['receive', reporter.name, '县科技局', '已签收'],
      ['handle', reporter.name, '县科技局', '已建成十二处'], ['answer', reporter.name, '县科技局', '已建成十二处'],
      ['review', undefined, undefined, undefined], ['close', undefined, undefined, undefined],
    ]) // biome-ignore format: a list
    expect(page.nodes[2]?.entry?.at).toEqual(clock.now)
  })

  test('papers stand in the order in which they went out, also after a talk was written down', async () => {
    const orderId = await register()
    await issue(orderId)
    const { papers } = await send(orderId, 'interview')
    await send(orderId, 'urge')
    const interview = {
      on: '2026-11-22',
      place: '三楼',
      host: '林若溪',
      invited: '',
      recorder: '',
      talk: '滞后',
      statement: '',
    }
    const page = await system.call(ops.recordInterview, office, { paperId: papers.at(-1)!.id, interview })
    expect(page.papers.map(({ kind, title }) => [kind, title])).toEqual([
      ['order', '督办单'], ['interview', '约谈记录'], ['urge', '催办通知'],
    ]) // biome-ignore format: a list
    expect(page.nextPapers).toEqual([{ kind: 'urge', limit: '5个工作日', dueOn: '2026-11-27' }])
  })

  test('the register says of each what came last, as far as its reader may know, and how it was judged', async () => {
    const [open, closed, unrated] = [await register(), await register(1), await register(2)]
    for (const [orderId, rating] of [[closed, 'good'], [unrated, null]] as const) {
      await issue(orderId)
      await system.call(ops.receiveOrder, reporter, { orderId, words: '' })
      await answer(orderId, '已经全部建成')
      await system.call(ops.reviewOrder, office, { orderId, passed: true, words: '', dueOn: null })
      await system.call(ops.closeOrder, office, { orderId, words: '', rating })
    } // biome-ignore format: a table in it
    const { number } = await issue(open)
    await system.call(ops.receiveOrder, reporter, { orderId: open, words: '' })
    await system.call(ops.handleOrder, reporter, { orderId: open, words: '已排定分工', fileIds: [] })
    await system.call(ops.handleOrder, helper, { orderId: open, words: '已拨付资金', fileIds: [] })
    const rowsFor = async (who: Actor) => {
      const file = (await system.call(ops.exportOrders, who, { programmeId })) as { bytes: Uint8Array; name: string }
      return (await readRows(file.bytes)).rows.slice(3).map(({ cells }) => cells)
    }
    const rows = await rowsFor(office)
    const of = (all: Awaited<ReturnType<typeof rowsFor>>, wanted: string | null) =>
      all.find((cells) => cells[0] === wanted) ?? []
    expect(of(rows, number)).toEqual([
      number, '督办单', '建设科技服务站', '专题会', '2026-11-22', '澄禾县科学技术局', '澄禾县财政局', '2026-12-11', '0', '办理中，还有 19 天；已排定分工',
      expect.stringMatching(/灯$/u), '', '否',
    ]) // biome-ignore format: in the order of the columns
    const numbers = await Promise.all([closed, unrated].map(async (id) => (await see(office, id)).number))
    expect(numbers.map((wanted) => of(rows, wanted).slice(9))).toEqual([
      ['已销号；已经全部建成', expect.stringMatching(/灯$/u), '2026-11-22', '是', '好'],
      ['已销号；已经全部建成', expect.stringMatching(/灯$/u), '2026-11-22', '是'],
    ])
    expect(of(await rowsFor(helper), number)[9]).toBe('办理中，还有 19 天')
  })
})

describe('what is not done twice or by the wrong paper', () => {
  test('a second request waits for the answer to the first; an objection is put in its own words, without a day', async () => {
    const orderId = await register()
    await issue(orderId)
    const asked = await ask(orderId, 'objection')
    expect(asked.entries.at(-1)).toMatchObject({ act: 'askObjection', words: '设备到货晚于预期' })
    await expect(ask(orderId, 'objection')).rejects.toThrow('上一次申请还没有答复')
    expect((await see(office, orderId)).requests).toHaveLength(1)
    const reply = { requestId: asked.requests[0]!.id, granted: false, answer: '理由不足', dueOn: null }
    await system.call(ops.answerRequest, office, reply)
    expect((await ask(orderId, 'extension')).requests.map(({ state }) => state)).toEqual(['refused', 'asked'])
  })

  test('a circular names several and is never the paper of one; nothing went out', async () => {
    const orderId = await register()
    const { number } = await issue(orderId)
    await expect(send(orderId, 'circular')).rejects.toThrow('请在督办页“起草通报”中一并发出')
    expect(await see(office, orderId)).toMatchObject({ level: 'order', number, papers: [{ kind: 'order' }] })
  })

  test('withdrawn, it says by whom and why, and is no more to be worked on', async () => {
    const orderId = await register()
    await issue(orderId)
    const gone = await system.call(ops.withdrawOrder, office, { orderId, words: '另行安排' })
    expect(gone).toMatchObject({ state: 'withdrawn', nextPapers: [] })
    expect(gone.entries.at(-1)).toMatchObject({ act: 'withdraw', words: '另行安排', byName: office.name })
  })
})

test('the draft of a circular names the round it belongs to, and none between two rounds', async () => {
  const titleOn = async (day: string) => {
    clock.now = new Date(`${day}T02:00:00Z`)
    return (await system.call(ops.draftCircular, office, { programmeId })).title
  }
  expect(await titleOn('2026-12-28')).toBe('关于《澄禾县科技惠农行动方案》2026年第四季度进展情况的通报')
  expect(await titleOn('2026-11-22')).toBe('关于《澄禾县科技惠农行动方案》进展情况的通报')
})

describe('the audit trail', () => {
  const newest = async (count: number) => {
    const { entries } = await system.call(auditingContract.listEntries, auditor, {})
    return entries
      .filter(({ operation }) => /^(supervision|projectList)\./.test(operation))
      .slice(0, count)
      .reverse()
      .map(({ title, subject }) => [title, subject])
  }

  test('names the case each step was taken in', async () => {
    const orderId = await register()
    const { number } = await issue(orderId)
    await system.call(ops.receiveOrder, reporter, { orderId, words: '' })
    await system.call(ops.handleOrder, reporter, { orderId, words: '已排定分工', fileIds: [] })
    await answer(orderId, '已建成十二处')
    await system.call(ops.reviewOrder, office, { orderId, passed: false, words: '缺少佐证', dueOn: null })
    await system.call(ops.instructOrder, leader, { orderId, words: '请抓紧补齐' })
    const { requests: asked } = await ask(orderId, 'extension')
    await system.call(ops.answerRequest, office, {
      requestId: asked[0]!.id,
      granted: true,
      answer: '同意延期',
      dueOn: null,
    })
    await answer(orderId, '佐证已补齐')
    await system.call(ops.reviewOrder, office, { orderId, passed: true, words: '', dueOn: null })
    await system.call(ops.closeOrder, office, { orderId, words: '', rating: null })
    await system.call(ops.reopenOrder, office, { orderId, words: '复查不符', dueOn: '2026-12-30' })
    await system.call(ops.withdrawOrder, office, { orderId, words: '另行安排' })
    const [plain, known] = ['督办事项“建设科技服务站”', `督办事项${number}“建设科技服务站”`]
    expect(await newest(14)).toEqual([
      ['督办立项', plain], ['交办督办事项', plain], ['签收督办事项', known], ['报告督办办理情况', known], ['反馈督办结果', known], ['复核督办反馈', known],
      ['批示督办事项', known], ['申请延期、提出异议', plain], ['答复延期、异议申请', plain], ['反馈督办结果', known], ['复核督办反馈', known],
      ['督办销号', known], ['重新办理督办事项', known], ['撤销督办事项', known],
    ]) // biome-ignore format: a list
  })

  test('names the plan and the line of a list that were touched', async () => {
    const project = {
      programmeId,
      taskId: null,
      name: '科技孵化园',
      content: null,
      totalFen: null,
      yearFen: null,
      progress: null,
      agency: null,
      person: null,
      start: null,
      finish: null,
    }
    const { addRecord, saveRecord, changeRecords } = projectRegistry.operations
    await system.call(ops.recomputeProposals, office, { programmeId })
    const { id } = await system.call(addRecord, office, project)
    await system.call(saveRecord, office, { ...project, recordId: id, name: '科技孵化园二期' })
    await system.call(changeRecords, office, { programmeId, ids: [id], act: 'end' })
    expect(await newest(4)).toEqual([
      ['核对督办建议', expect.stringMatching(/^工作方案《.+》督办建议$/u)],
      ['登记项目', '项目“科技孵化园”'],
      ['修改项目', '项目“科技孵化园二期”'],
      ['批量修改项目', '项目“科技孵化园二期”等 1 个：注销'],
    ])
  })
})
