import { describe, expect, test } from 'vitest'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { readDocument } from '#platform/reading/read-document.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openCounty } from '../../../../../test/county.ts'
import { supervisionContract as ops } from '../contract.ts'
import { runInventedPlan } from './supervision.fixture.ts'

const county = await openCounty()
const { system, people, clock, agencyIds } = county
const { office, reporter, leader } = people
const { programmeId, tasks } = await runInventedPlan(county)

/** Lets time pass in steps of a few days; the daily jobs have their turn at each. */
async function liveUntil(day: string): Promise<void> {
  const end = Date.parse(`${day}T02:00:00Z`)
  while (clock.now.getTime() < end) {
    clock.now = new Date(Math.min(end, clock.now.getTime() + 4 * 86_400_000))
    await system.jobs.drain()
  }
}

const page = () => system.call(ops.listOrders, office, { programmeId })

describe('the days go by without a word', () => {
  test('what stays red or silent is proposed with its figures, told to the office, and hidden from agencies', async () => {
    await system.jobs.drain()
    await liveUntil('2027-02-20')
    const { proposals, proposedOn } = await page()
    expect(proposedOn).toBe('2027-02-20')
    const late = proposals.find(({ taskId }) => taskId === tasks[0]!.id)
    expect(late?.grounds[0]?.text).toMatch(/亮红灯已 \d+ 天|连续 \d 期没有报送/)
    expect(late).toMatchObject({ agencyId: agencyIds.science, orderId: null })
    expect((await system.call(ops.listOrders, reporter, { programmeId })).proposals).toEqual([])
    const told = await system.call(noticeContract.listNotices, office, {})
    const counts = told.notices.flatMap(({ title }) => /新增 (\d+) 条督办建议/u.exec(title)?.[1] ?? [])
    expect(counts.length).toBeGreaterThan(0)
    // A day that asks for nothing new is not told.
    expect(counts.map(Number).every((count) => count > 0)).toBe(true)
  })

  test('set aside with a reason it stays aside, taken it becomes a paper', async () => {
    const [first, second] = (await page()).proposals.filter(({ taskId }) => taskId !== null)
    const aside = await system.call(ops.setAsideProposal, office, {
      proposalId: first!.id,
      reason: '正在更换承办人',
      untilOn: null,
    })
    expect(aside.setAside.map(({ id }) => id)).toContain(first!.id)
    await liveUntil('2027-02-22')
    expect((await page()).setAside.map(({ id }) => id)).toContain(first!.id)
    const sent = await system.call(ops.takeProposal, office, {
      proposalId: second!.id,
      agencyId: null,
      assistIds: [],
      kind: 'order',
      requirement: '请逐项整改并反馈。',
      dueOn: '2027-03-10',
      words: '',
      interview: null,
    })
    expect(sent).toMatchObject({
      state: 'issued',
      level: 'order',
      number: '澄政督〔2027〕1号',
      agencyId: second!.agencyId,
    })
    expect(sent.grounds).toEqual(second!.grounds)
    const again = await system.call(ops.recomputeProposals, office, { programmeId })
    expect(again.proposals.some(({ taskId }) => taskId === sent.taskId)).toBe(false)
  })

  test('left unanswered it climbs: reminded, then proposed for a circular that names it, then for an interview', async () => {
    await liveUntil('2027-03-08')
    await liveUntil('2027-03-13')
    const inbox = await system.call(noticeContract.listNotices, reporter, {})
    expect(inbox.notices.map(({ title }) => title).join()).toMatch(/还有 2 天到期/u)
    const { proposals, orders } = await page()
    const open = orders.find(({ state }) => state === 'issued')!
    expect(open.overdue).toBe(true)
    expect(proposals.find(({ orderId }) => orderId === open.id)).toMatchObject({ level: 'circular', rule: 'overdue' })
    const draft = await system.call(ops.draftCircular, office, { programmeId })
    expect(draft.problems).toContain('逾期 3 天未反馈')
    expect(draft.standings.find(({ agency }) => agency === '澄禾县科学技术局')).toMatchObject({ overdue: 1 })
    const { title, opening, problems, next } = draft
    const after = await system.call(ops.issueCircular, office, {
      programmeId,
      text: { title, opening, problems, next },
      orderIds: [open.id],
      dueOn: '2027-03-26',
    })
    expect(after.circulars).toHaveLength(1)
    expect(after.orders.find(({ id }) => id === open.id)).toMatchObject({
      level: 'circular',
      dueOn: '2027-03-26',
      state: 'issued',
    })
    expect(after.proposals.some(({ orderId }) => orderId === open.id)).toBe(false)
    const file = await system.call(ops.getPaper, reporter, { paperId: after.circulars[0]!.id })
    const { text } = await readDocument(file as { bytes: Uint8Array; name: string })
    for (const words of [
      '澄政督通〔2027〕1号',
      '总体情况',
      '各单位进展',
      '存在问题',
      '澄禾县科学技术局',
      '逾期 3 天未反馈',
    ])
      expect(text).toContain(words)
    await liveUntil('2027-03-30')
    const climbed = (await page()).proposals.find(({ orderId }) => orderId === open.id)
    expect(climbed).toMatchObject({ level: 'interview' })
  })

  test('an interview is recorded after it was held', async () => {
    const { proposals } = await page()
    const { id: proposalId } = proposals.find(({ level }) => level === 'interview')!
    const blank = {
      on: '2027-04-02',
      place: '县政府三楼',
      host: leader.name,
      invited: '',
      recorder: '',
      talk: '',
      statement: '',
    }
    const called = await system.call(ops.takeProposal, office, {
      proposalId,
      agencyId: null,
      assistIds: [],
      kind: 'interview',
      requirement: '请限期整改。',
      dueOn: '2027-04-20',
      words: '',
      interview: blank,
    })
    const paper = called.papers.find(({ kind }) => kind === 'interview')!
    expect(paper.number).toBe('澄政督约〔2027〕1号')
    const interview = { ...blank, talk: '指出任务连续滞后，要求一周内拿出方案。', statement: '诚恳接受，限期整改。' }
    const recorded = await system.call(ops.recordInterview, office, { paperId: paper.id, interview })
    expect(recorded.entries.at(-1)).toMatchObject({ act: 'recordInterview' })
    const { text } = await readDocument(
      (await system.call(ops.getPaper, leader, { paperId: paper.id })) as { bytes: Uint8Array; name: string },
    )
    for (const words of ['约谈记录', '县政府三楼', '连续滞后', '诚恳接受']) expect(text).toContain(words)
  })

  test('the register of orders says it all in one line', async () => {
    const file = (await system.call(ops.exportOrders, office, { programmeId })) as { bytes: Uint8Array }
    const { rows } = await readRows(file.bytes)
    expect(rows[2]?.cells.slice(0, 3)).toEqual(['编号', '层级', '督办事项'])
    expect(rows[3]?.cells).toEqual(expect.arrayContaining(['约谈', '澄禾县科学技术局']))
  })
})
