import { describe, expect, test } from 'vitest'
import { type Entry, nodeLine } from './entry.ts'
import { anOrder } from './order.fixture.ts'
import { answersAtOnce, isConcerned } from './order-acts.ts'
import { findRound, findTimeLimit } from './plan-words.ts'
import { listAgencyProgress } from './standings.ts'

describe('an agency knows a case', () => {
  const host = { role: 'reporter' as const, agencyIds: [anOrder().agencyId] }
  test.each([
    ['issued', '2026-11-12', true], ['registered', '2026-11-12', false], ['withdrawn', null, false], ['registered', null, false], ['closed', '2026-11-12', true],
  ] as const)('%s, issued %s: %s', (state, issuedOn, known) => expect(isConcerned(anOrder({ state, issuedOn }), host)).toBe(known)) // biome-ignore format: a table

  test('an answer entries two stations right after the receipt alone', () => {
    expect([answersAtOnce(anOrder({ state: 'received' })), answersAtOnce(anOrder({ state: 'handling' }))]).toEqual([
      true,
      false,
    ])
  })
})

describe('the plan’s own words', () => {
  test.each([
    ['整改时限一般不超过20天', { days: 20, unit: 'day' }], ['在十个工作日内反馈。办理时限不超过10个工作日', { days: 10, unit: 'workingDay' }],
    ['督办30天后通报', undefined], ['整改时限不超过0天', undefined], ['整改时限不超过366天', undefined], ['整改时限不超过365天', { days: 365, unit: 'day' }], ['无', undefined],
    ['整改时限为1天', { days: 1, unit: 'day' }], ['办理时限不超过一百', undefined], ['督办30天后通报，办理时限不超过7天', { days: 7, unit: 'day' }],
  ])('%s', (text, value) => expect(findTimeLimit(text)?.value).toEqual(value)) // biome-ignore format: a table

  test('name the round, the plainest wording first; a rhythm no round knows is none', () => {
    const of = (what: string, every: string) => ({ what, every, quote: `${what}${every}` })
    expect(findRound([of('督导检查', 'month'), of('督办', 'quarter')], '督办')).toEqual({
      value: 'quarter',
      quote: '督办quarter',
    })
    expect(findRound([of('督办', 'quarter'), of('督办', 'month')], '督办')?.value).toBe('quarter')
    expect(findRound([of('督查', 'week'), of('督查', 'month'), of('督导', 'year')], '督办')?.value).toBe('month')
    expect(findRound([of('督导检查', 'half_year')], '督办')).toEqual({ value: 'halfYear', quote: '督导检查half_year' })
    expect(findRound([of('督办', 'week')], '督办')).toBeUndefined()
    expect(findRound([of('通报', 'year')], '督办')).toBeUndefined()
    expect(findRound([of('通报', 'year')], '通报')?.value).toBe('year')
  })
})

test('an act that is no station leaves the line of stations as it was', () => {
  const entry = (act: Entry['act'], position: number): Entry => ({
    divisionCode: '470326',
    id: `s${position}`,
    orderId: 'o',
    position,
    act,
    at: new Date(0),
    byName: '某人',
    byRole: 'office',
    agencyId: null,
    words: act,
    paperId: null,
  })
  const acts = [
    'register',
    'issue',
    'receive',
    'instruct',
    'assist',
    'handle',
    'answer',
    'returnAnswer',
    'answer',
    'passReview',
  ] as const
  const line = (length: number) =>
    nodeLine(acts.slice(0, length).map(entry)).flatMap(({ entry: of }) => (of ? [of.words] : []))
  expect(line(5)).toEqual(['register', 'issue', 'receive'])
  expect(line(8)).toEqual(['register', 'issue', 'receive', 'handle'])
  expect(line(10)).toEqual(['register', 'issue', 'receive', 'handle', 'answer', 'passReview'])
})

test('who is where: late cases weigh more than red lamps, those more than yellow ones and silence', () => {
  const task = (host: string, lamp: 'red' | 'yellow' | 'green', silent = false) => ({
    taskId: host,
    title: host,
    hosts: [host],
    lamp,
    sinceOn: null,
    reasons: [],
    missed: silent ? [{ agencyId: host, cycles: ['2026年10月'], lastDueOn: '2026-10-25' }] : [],
  })
  const tasks = [
    task('静', 'green', true),
    task('黄', 'yellow'),
    task('红', 'red'),
    task('绿', 'green'),
    task('安', 'green'),
  ]
  const orders = [
    anOrder({ agencyId: '迟', dueOn: '2026-11-01' }),
    anOrder({ agencyId: '绿', dueOn: '2026-12-01' }),
    anOrder({ agencyId: '空', state: 'closed' }),
  ]
  const names = new Map(['静', '黄', '红', '绿', '迟', '安'].map((name) => [name, name]))
  const rows = listAgencyProgress({ tasks, orders, names, isLed: () => true, today: '2026-11-22' })
  expect(rows.map(({ agency, open, overdue, missed }) => [agency, open, overdue, missed])).toEqual([
    ['迟', 1, 1, 0], ['红', 0, 0, 0], ['黄', 0, 0, 0], ['静', 0, 0, 1], ['安', 0, 0, 0], ['绿', 1, 0, 0],
  ]) // biome-ignore format: a list
})
