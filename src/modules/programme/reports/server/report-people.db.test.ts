import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { insertUser, users } from '#modules/office/accounts/server/index.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { fileContract } from '#modules/office/files/contract.ts'
import { reportingContract as asks } from '#modules/programme/reporting/contract.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { reportContract as ops } from '../contract.ts'
import { openReporting } from './reporting.fixture.ts'

/** Published when March was due already: the first cycle is April. */
const { db, system, people, agencyIds, clock, on, programmeId, tasks, say, said, finance, inbox, forget } =
  await openReporting('2026-03-26', inventedPlan)
const { office, reporter, reviewer, leader, agencyHead, auditor } = people
const [one, two] = [tasks[0]!, tasks[1]!]
const targetId = one.targets[0]!.id
const financeReviewer: Actor = { ...reviewer, userId: 'finance-reviewer', ...forAgency(agencyIds.finance) }
const april = { cycle: '2026-04' }

afterEach(forget)

/** What opening a form answers. */
async function opened(name: string, actor: Actor, input: Record<string, unknown>) {
  const form = system.implementations.find(({ operation }) => operation.name === `${name}.form`)!
  return runOperation(form, { input, actor }, system.runtime)
}
const lastEntry = async () => {
  const { subject, detail } = (await system.call(auditingContract.listEntries, auditor, {})).entries[0]!
  return { subject, ...JSON.parse(detail) }
}
const newPerson = (username: string, agencyId: string) =>
  db.transaction((tx) =>
    insertUser(
      tx,
      {
        username,
        name: username,
        role: 'reporter',
        agencyId,
        divisionCode: office.divisionCode,
        passwordHash: '',
        mustChangePassword: false,
        sample: false,
      },
      clock.now,
    ),
  )

test('a word said in the morning of the day the rhythm changes is read, reviewed and signed though its month is none any more', async () => {
  on('2026-04-01')
  const id = await said(reporter, one.id, { ...april, progress: 'progressed', text: '已选址' })
  await system.call(asks.saveReporting, office, {
    programmeId,
    every: 'quarter',
    dueDay: 20,
    dueIn: 'same',
    restDay: 'after' as const,
    holdsFrom: '2026-04-01',
    withMeasures: true,
    reason: '减轻填报负担',
  })
  expect(await inbox(reporter)).toBeUndefined()
  expect(await system.call(ops.listTaskReports, leader, { taskId: one.id })).toMatchObject({
    reports: [{ id }],
    cycle: null,
    waitingFor: [],
  })
  expect(await system.call(ops.listReviews, office, {})).toMatchObject([{ id, flags: [] }])
  expect(await system.call(ops.signReports, office, { reportIds: [id] })).toEqual([{ reportId: id, refusal: null }])
})

test('measures are left out from the day a setting says, not before it holds', async () => {
  on('2026-04-20')
  const setting = {
    every: 'month' as const,
    dueDay: 25,
    dueIn: 'same' as const,
    restDay: 'after' as const,
    withMeasures: false,
    reason: '减轻填报负担',
  }
  const saved = await system.call(asks.saveReporting, office, { programmeId, ...setting, holdsFrom: '2026-05-01' })
  expect(saved).toMatchObject({ withMeasures: true, settings: [{ withMeasures: false, holdsFrom: '2026-05-01' }] })
  expect(await opened('reporting.saveReporting', office, { programmeId })).toMatchObject({
    values: { every: 'month', withMeasures: true, settings: 1 },
  })
  on('2026-05-01')
  expect((await system.call(asks.getReporting, office, { programmeId })).withMeasures).toBe(false)
})

describe('the person a task is given to', () => {
  const input = { taskId: one.id, agencyId: agencyIds.science }
  const assign = (who: Actor, userId: string | null) => system.call(ops.assignTask, who, { ...input, userId })

  test('is shown where the form is opened, to the office and to the agency’s own', async () => {
    await assign(agencyHead, reporter.userId)
    for (const who of [office, agencyHead])
      expect(await opened('reports.assignTask', who, input)).toMatchObject({ values: { userId: reporter.userId } })
    await expect(opened('reports.assignTask', financeReviewer, input)).rejects.toThrow('只有本单位负责人')
    expect(await opened('reports.assignTask', office, { ...input, taskId: two.id })).toMatchObject({
      values: { userId: null },
    })
  })

  test('is of that agency and still there; who has left takes nothing over', async () => {
    const { id: stranger } = await newPerson('cw-wang', agencyIds.finance)
    const { id: gone } = await newPerson('kj-li', agencyIds.science)
    await db.update(users).set({ disabledReason: '调离' }).where(eq(users.id, gone))
    for (const userId of [stranger, gone]) await expect(assign(office, userId)).rejects.toThrow('没有这个人')
    await assign(office, reporter.userId)
    const over = (toUserId: string) =>
      system.call(ops.handOver, office, { fromUserId: reporter.userId, toUserId, reason: '调离本单位' })
    for (const userId of [stranger, gone]) await expect(over(userId)).rejects.toThrow('没有这个人')
    const left = await system.call(ops.listColleagues, office, {})
    expect(left.find(({ userId }) => userId === gone)?.left).toBe(true)
    expect(await over(reviewer.userId)).toEqual({ drafts: 0, assignments: 1 })
    expect(await lastEntry()).toEqual({
      subject: `${reporter.name}的填报工作`,
      to: reviewer.name,
      reason: '调离本单位',
      drafts: 0,
      assignments: 1,
    })
  })
})

describe('the trail', () => {
  test('names the task that was delegated, and a second delegation of the same time is refused', async () => {
    on('2026-04-20')
    const give = (fromOn: string) =>
      system.call(asks.delegateTask, office, {
        taskId: one.id,
        fromAgencyId: agencyIds.science,
        toAgencyId: agencyIds.finance,
        fromOn,
        toOn: null,
        reason: '资金由财政局拨付',
      })
    await give('2026-04-01')
    expect(await lastEntry()).toMatchObject({ subject: '任务“建设科技服务站”的填报', to: agencyIds.finance })
    await expect(give('2026-05-01')).rejects.toThrow('从 2026-04-01 起委托填报')
    expect((await inbox(finance))?.items).toMatchObject([{ taskId: one.id, delegatedBy: '县科技局' }])
  })

  test('names the target whose source was set; the form shows what was set last', async () => {
    const input = { programmeId, targetId }
    const values = async () => (await opened('reporting.setTargetSource', office, input)) as { values: unknown }
    expect((await values()).values).toEqual({ source: 'agency', from: null })
    const set = (source: 'agency' | 'outside' | 'computed', from: string) =>
      system.call(asks.setTargetSource, office, { ...input, source, from })
    await set('outside', '县统计局')
    expect(await lastEntry()).toEqual({
      subject: '目标“新建科技服务站”的数据来源',
      source: 'outside',
      from: '县统计局',
    })
    await set('computed', '技术合同登记')
    expect((await values()).values).toEqual({ source: 'computed', from: '技术合同登记' })
    await set('agency', '县统计局')
    expect((await values()).values).toEqual({ source: 'agency', from: null })
  })

  test('counts what was taken and what was refused of a press', async () => {
    const { outcomes } = await say(reporter, one.id, { ...april, progress: 'difficult' })
    expect(outcomes[0]?.refusal).toContain('卡在哪里')
    expect(await lastEntry()).toEqual({ subject: '报送 0 项任务', refused: 1, seconds: 60 })
    await said(reporter, one.id, april)
    expect(await lastEntry()).toEqual({ subject: '报送 1 项任务', refused: 0, seconds: 60 })
  })
})

test('a word that is signed already is named with who gave it and when', async () => {
  on('2026-04-20')
  const id = await said(reporter, one.id, april)
  await system.call(ops.signReports, office, { reportIds: [id] })
  on('2026-04-21')
  const { outcomes } = await say(agencyHead, one.id, april)
  expect(outcomes[0]?.refusal).toContain(`本期已由${reporter.name}于 2026-04-20 报送`)
})

test('of a figure not asked for the newest known is shown, whoever gave it', async () => {
  on('2026-04-20')
  await said(reporter, one.id, { ...april, progress: 'progressed', values: [{ targetId, value: 3 }] })
  const input = { programmeId, targetId }
  await system.call(asks.setTargetSource, office, { ...input, source: 'outside', from: '县统计局' })
  const record = (value: number, day: string) =>
    system.call(asks.recordOutsideValue, office, { ...input, value, on: day, from: '统计快报' })
  const known = async () => (await inbox(reporter))?.items[0]?.shown[0]?.known
  await record(2, '2026-03-31')
  expect(await known()).toEqual({ value: 3, on: '2026-04-20' })
  await record(4, '2026-04-21')
  expect(await known()).toEqual({ value: 4, on: '2026-04-21' })
})

test('the files of a draft are shown with it, and with no other', async () => {
  const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
  const { id } = await system.call(fileContract.uploadFile, reporter, {}, { name: '站点.jpg', bytes: photo })
  await system.call(ops.saveDrafts, reporter, {
    drafts: [
      { taskId: one.id, ...april, answer: { fileIds: [id] }, asOf: null },
      { taskId: two.id, ...april, answer: { text: '写到一半' }, asOf: null },
    ],
  })
  const items = (await inbox(reporter))!.items
  expect(items.map(({ draft, draftFiles }) => [draft?.answer.text, draftFiles.map(({ name }) => name)])).toEqual([
    [undefined, ['站点.jpg']], ['写到一半', []], [undefined, []],
  ]) // biome-ignore format: a list
})

test('a question for what is held is answered with the way to where it lies', async () => {
  const ask = (text: string) => system.call(asks.askQuestion, office, { programmeId, ...april, kind: 'sentence', text })
  const at = (link: string) => ({ code: 'reporting.alreadyHeld', details: { link } })
  await expect(ask('请填写统一社会信用代码')).rejects.toMatchObject(at('/agencies'))
  await expect(ask('各项任务的完成时限')).rejects.toMatchObject(at(`/programmes/${programmeId}/tasks`))
  await expect(ask('本月存在哪些困难')).rejects.toMatchObject(at(`/programmes/${programmeId}/reports`))
  await expect(ask('建设科技服务站进展如何')).rejects.toMatchObject(at(`/tasks/${one.id}`))
})

test('a participant nobody delegated anything to has nothing to say', async () => {
  expect(await inbox(finance)).toBeUndefined()
})
