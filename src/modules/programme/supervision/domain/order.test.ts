import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { supervisionErrors } from './errors.ts'
import { levelAfter, levelFlow, listPapersAfter, nextLevel } from './level.ts'
import { anOrder } from './order.fixture.ts'
import { isOverdue, OrderLevel, OrderState, orderFlow } from './order.ts'
import * as acts from './order-acts.ts'

const steps = [
  'issue',
  'receive',
  'handle',
  'answer',
  'passReview',
  'returnAnswer',
  'close',
  'reopen',
  'escalate',
  'withdraw',
] as const

describe('the closed loop', () => {
  const allowed: Record<OrderState, Partial<Record<(typeof steps)[number], OrderState>>> = {
    registered: { issue: 'issued', withdraw: 'withdrawn' },
    issued: { receive: 'received', escalate: 'issued', withdraw: 'withdrawn' },
    received: { handle: 'handling', escalate: 'issued', withdraw: 'withdrawn' },
    handling: { handle: 'handling', answer: 'answered', escalate: 'issued', withdraw: 'withdrawn' },
    answered: { passReview: 'reviewed', returnAnswer: 'handling', withdraw: 'withdrawn' },
    reviewed: { close: 'closed' },
    closed: { reopen: 'handling' },
    withdrawn: {},
  }
  const cases = OrderState.options.flatMap((state) => steps.map((step) => ({ state, step })))
  test.each(cases)('$step from $state', ({ state, step }) => {
    const to = allowed[state][step]
    if (to) expect(orderFlow.next(state, step)).toBe(to)
    else expect(() => orderFlow.next(state, step)).toThrow('当前状态是')
  })

  test('no path reaches 销号 that did not pass 交办, 签收, 办理, 反馈 and 复核 in this order since it was last issued', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 60 }), (wanted) => {
        let state: OrderState = 'registered'
        let since: string[] = []
        for (const step of wanted) {
          if (!orderFlow.can(state, step)) continue
          state = orderFlow.next(state, step)
          if (step === 'issue' || step === 'escalate') since = ['issue']
          else since.push(step)
          if (state === 'closed' && step === 'close' && !since.includes('reopen')) {
            const order = ['issue', 'receive', 'handle', 'answer', 'passReview', 'close'].map((one) =>
              since.lastIndexOf(one),
            )
            expect([...order].sort((a, b) => a - b)).toEqual(order)
            expect(order[0]).toBe(0)
          }
          if (state === 'closed') expect(since.at(-2)).toBe('passReview')
        }
      }),
    )
  })
})

describe('the ladder', () => {
  test.each([
    ['none', 'prompt', true], ['none', 'urge', true], ['none', 'order', true], ['none', 'circular', false], ['none', 'interview', false],
    ['prompt', 'prompt', false], ['prompt', 'urge', true], ['prompt', 'order', true], ['prompt', 'circular', false], ['prompt', 'interview', false],
    ['urge', 'prompt', false], ['urge', 'urge', true], ['urge', 'order', true], ['urge', 'circular', false], ['urge', 'interview', false],
    ['order', 'prompt', false], ['order', 'urge', true], ['order', 'order', false], ['order', 'circular', true], ['order', 'interview', true],
    ['circular', 'prompt', false], ['circular', 'urge', true], ['circular', 'order', false], ['circular', 'circular', false], ['circular', 'interview', true],
    ['interview', 'prompt', false], ['interview', 'urge', true], ['interview', 'order', false], ['interview', 'circular', false], ['interview', 'interview', false],
  ] as const)('from %s the paper %s: %s', (level, paper, may) => {
    expect(listPapersAfter(level, 'below').includes(paper)).toBe(may)
    // What is urged from an order on stays where it is.
    const stays = paper === 'urge' && level !== 'none' && level !== 'prompt'
    if (may) expect(levelAfter(level, paper, 'below')).toBe(stays ? level : paper)
    else expect(() => levelAfter(level, paper, 'below')).toThrow()
  }) // biome-ignore format: a table

  test('no paper takes a case down', () => {
    const papers = fc.array(fc.constantFrom(...OrderLevel.options), { maxLength: 20 })
    fc.assert(
      fc.property(papers, (wanted) => {
        let level: OrderLevel | 'none' = 'none'
        for (const paper of wanted) {
          if (!listPapersAfter(level, 'below').includes(paper)) continue
          const next: OrderLevel = levelAfter(level, paper, 'below')
          expect(OrderLevel.options.indexOf(next)).toBeGreaterThanOrEqual(
            level === 'none' ? 0 : OrderLevel.options.indexOf(level),
          )
          level = next
        }
      }),
    )
  })

  test('rises by one rung at a time and ends', () => {
    expect(OrderLevel.options.map(nextLevel)).toEqual(['urge', 'order', 'circular', 'interview', null])
    expect(levelFlow.can('urge', 'interview')).toBe(false)
  })
})

describe('who may do what', () => {
  const host = { role: 'reporter' as const, agencyIds: [anOrder().agencyId] }
  const helper = { role: 'reporter' as const, agencyIds: [anOrder().assistIds[0]!] }

  test('only the host signs, reports and answers', () => {
    expect(acts.actAsHost(anOrder(), 'receive', host).state).toBe('received')
    expect(() => acts.actAsHost(anOrder(), 'receive', helper)).toThrow('不是这件事项的承办单位')
  })

  test('an answer right after the receipt passes 办理 on its way, one before the receipt is refused', () => {
    expect(acts.actAsHost(anOrder({ state: 'received' }), 'answer', host).state).toBe('answered')
    expect(() => acts.actAsHost(anOrder({ state: 'issued' }), 'answer', host)).toThrow('待签收')
  })

  test('each step that comes too early is refused by its own name', () => {
    const issued = anOrder({ state: 'issued' })
    expect(acts.whyNot(() => acts.actAsHost(issued, 'answer', host))).toContain('不能反馈')
    expect(acts.whyNot(() => acts.actAsHost(issued, 'handle', host))).toContain('不能报告办理情况')
    expect(acts.whyNot(() => acts.actAsHost(anOrder({ state: 'handling' }), 'receive', host))).toContain('不能签收')
    expect(acts.whyNot(() => acts.actAsHost(anOrder({ state: 'received' }), 'receive', host))).toContain('“已签收”')
    for (const [step, name] of [['receive', '签收'], ['handle', '报告办理情况'], ['answer', '反馈']] as const)
      expect(acts.whyNot(() => acts.actAsHost(issued, step, helper))).toContain(`不能${name}`)
  }) // biome-ignore format: a table in it

  test('a case not yet issued is unknown to its agency', () => {
    expect(acts.isConcerned(anOrder({ state: 'registered', issuedOn: null }), host)).toBe(false)
    expect(acts.isConcerned(anOrder(), helper)).toBe(true)
    expect(acts.isConcerned(anOrder(), { role: 'reporter', agencyIds: ['01890000-0000-7000-8000-00000000000c'] })).toBe(
      false,
    )
  })

  test('urging an order counts and keeps its number; the next level takes the new one', () => {
    const terms = { dueOn: '2026-12-01', requirement: '请抓紧办理。', number: '澄督催〔2026〕9号' }
    expect(acts.escalateOrder(anOrder(), { ...terms, kind: 'urge' }, '2026-11-22')).toMatchObject({
      level: 'order',
      number: '澄督〔2026〕3号',
      urges: 1,
      state: 'issued',
      dueOn: '2026-12-01',
    })
    expect(acts.escalateOrder(anOrder(), { ...terms, kind: 'interview', number: '约1' }, '2026-11-22')).toMatchObject({
      level: 'interview',
      number: '约1',
    })
  })

  test('nothing is due in the past, whatever is done; today will do', () => {
    const [past, today] = ['2026-11-21', '2026-11-22']
    const paper = (dueOn: string) => ({ kind: 'urge' as const, number: '', dueOn, requirement: '请抓紧办理。' })
    const each = (dueOn: string) => [
      () => acts.issueOrder(anOrder({ state: 'registered' }), paper(dueOn), today),
      () => acts.returnAnswer(anOrder({ state: 'answered' }), dueOn, today),
      () => acts.reopenOrder(anOrder({ state: 'closed' }), dueOn, today),
      () => acts.extendOrder(anOrder(), dueOn, today),
    ]
    for (const act of each(past)) expect(act).toThrow('早于今天')
    for (const act of each(today)) expect(act()).toHaveProperty('dueOn', today)
  })

  test('a first paper that urges counts as the first urging; ended, a case is given its day and loses it when reopened', () => {
    const paper = { number: '1号', dueOn: '2026-12-01', requirement: '请抓紧办理。' }
    const urges = (kind: OrderLevel) =>
      acts.issueOrder(anOrder({ state: 'registered', issuedOn: null }), { ...paper, kind }, '2026-11-22').urges
    expect([urges('urge'), urges('order')]).toEqual([1, 0])
    const closed = acts.closeOrder(anOrder({ state: 'reviewed' }), 'good', '2026-11-22')
    expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-11-22', rating: 'good' })
    expect(acts.reopenOrder(closed, '2026-12-01', '2026-11-23')).toMatchObject({ closedOn: null, rating: null })
  })

  test('papers may go out before it is issued and while the agency has it, not while an answer waits', () => {
    const papers = (state: OrderState) => acts.listPapersNow(anOrder({ state }))
    expect(papers('registered')).toEqual(['prompt', 'urge', 'order'])
    expect(papers('handling')).toEqual(['urge', 'circular', 'interview'])
    expect([...papers('answered'), ...papers('closed')]).toEqual([])
  })

  test('after the end nothing is added, not even by those who helped', () => {
    expect(() => acts.assist(anOrder(), helper)).not.toThrow()
    expect(() => acts.assist(anOrder(), host)).toThrow('不是这件事项的承办单位')
    for (const state of ['closed', 'withdrawn'] as const)
      expect(() => acts.assist(anOrder({ state }), helper)).toThrow()
    expect(acts.whyNot(() => acts.submitRequest(anOrder({ state: 'reviewed' }), host, 0))).toContain('不在您单位手上')
    expect(acts.whyNot(() => acts.submitRequest(anOrder({ state: 'registered' }), host, 0))).toContain('不在您单位手上')
  })

  test('a fault is no refusal', () => {
    expect(() =>
      acts.whyNot(() => {
        throw new Error('fault')
      }),
    ).toThrow('fault')
  })

  test('an escalation is not due in the past', () => {
    const terms = { kind: 'urge' as const, number: '', dueOn: '2026-11-21', requirement: '请抓紧办理。' }
    expect(() => acts.escalateOrder(anOrder(), terms, '2026-11-22')).toThrow('早于今天')
  })

  test('a request waits for the one before it and for the case to be with the agency', () => {
    expect(acts.whyNot(() => acts.submitRequest(anOrder(), host, 0))).toBeNull()
    expect(acts.whyNot(() => acts.submitRequest(anOrder(), host, 1))).toContain('还没有答复')
    expect(acts.whyNot(() => acts.submitRequest(anOrder({ state: 'answered' }), host, 0))).toContain('不在您单位手上')
    expect(acts.whyNot(() => acts.submitRequest(anOrder(), helper, 0))).toContain('不是这件事项的承办单位')
  })
})

describe('the words of a case', () => {
  const [host, helper] = [anOrder().agencyId, anOrder().assistIds[0]!]
  const other = '01890000-0000-7000-8000-00000000000c'
  const staffOf = (agencyId: string) => ({ role: 'reporter' as const, agencyIds: [agencyId] })
  const entry = (given: Partial<Entry>): Entry => ({
    divisionCode: '470326',
    id: 's',
    orderId: 'o',
    position: 0,
    act: 'issue',
    at: new Date(0),
    byName: '林若溪',
    byRole: 'office',
    agencyId: null,
    words: '原话',
    paperId: null,
    ...given,
  })
  const order = anOrder({ assistIds: [helper, other] })
  const readers = (given: Partial<Entry>): string[] => {
    const people = {
      host: staffOf(host),
      helper: staffOf(helper),
      other: staffOf(other),
      leader: { role: 'leader' as const, agencyIds: [] },
    }
    return Object.entries(people).flatMap(([name, who]) =>
      acts.entryFor(entry(given), order, who).words === '' ? [] : [name],
    )
  }

  test('of office and leaders are for all it concerns', () => {
    expect(readers({})).toEqual(['host', 'helper', 'other', 'leader'])
    expect(readers({ act: 'instruct', byRole: 'leader' })).toEqual(['host', 'helper', 'other', 'leader'])
    // Somebody of the office who is on the staff of an agency speaks for the office.
    expect(readers({ agencyId: host })).toEqual(['host', 'helper', 'other', 'leader'])
  })

  test('of an agency are for the host, who answers for all, and for itself', () => {
    expect(readers({ act: 'answer', byRole: 'reporter', agencyId: host })).toEqual(['host', 'leader'])
    expect(readers({ act: 'assist', byRole: 'agencyHead', agencyId: helper })).toEqual(['host', 'helper', 'leader'])
  })

  test('of a talk are the host’s though the office wrote them down, in the entry and in its paper', () => {
    expect(readers({ act: 'recordInterview' })).toEqual(['host', 'leader'])
    const sees = (kind: OrderLevel, agencyId: string) => acts.seesPaper({ kind }, order, staffOf(agencyId))
    expect([sees('interview', host), sees('interview', helper), sees('order', helper)]).toEqual([true, false, true])
  })

  test('left out, the entry still says who did what and when', () => {
    const said = entry({ act: 'answer', byRole: 'reporter', agencyId: host })
    expect(acts.entryFor(said, order, staffOf(helper))).toEqual({ ...said, words: '' })
  })
})

test('a second case is refused with the number of the first, and without one when two came at once', () => {
  const words = (number: string | null) => supervisionErrors.alreadyOpen({ number }).message
  expect(words('澄督〔2026〕3号')).toBe(
    '这项任务对该单位已有在办的督办事项（澄督〔2026〕3号）。请在原事项上催办或升级。',
  )
  expect(words(null)).toBe('这项任务对该单位已有在办的督办事项。请在原事项上催办或升级。')
})

test('what waits for the office is not late', () => {
  expect(isOverdue(anOrder({ dueOn: '2026-11-21' }), '2026-11-22')).toBe(true)
  expect(isOverdue(anOrder({ dueOn: '2026-11-22' }), '2026-11-22')).toBe(false)
  expect(isOverdue(anOrder({ dueOn: '2026-11-21', state: 'answered' }), '2026-11-22')).toBe(false)
})
