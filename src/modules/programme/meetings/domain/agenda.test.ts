import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgendaItem, listTaken, reorder } from './agenda.ts'
import { type AgendaFacts, askedOf, proposeAgenda, weightOf } from './propose-agenda.ts'

const none: AgendaFacts = { tasks: [], verdicts: [], orders: [], requests: [], decisions: [] }
const task = (id: string) => ({ id, number: id, title: `建站${id}` })
const verdict = (taskId: string, summary: string, text = '进度差 30 个百分点'): AgendaFacts['verdicts'][number] => ({
  taskId,
  summary,
  sinceOn: '2026-09-03',
  schedule: { lamp: summary, reasons: [{ text, refs: [{ kind: 'task', id: taskId }], saidBy: [] }] },
  value: null,
  targets: [],
})

const facts: AgendaFacts = {
  tasks: [task('1'), task('2'), task('3'), task('4'), task('5')],
  verdicts: [
    verdict('1', 'green'),
    verdict('2', 'yellow'),
    verdict('3', 'red'),
    verdict('4', 'grey'),
    verdict('5', 'red'),
  ],
  orders: [
    {
      id: 'o1',
      taskId: '5',
      number: '澄督〔2026〕2号',
      title: '督办单（澄督〔2026〕2号）',
      agencyId: 'a1',
      dueOn: '2026-09-10',
      overdueDays: 12,
    },
    { id: 'o2', taskId: '1', number: null, title: '提示', agencyId: 'a1', dueOn: '2026-10-10', overdueDays: 0 },
  ],
  requests: [
    {
      reportId: 's1',
      taskId: '4',
      agencyId: 'a1',
      agency: '县科技局',
      text: '站点用地未批，请求协调',
      on: '2026-09-20',
    },
  ],
  decisions: [
    { id: 'd1', taskId: null, words: '修订考核办法', dueOn: '2026-08-31', meetingTitle: '二季度协调会', overdue: true },
    { id: 'd2', taskId: '1', words: '补建站点', dueOn: '2026-12-31', meetingTitle: '二季度协调会', overdue: false },
  ],
}

describe('the agenda proposed from the facts of a day', () => {
  const items = proposeAgenda(facts)

  test('red with an overdue order first, then red, asked for, decided and undone, yellow last; green is no item', () =>
    expect(items.map(({ key }) => key)).toEqual(['task:5', 'task:3', 'task:4', 'decision:d1', 'task:2']))

  test('each item says why, with its figures and its records', () => {
    expect(items[0]?.reasons.map(({ text }) => text)).toEqual([
      '进度差 30 个百分点（自9月3日起）',
      '督办单（澄督〔2026〕2号）应于9月10日前办结，已超期12天',
    ])
    expect(items[2]?.reasons[0]).toEqual({
      kind: 'request',
      text: '县科技局9月20日报送：站点用地未批，请求协调',
      refs: [{ kind: 'statement', id: 's1' }],
      saidBy: ['a1'],
    })
  })

  test('what is asked of the meeting follows the heaviest reasons', () =>
    expect(items[0]?.asked).toBe('请会议研究纠偏措施，明确责任单位和时限；听取未办结原因，重新明确办结时限'))

  test('a decision that joined a task and is not late is no reason to meet', () =>
    expect(items.some(({ key }) => key === 'task:1')).toBe(false))

  test('nothing to say is an empty agenda', () => expect(proposeAgenda(none)).toEqual([]))
})

const reasonKind = fc.constantFrom('red', 'order', 'request', 'decision', 'target', 'yellow')

test('one more reason never makes an item lighter', () =>
  fc.assert(
    fc.property(fc.array(reasonKind, { minLength: 1, maxLength: 6 }), reasonKind, (kinds, more) => {
      const reasons = kinds.map((kind) => ({ kind }) as const)
      expect(weightOf([...reasons, { kind: more }])).toBeGreaterThanOrEqual(weightOf(reasons))
      expect(askedOf(reasons)).toMatch(/^请会议/)
    }),
  ))

const item = (n: number, removedReason: string | null): AgendaItem => ({
  id: `i${n}`,
  divisionCode: '470326',
  meetingId: 'm',
  key: null,
  taskId: null,
  title: '议题',
  reasons: [],
  asked: '',
  proposedAs: null,
  asOf: null,
  position: n,
  removedBy: null,
  removedReason,
  addedBy: '办',
  addedAt: new Date(0),
})

test('another order keeps every standing item once and touches no removed one', () =>
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 10 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (stands, dice) => {
        const items = stands.map((stays, n) => item(n, stays ? null : '不议'))
        const ids = listTaken(items)
          .map(({ id }) => ({ id, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => id)
        const ordered = reorder(items, ids)
        expect(ordered?.map(({ id }) => id)).toEqual(ids)
        expect(ordered?.map(({ position }) => position)).toEqual(ids.map((_, i) => i + 1))
        expect(reorder(items, [...ids, 'i99'])).toBeUndefined()
      },
    ),
  ))
