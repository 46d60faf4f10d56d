import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { fileContract } from '#modules/office/files/contract.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { headOnPaper } from '#platform/audit/stored-chain.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { readingLimits } from '#platform/reading/document.ts'
import { openZip } from '#platform/reading/open-zip.ts'
import { readDocument } from '#platform/reading/read-document.ts'
import { openCounty } from '../../../../../test/county.ts'
import { asCalledToday } from '../../../../../test/former-names.ts'
import { type OrderPage, supervisionContract as ops } from '../contract.ts'
import { listOpenOrders, listTodos } from './index.ts'
import { runInventedPlan } from './supervision.fixture.ts'
import { orders } from './tables.ts'

const county = await openCounty()
const { system, people, agencyIds, clock, db } = county
const { office, reporter, leader, agencyHead, observer } = people
const { programmeId, tasks } = await runInventedPlan(county)
const stranger: Actor = { ...reporter, ...forAgency(agencyIds.finance) }
const terms = { requirement: '请对照任务要求逐项整改并报送佐证。', dueOn: '2026-12-11', words: '' }

beforeEach(() => {
  clock.now = new Date('2026-11-22T02:00:00Z')
})

const todosOf = (actor: Actor) => db.transaction((tx) => listTodos(tx, actor, programmeId, '2026-11-22'))

/** What a test left open does not stand in the way of the next. */
afterEach(async () => {
  await db.update(orders).set({ state: 'withdrawn' })
})

interface Registering {
  task?: number
  level?: 'prompt' | 'urge' | 'order'
}

const register = ({ task = 0, level = 'order' }: Registering = {}, by: Actor = office): Promise<OrderPage> =>
  system.call(ops.registerOrder, by, {
    programmeId,
    taskId: tasks[task]!.id,
    agencyId: agencyIds.science,
    assistIds: [],
    level,
    matter: tasks[task]!.title,
    source: '县政府专题会',
    requirement: terms.requirement,
    dueOn: terms.dueOn,
    words: '按专题会要求立项',
  })

describe('a case from 立项 to 销号', () => {
  test('every node is entered with who, when and in which words', async () => {
    const { id: orderId } = await register()
    await expect(system.call(ops.getOrder, reporter, { orderId })).rejects.toThrow('没有这件督办事项')
    const issued = await system.call(ops.issueOrder, office, { orderId, ...terms })
    expect(issued).toMatchObject({ number: '澄政督〔2026〕1号', state: 'issued', issuedOn: '2026-11-22' })
    const seen = await system.call(ops.getOrder, reporter, { orderId })
    expect(seen.can).toMatchObject({ receive: { allowed: true }, issue: { allowed: false } })
    clock.now = new Date('2026-11-23T02:00:00Z')
    await system.call(ops.receiveOrder, reporter, { orderId, words: '已签收' })
    const file = await system.call(
      fileContract.uploadFile,
      reporter,
      {},
      { name: '现场.txt', bytes: new TextEncoder().encode('站点名单') },
    )
    await system.call(ops.answerOrder, reporter, {
      orderId,
      words: '新建科技服务站12个，名单附后。',
      fileIds: [file.id],
    })
    const reviewed = await system.call(ops.reviewOrder, office, {
      orderId,
      passed: true,
      words: '名单属实',
      dueOn: null,
    })
    expect(reviewed.state).toBe('reviewed')
    const closed = await system.call(ops.closeOrder, office, { orderId, words: '', rating: 'good' })
    expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-11-23', rating: 'good', overdue: false })
    expect(closed.nodes.map(({ node, entry }) => [node, entry?.byName])).toEqual([
      ['register', office.name],
      ['issue', office.name],
      ['receive', reporter.name],
      ['handle', reporter.name],
      ['answer', reporter.name],
      ['review', office.name],
      ['close', office.name],
    ])
    expect(closed.entries.find(({ act }) => act === 'answer')?.files.map(({ name }) => name)).toEqual(['现场.txt'])
  })

  test('returned, it is handled again until the new day; closed, it can be reopened with a reason', async () => {
    const { id: orderId } = await register()
    await system.call(ops.issueOrder, office, { orderId, ...terms })
    await system.call(ops.receiveOrder, reporter, { orderId, words: '' })
    await system.call(ops.handleOrder, agencyHead, { orderId, words: '已排定分工', fileIds: [] })
    await system.call(ops.answerOrder, reporter, { orderId, words: '已基本完成', fileIds: [] })
    const back = await system.call(ops.reviewOrder, office, {
      orderId,
      passed: false,
      words: '没有佐证材料',
      dueOn: '2026-12-01',
    })
    expect(back).toMatchObject({ state: 'handling', dueOn: '2026-12-01' })
    expect(back.nodes.find(({ node }) => node === 'answer')?.entry).toBeNull()
    await system.call(ops.answerOrder, reporter, { orderId, words: '补充名单如下', fileIds: [] })
    await system.call(ops.reviewOrder, office, { orderId, passed: true, words: '同意', dueOn: null })
    await system.call(ops.closeOrder, office, { orderId, words: '', rating: null })
    const again = await system.call(ops.reopenOrder, leader, {
      orderId,
      words: '现场检查发现问题',
      dueOn: '2026-12-20',
    })
    expect(again).toMatchObject({ state: 'handling', dueOn: '2026-12-21', closedOn: null })
  })

  test('a leader registers and instructs, the office issues', async () => {
    const { id: orderId, state, entries } = await register({ level: 'prompt' }, leader)
    expect(state).toBe('registered')
    expect(entries.map(({ act }) => act)).toEqual(['register', 'instruct'])
    const issued = await system.call(ops.issueOrder, office, { orderId, ...terms })
    expect(issued.number).toBe('澄政督提〔2026〕1号')
  })
})

describe('pressed harder', () => {
  test('提示 → 催办 → 催办 → 督办单, each signed for again, urgings counted', async () => {
    const { id: orderId } = await register({ task: 1, level: 'prompt' })
    await system.call(ops.issueOrder, office, { orderId, ...terms })
    const send = (kind: 'urge' | 'order' | 'interview') =>
      system.call(ops.escalateOrder, office, { orderId, kind, ...terms, interview: null })
    await expect(send('interview')).rejects.toThrow('不能约谈')
    await send('urge')
    await system.call(ops.receiveOrder, reporter, { orderId, words: '' })
    const twice = await send('urge')
    expect(twice).toMatchObject({ urges: 2, state: 'issued', level: 'urge' })
    const order = await send('order')
    expect(order).toMatchObject({ level: 'order', urges: 2 })
    expect(order.papers.map(({ kind }) => kind)).toEqual(['prompt', 'urge', 'urge', 'order'])
  })

  test('one task has one open case for one agency', async () => {
    const { id: orderId } = await register({ task: 2 })
    await expect(register({ task: 2 })).rejects.toThrow('已有在办的督办事项')
    await system.call(ops.withdrawOrder, office, { orderId, words: '登记有误，重新立项' })
    await register({ task: 2 })
  })
})

describe('what the agency asks', () => {
  test('more time moves the day when agreed to, and is answered once', async () => {
    const { id: orderId } = await register()
    await system.call(ops.issueOrder, office, { orderId, ...terms })
    const ask = { orderId, kind: 'extension' as const, reason: '设备到货晚于预期', wantedOn: '2026-12-30' }
    await expect(system.call(ops.submitRequest, reporter, { ...ask, wantedOn: '2026-12-01' })).rejects.toThrow(
      '晚于现在的时限',
    )
    const asked = await system.call(ops.submitRequest, reporter, ask)
    expect(asked.can.submitRequest.reason).toContain('还没有答复')
    const requestId = asked.requests[0]!.id
    const answer = { requestId, granted: true, answer: '同意延期，不再顺延', dueOn: null }
    await expect(system.call(ops.answerRequest, reporter, answer)).rejects.toThrow('您的角色')
    const granted = await system.call(ops.answerRequest, office, answer)
    expect(granted).toMatchObject({ dueOn: '2026-12-30', state: 'issued' })
    await expect(system.call(ops.answerRequest, office, answer)).rejects.toThrow('当前状态是“已同意”')
  })

  test('an objection that holds ends the case', async () => {
    const { id: orderId } = await register()
    await system.call(ops.issueOrder, office, { orderId, ...terms })
    const objection = { orderId, kind: 'objection' as const, reason: '该任务已移交县财政局', wantedOn: null }
    const asked = await system.call(ops.submitRequest, reporter, objection)
    const answer = { requestId: asked.requests[0]!.id, granted: true, answer: '情况属实', dueOn: null }
    expect(await system.call(ops.answerRequest, office, answer)).toMatchObject({ state: 'withdrawn' })
  })
})

describe('another agency', () => {
  test('neither sees nor signs; the office of another county neither', async () => {
    const { id: orderId } = await register()
    const issued = await system.call(ops.issueOrder, office, { orderId, ...terms })
    const paperId = issued.papers[0]!.id
    for (const ask of [
      () => system.call(ops.getOrder, stranger, { orderId }),
      () => system.call(ops.receiveOrder, stranger, { orderId, words: '' }),
      () => system.call(ops.handleOrder, stranger, { orderId, words: '代为办理', fileIds: [] }),
      () => system.call(ops.answerOrder, stranger, { orderId, words: '代为反馈', fileIds: [] }),
      () => system.call(ops.getPaper, stranger, { paperId }),
      () => system.call(ops.getOrder, { ...office, divisionCode: '470327' }, { orderId }),
    ])
      await expect(ask()).rejects.toThrow('没有这件督办事项')
    const list = await system.call(ops.listOrders, stranger, { programmeId })
    expect(list.orders.filter(({ id }) => id === orderId)).toEqual([])
    expect(list.proposals).toEqual([])
    expect(
      (await system.call(ops.listTaskOrders, stranger, { taskId: tasks[0]!.id })).orders.filter(
        ({ id }) => id === orderId,
      ),
    ).toEqual([])
    expect((await system.call(ops.getOrder, observer, { orderId })).can.receive.allowed).toBe(false)
  })

  test('an assisting agency sees the case and adds its part, nothing more', async () => {
    const { id: orderId } = await system.call(ops.registerOrder, office, {
      programmeId,
      taskId: tasks[0]!.id,
      agencyId: agencyIds.science,
      assistIds: [agencyIds.finance],
      level: 'order',
      matter: '建设科技服务站',
      source: '专题会',
      ...terms,
    })
    await system.call(ops.issueOrder, office, { orderId, ...terms })
    const seen = await system.call(ops.getOrder, stranger, { orderId })
    expect(seen.can).toMatchObject({
      assist: { allowed: true },
      receive: { allowed: false },
      answer: { allowed: false },
    })
    await expect(system.call(ops.receiveOrder, stranger, { orderId, words: '' })).rejects.toThrow(
      '不是这件事项的承办单位',
    )
    const helped = await system.call(ops.handleOrder, stranger, { orderId, words: '已拨付资金 20 万元', fileIds: [] })
    expect(helped).toMatchObject({ state: 'issued' })
    expect(helped.entries.at(-1)).toMatchObject({ act: 'assist', agency: '县财政局' })
  })

  test('a file the agency asked hands in stays closed to who assists, also one kept before', async () => {
    const { id: orderId } = await system.call(ops.registerOrder, office, {
      programmeId,
      taskId: tasks[0]!.id,
      agencyId: agencyIds.science,
      assistIds: [agencyIds.finance],
      level: 'order',
      matter: '建设科技服务站',
      source: '专题会',
      ...terms,
    })
    await system.call(ops.issueOrder, office, { orderId, ...terms })
    await system.call(ops.receiveOrder, reporter, { orderId, words: '' })
    const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 4, 5, 6])
    const { id: fileId } = await system.call(fileContract.uploadFile, reporter, {}, { name: '站点.jpg', bytes: photo })
    await system.call(ops.handleOrder, reporter, { orderId, words: '已经选定站址', fileIds: [fileId] })
    const assisting: Actor = { ...stranger, userId: 'assisting' }
    const open = (actor: Actor) => system.call(fileContract.viewPicture, actor, { fileId })
    await expect(open(assisting)).rejects.toThrow('没有这个文件')
    await db.execute(sql`update files.attachment set visible_to = visible_to || ${agencyIds.finance}::uuid`)
    expect(await open(assisting)).toBeDefined()
    const repair = join(projectFolder(), 'migrations/0009_stamp_files_for_those_concerned.sql')
    await db.execute(sql.raw(asCalledToday(readFileSync(repair, 'utf8'))))
    await expect(open(assisting)).rejects.toThrow('没有这个文件')
    expect(await open({ ...reporter, userId: 'colleague' })).toBeDefined()
  })
})

describe('told and to do', () => {
  test('the agency hears of the paper and finds it among its work; the office what waits for it', async () => {
    const { id: orderId } = await register()
    expect((await todosOf(office)).map(({ title }) => title)).toContain('交办督办单“建设科技服务站”')
    const { number } = await system.call(ops.issueOrder, office, { orderId, ...terms })
    const inbox = await system.call(noticeContract.listNotices, reporter, {})
    expect(inbox.notices.find(({ link }) => link === `/orders/${orderId}`)?.title).toContain(number!)
    expect((await todosOf(reporter)).map(({ title }) => title)).toContain('签收督办单“建设科技服务站”')
    const open = await db.transaction((tx) => listOpenOrders(tx, { ...office, id: programmeId }))
    expect(open.find(({ id }) => id === orderId)).toMatchObject({ level: 'order', agencyId: agencyIds.science })
    expect(open[0]!.overdue('2027-01-01')).toBe(true)
  })
})

describe('numbers', () => {
  test('run without a gap in each series however many go out at once, and a refused paper takes none', async () => {
    const ids: string[] = []
    for (const task of [0, 1, 2]) {
      ids.push((await register({ task, level: 'order' })).id)
      const second = await system.call(ops.registerOrder, office, {
        programmeId,
        taskId: tasks[task]!.id,
        agencyId: agencyIds.finance,
        assistIds: [],
        level: 'order',
        matter: '同一任务的另一单位',
        source: '专题会',
        ...terms,
      })
      ids.push(second.id)
    }
    const refused = system.call(ops.issueOrder, office, { orderId: ids[0]!, ...terms, dueOn: '2026-01-01' })
    await expect(refused).rejects.toThrow('早于今天')
    const issued = await Promise.all(ids.map((orderId) => system.call(ops.issueOrder, office, { orderId, ...terms })))
    const serials = issued.map(({ number }) => Number(/〕(\d+)号/.exec(number ?? '')?.[1])).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 6 }, (_, n) => serials[0]! + n))
    clock.now = new Date('2027-01-04T02:00:00Z')
    const next = await system.call(ops.escalateOrder, office, {
      orderId: ids[0]!,
      kind: 'urge',
      ...terms,
      dueOn: '2027-01-20',
      interview: null,
    })
    expect(next.papers.at(-1)?.number).toBe('澄政督催〔2027〕1号')
  })
})

describe('papers', () => {
  test('hold the facts of the case', async () => {
    const { id: orderId } = await register()
    const { papers, number } = await system.call(ops.issueOrder, office, { orderId, ...terms })
    await system.call(ops.instructOrder, leader, { orderId, words: '请科技局主要负责人亲自抓。' })
    const file = await system.call(ops.getPaper, reporter, { paperId: papers[0]!.id })
    const { bytes, name } = file as { bytes: Uint8Array; name: string }
    const { text } = await readDocument({ bytes, name })
    for (const words of [
      number!,
      '建设科技服务站',
      '县政府专题会',
      '澄禾县科学技术局',
      '2026年12月11日前',
      '亲自抓',
      terms.requirement,
    ])
      expect(text).toContain(words)
  })

  test('carry the head of the audit trail at their foot, and what is read of them does not', async () => {
    const { id: orderId } = await register()
    const { papers } = await system.call(ops.issueOrder, office, { orderId, ...terms })
    const head = await db.transaction((tx) => headOnPaper(tx, office.divisionCode))
    const file = await system.call(ops.getPaper, reporter, { paperId: papers[0]!.id })
    const { bytes, name } = file as { bytes: Uint8Array; name: string }
    const archive = await openZip(bytes, readingLimits)
    const feet = archive!.names.filter((part) => /footer\d\.xml$/u.test(part))
    expect(feet).toHaveLength(2)
    for (const foot of feet) expect(Buffer.from((await archive!.read(foot))!).toString()).toContain(`>${head}<`)
    expect((await readDocument({ bytes, name })).text).not.toContain('审计链')
  })
})

test('the settings come from the plan until the office decides otherwise', async () => {
  const before = await system.call(ops.getSettings, leader, { programmeId })
  expect(before.settings.limits.order).toEqual({ days: 20, unit: 'day' })
  expect(before.sources).toMatchObject({ limit: '整改时限一般不超过20天', supervises: '一季一督办', reports: null })
  expect(before.settings).toMatchObject({ prefix: '澄政', supervises: 'quarter' })
  const settings = { ...before.settings, prefix: '澄科', redDays: 3 }
  await expect(
    system.call(ops.saveSettings, leader, { programmeId, settings, issuesFrom: null, reason: '按新规定' }),
  ).rejects.toThrow('您的角色')
  const after = await system.call(ops.saveSettings, office, {
    programmeId,
    settings,
    issuesFrom: null,
    reason: '按新规定',
  })
  expect(after).toMatchObject({ settings: { prefix: '澄科' }, defaults: { prefix: '澄政' }, savedBy: office.name })
})
