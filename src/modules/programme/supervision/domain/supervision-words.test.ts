import { describe, expect, test } from 'vitest'
import { dayInWords } from '#kernel/day.ts'
import { draftCircularText } from './circular-words.ts'
import { type Entry, type EntryAct, nodeLine } from './entry.ts'
import { anOrder } from './order.fixture.ts'
import type { Order } from './order.ts'
import { CircularText } from './paper.ts'
import type { TaskProgress } from './propose.ts'
import { countLamps, listAgencyProgress } from './standings.ts'
import { todosOfHost, todosOfOffice } from './todos.ts'

const today = '2026-11-22'
const aTask = (given: Partial<TaskProgress> = {}): TaskProgress => ({
  taskId: 't',
  title: '1 建设科技服务站',
  hosts: ['a'],
  lamp: 'green',
  sinceOn: '2026-10-01',
  reasons: [],
  missed: [],
  ...given,
})
const isLed = () => true
const names = new Map([
  ['a', '县科技局'],
  ['b', '县财政局'],
  ['c', '县教育局'],
])
const silent = (agencyId: string) => [{ agencyId, cycles: ['2026-10'], lastDueOn: '2026-11-05' }]

describe('who is where', () => {
  const rowsOf = (tasks: readonly TaskProgress[], orders: readonly Order[] = []) =>
    listAgencyProgress({ tasks, orders, names, isLed, today })
  const order = (agencyId: string, more: Partial<Order> = {}) => anOrder({ agencyId, ...more })

  test('what is overdue weighs more than red, red more than yellow, yellow more than silence', () => {
    const tasks = [
      aTask({ hosts: ['c'], missed: silent('c') }),
      aTask({ hosts: ['b'], lamp: 'yellow' }),
      aTask({ lamp: 'red' }),
    ]
    expect(rowsOf(tasks).map(({ agency }) => agency)).toEqual(['县科技局', '县财政局', '县教育局'])
    const late = order('c', { dueOn: '2026-11-21' })
    expect(rowsOf(tasks, [late]).map(({ agency }) => agency)).toEqual(['县教育局', '县科技局', '县财政局'])
  })

  test('those that stand alike stand by name', () => {
    const tasks = [aTask({ hosts: ['b'] }), aTask({ hosts: ['c'] }), aTask()]
    expect(rowsOf(tasks).map(({ agency }) => agency)).toEqual([...names.values()].sort())
  })

  test('each is counted by what it answers for and what is open, the agency of an open case too', () => {
    const tasks = [aTask({ lamp: 'red', missed: silent('a') }), aTask({ hosts: ['a', 'b'], lamp: 'grey' })]
    const orders = [
      order('c'),
      order('c', { state: 'closed', dueOn: '2026-11-01' }),
      order('c', { state: 'answered', dueOn: '2026-11-01' }),
      order('x', { state: 'closed' }),
    ]
    expect(rowsOf(tasks, orders)).toEqual([
      { agency: '县科技局', tasks: 2, lamps: { green: 0, yellow: 0, red: 1, grey: 1 }, open: 0, overdue: 0, missed: 1 },
      { agency: '县教育局', tasks: 0, lamps: { green: 0, yellow: 0, red: 0, grey: 0 }, open: 2, overdue: 0, missed: 0 },
      { agency: '县财政局', tasks: 1, lamps: { green: 0, yellow: 0, red: 0, grey: 1 }, open: 0, overdue: 0, missed: 0 },
    ])
    expect(countLamps([aTask(), aTask({ lamp: 'yellow' })])).toEqual({ green: 1, yellow: 1, red: 0, grey: 0 })
  })
})

describe('a circular', () => {
  const draft = (more: Partial<Parameters<typeof draftCircularText>[0]> = {}) =>
    draftCircularText({
      programme: '《澄禾县创新提升行动实施方案（2026—2028年）》',
      round: '2026年第三季度',
      tasks: [],
      orders: [],
      standings: [],
      names,
      isLed,
      today,
      dueOn: '2027-01-05',
      ...more,
    })

  test('names the plan without its years, and the day to answer with its own', () => {
    expect(draft().title).toBe('关于《澄禾县创新提升行动实施方案》2026年第三季度进展情况的通报')
    expect(draft().next).toContain('于2027年1月5日前书面反馈')
  })

  test('counts what is open, overdue and closed', () => {
    const states = ['registered', 'withdrawn', 'closed', 'answered', 'handling'] as const
    const orders = states.map((state) => anOrder({ state, dueOn: '2026-11-21' }))
    expect(draft({ orders }).opening).toContain('累计销号督办事项 1 件，在办 2 件，其中逾期 1 件。')
    const tasks = [aTask({ missed: silent('a') }), aTask({ hosts: ['b'] })]
    const standings = listAgencyProgress({ tasks, orders: [], names, isLed, today })
    expect(draft({ standings }).opening).toContain('有 1 个单位存在应报未报。')
    expect(draft().opening).toContain('各单位均按期报送。')
  })

  test('names red tasks with since when and two reasons, then overdue cases with how long', () => {
    const tasks = [
      aTask({ lamp: 'yellow' }),
      aTask({ hosts: ['a', 'b'], lamp: 'red', reasons: ['完成 3 个。', '已过 9 天。', '第三条。'] }),
      aTask({ hosts: ['x'], title: '2 选派特派员', lamp: 'red', sinceOn: null }),
    ]
    const orders = [anOrder({ agencyId: 'a', dueOn: '2026-11-12' }), anOrder({ agencyId: 'a', dueOn: today })]
    expect(draft({ tasks, orders }).problems).toBe(
      [
        '1.县科技局、县财政局：“1 建设科技服务站”自10月1日起亮红灯，完成 3 个，已过 9 天。',
        '2.责任单位未明确：“2 选派特派员”亮红灯。',
        '3.县科技局：督办单（澄督〔2026〕3号）“1 建设科技服务站”逾期 10 天未反馈。',
      ].join('\n'),
    )
  })
})

test('a day is said with its year only where that is another one', () => {
  expect([dayInWords('2026-12-31', today), dayInWords('2027-01-05', today)]).toEqual(['12月31日', '2027年1月5日'])
})

describe('what waits', () => {
  test('for an agency is to sign and to answer; nothing while the office has it', () => {
    const states = ['registered', 'issued', 'received', 'handling', 'answered', 'closed'] as const
    const todos = todosOfHost(
      states.map((state) => anOrder({ state, dueOn: '2026-11-21' })),
      today,
    )
    expect(todos.map(({ title }) => title)).toEqual([
      '签收督办单“1 建设科技服务站”（已逾期）',
      '反馈督办单“1 建设科技服务站”（已逾期）',
      '反馈督办单“1 建设科技服务站”（已逾期）',
    ])
    expect(todosOfHost([anOrder({ dueOn: today })], today)[0]).toMatchObject({
      title: '签收督办单“1 建设科技服务站”',
      dueOn: today,
    })
  })

  test('for the office is to issue, to review, to close, to answer requests and to look at proposals', () => {
    const states = ['registered', 'answered', 'reviewed', 'handling', 'withdrawn', 'closed'] as const
    const orders = states.map((state, n) => anOrder({ state, id: `${n}` }))
    // A request nobody answered before its case ended asks for nothing any more.
    const asking = new Map(['1', '3', '4', '5'].map((id) => [id, 1]))
    const titles = (proposals: number) =>
      todosOfOffice({ programmeId: 'p', orders, asking, proposals }).map(({ title }) => title.replace(/督办单.*/u, ''))
    expect(titles(0)).toEqual(['交办', '复核', '答复申请：', '销号', '答复申请：'])
    expect(titles(2).at(-1)).toBe('处理 2 条督办建议')
  })
})

describe('the stations of a case', () => {
  const line = (...acts: EntryAct[]) => {
    const entries = acts.map(
      (act, position): Entry => ({
        divisionCode: '470326',
        id: `${position}`,
        orderId: 'o',
        position,
        act,
        at: new Date(position),
        byName: act,
        byRole: 'office',
        agencyId: null,
        words: '',
        paperId: null,
      }),
    )
    return nodeLine(entries).flatMap(({ node, entry }) => (entry ? [`${node}:${entry.byName}`] : []))
  }

  test('hold the latest entry; what only accompanies a case marks none', () => {
    expect(line('register', 'issue', 'receive', 'instruct', 'handle', 'assist', 'handle', 'askExtension')).toEqual([
      'register:register',
      'issue:issue',
      'receive:receive',
      'handle:handle',
    ])
  })

  test('behind an escalation are empty again, behind a return those after 办理', () => {
    const answered: EntryAct[] = ['register', 'issue', 'receive', 'handle', 'answer']
    expect(line(...answered, 'escalate')).toEqual(['register:register', 'issue:escalate'])
    expect(line(...answered, 'returnAnswer')).toEqual([
      'register:register',
      'issue:issue',
      'receive:receive',
      'handle:handle',
    ])
    expect(line(...answered, 'passReview', 'close', 'reopen').at(-1)).toBe('handle:handle')
  })
})

test('the draft of a circular can be saved as it is, however much a county has in arrears', () => {
  const tasks = Array.from({ length: 400 }, (_, n) => aTask({ lamp: 'red', title: `${n} 建设乡镇科技服务站` }))
  const draft = draftCircularText({
    programme: `《${'澄禾县创新提升行动实施方案'.repeat(15)}（2026—2028年）》`,
    round: '2026年第三季度',
    tasks,
    orders: [],
    standings: [],
    names: new Map(),
    isLed,
    today: '2026-09-30',
    dueOn: '2026-10-15',
  })
  expect(CircularText.parse(draft)).toEqual(draft)
  expect(draft.problems).toMatch(/^1\.[\s\S]+其余 \d+ 项见督办台账。$/)
})
