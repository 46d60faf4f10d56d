import fc from 'fast-check'
import { test } from 'vitest'
import { readSentence } from '#kernel/forbidden.fixture.ts'
import { proposeAgenda } from './propose-agenda.ts'

const day = fc.constantFrom('2026-01-01', '2026-09-03', '2026-12-31')
const lamp = fc.constantFrom('green', 'yellow', 'red', 'grey')
const reasons = fc.array(fc.constantFrom('截至9月30日为 3 家，差 4 家。', '节点“选址”3月31日到期', '进度差 30 个百分点').map((text) => ({ text, refs: [], saidBy: [] })), { maxLength: 2 }) // biome-ignore format: one arbitrary
const said = fc.constantFrom('站点用地未批，请求协调', '已完成选址。', '请求协调，未写说明')
const taskId = fc.constantFrom('1', '2')

const facts = fc.record({
  tasks: fc.constant([{ id: '1', number: '1', title: '建设科技服务站' }, { id: '2', number: '议1', title: '修订办法' }]),
  verdicts: fc.array(fc.record({ taskId, summary: lamp, sinceOn: fc.option(day), schedule: fc.record({ lamp, reasons }), value: fc.option(fc.record({ lamp, reasons })), targets: fc.array(fc.record({ targetId: fc.constant('t'), lamp, reasons }), { maxLength: 2 }) }), { maxLength: 2 }),
  orders: fc.array(fc.record({ id: fc.constant('o'), taskId, title: fc.constantFrom('督办单（澄政督〔2026〕2号）', '再次商请（澄政办函〔2026〕2号）', '提示'), number: fc.constant(null), agencyId: fc.constant('a'), dueOn: fc.option(day), overdueDays: fc.nat(40) }), { maxLength: 2 }),
  requests: fc.array(fc.record({ reportId: fc.constant('s'), taskId, agencyId: fc.constant('a'), agency: fc.constant('县科技局'), text: said, on: day }), { maxLength: 2 }),
  decisions: fc.array(fc.record({ id: fc.constant('d'), taskId: fc.option(taskId), words: fc.constantFrom('修订考核办法', '补建站点。', '由县科技局牵头'.repeat(12)), dueOn: fc.option(day), meetingTitle: fc.constant('二季度协调会'), overdue: fc.boolean() }), { maxLength: 2 }),
}) // biome-ignore format: the facts of a day

test('no sentence of an agenda says what a person would not', () => {
  fc.assert(
    fc.property(facts, (of) => {
      for (const item of proposeAgenda(of))
        for (const text of [item.title, item.asked, ...item.reasons.map((reason) => reason.text)]) readSentence(text)
    }),
    { numRuns: 300 },
  )
})
