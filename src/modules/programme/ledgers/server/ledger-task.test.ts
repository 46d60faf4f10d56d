import { describe, expect, test } from 'vitest'
import { ledgerTask, saidOf } from './ledger-task.ts'

type Source = Parameters<typeof ledgerTask>[0]
type TaskFacts = Parameters<typeof ledgerTask>[1]

const target = (id: string, op: Source['targets'][number]['op']) => ({
  id,
  op,
  indicator: { text: '科技服务站' },
  sentence: '到2026年底不低于 12 个',
})
const aTask = (given: Partial<Source> = {}): Source => ({
  id: 't',
  number: '1',
  title: '建设科技服务站',
  dueOn: '2026-12-31',
  ongoing: false,
  dueText: null,
  leads: [{ name: '县科技局' }],
  participants: [{ name: '县财政局' }, { name: '各乡镇' }],
  targets: [target('a', '>=')],
  ...given,
})
const line = (given: Partial<Source> = {}, known: Partial<TaskFacts> = {}) =>
  ledgerTask(aTask(given), { schedule: undefined, said: null, verdict: undefined, note: null, ...known })
const judged = (
  ...targets: [targetId: string, reached: number | null, wanted: number | null][]
): TaskFacts['verdict'] => ({
  summary: 'red',
  targets: targets.map(([targetId, reached, wanted]) => ({ targetId, reached, wanted })),
})

describe('a line of the ledgers', () => {
  test('holds the names of the plan, its targets in words and its lamp', () => {
    const steps = [{ title: '选址', finishOn: '2026-03-31', doneOn: null }]
    const said = { text: '已建4个', difficult: false, on: '2026-10-28' }
    expect(line({}, { schedule: { steps }, said, verdict: judged(['a', 4, 12]) })).toEqual({
      id: 't',
      title: '1 建设科技服务站',
      targets: ['科技服务站 到2026年底不低于 12 个'],
      leads: ['县科技局'],
      participants: ['县财政局', '各乡镇'],
      due: '2026-12-31',
      steps,
      lamp: 'red',
      ratio: 1 / 3,
      said,
      note: null,
    })
    expect(line({ number: '' })).toMatchObject({ title: '建设科技服务站', lamp: 'grey', ratio: null, steps: [] })
  })

  test('says until when: the day, else that it goes on for good, else the plan’s own words', () => {
    const due = (given: Partial<Source>) => line({ dueOn: null, ...given }).due
    expect(due({ ongoing: true, dueText: '长期' })).toBe('长期坚持')
    expect(due({ dueText: '十五五期间' })).toBe('十五五期间')
    expect(due({})).toBe('未明确')
    expect(due({ dueOn: '2027-06-30', ongoing: true })).toBe('2027-06-30')
  })

  test.each(['>=', '>', '='] as const)('counts how much of a target %s is reached', (op) =>
    expect(line({ targets: [target('a', op)] }, { verdict: judged(['a', 3, 12]) }).ratio).toBe(0.25),
  )

  test.each(['<=', '<'] as const)('does not count what of a target %s is used up', (op) =>
    expect(line({ targets: [target('a', op)] }, { verdict: judged(['a', 3, 12]) }).ratio).toBeNull(),
  )

  test('the worst target counts; one whose figures are not known, or that wants nothing yet, does not', () => {
    const targets = [target('a', '>='), target('b', '>='), target('c', '=')]
    const ratio = (...given: Parameters<typeof judged>) => line({ targets }, { verdict: judged(...given) }).ratio
    expect(ratio(['a', 9, 12], ['b', 3, 12], ['c', 6, 5])).toBe(0.25)
    expect(ratio(['a', null, 12], ['b', 6, null], ['c', 6, 0])).toBeNull()
    expect(ratio(['a', 0, 12], ['b', 6, 12])).toBe(0)
    expect(ratio(['x', 1, 12], ['b', 6, 12])).toBe(0.5)
    expect(ratio()).toBeNull()
  })
})

describe('what was said last', () => {
  const say = (taskId: string, submittedOn: string, text = submittedOn) => ({
    taskId,
    submittedOn,
    text,
    state: 'progressed' as const,
  })

  test('is shown in its words, else in those of its state; what others said only as said', () => {
    expect(saidOf(say('t', '2026-10-28', '已建4个'), true)).toEqual({
      text: '已建4个',
      difficult: false,
      on: '2026-10-28',
    })
    const words = (['unchanged', 'progressed', 'difficult', 'finished'] as const).map((state) =>
      saidOf({ ...say('t', '2026-10-28', ''), state }, true),
    )
    expect(words.map((one) => [one?.text, one?.difficult])).toEqual([
      ['本期无变化', false], ['有进展', false], ['有困难', true], ['已完成', false],
    ]) // biome-ignore format: a list
    expect(saidOf(undefined, true)).toEqual({ text: '其他单位已报送', difficult: false, on: '' })
    expect(saidOf(undefined, false)).toBeNull()
  })
})
