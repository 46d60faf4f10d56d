import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { listMissed } from './missed-cycles.ts'
import { anOrder } from './order.fixture.ts'
import { type Proposal, reconcile } from './proposal.ts'
import { type ProposeFrom, propose, type TaskProgress } from './propose.ts'
import { roundAround } from './rounds.ts'
import { defaultSettings } from './settings.ts'

const settings = defaultSettings({
  divisionName: '澄禾县',
  issuer: '澄禾县创新提升行动工作专班办公室',
  limit: undefined,
  supervises: { value: 'quarter', quote: '一季一督办' },
  reports: undefined,
})
const host = anOrder().agencyId
const aTask = (given: Partial<TaskProgress> = {}): TaskProgress => ({
  taskId: anOrder().taskId,
  title: '1 建设科技服务站',
  hosts: [host, 'b'],
  lamp: 'green',
  sinceOn: '2026-10-01',
  reasons: [],
  missed: [],
  ...given,
})
const from = (given: Partial<ProposeFrom> = {}) =>
  propose({
    tasks: [],
    orders: [],
    circularsOn: [],
    standings: new Map(),
    settings,
    calendar: workingCalendar(),
    today: '2026-11-22',
    ...given,
  })

describe('a lamp', () => {
  test('red for seven days asks for 催办 of the lead, the other leads assisting, with the figures', () => {
    const red = aTask({ lamp: 'red', sinceOn: '2026-11-10', reasons: ['完成 3 个，应完成 9 个，完成率 33.3%'] })
    expect(from({ tasks: [red] })).toEqual([
      expect.objectContaining({
        rule: 'red',
        level: 'urge',
        agencyId: host,
        assistIds: ['b'],
        key: `red:${red.taskId}:2026-11-10`,
        grounds: [
          { code: 'red', text: '亮红灯已 12 天（自11月10日起），规则为满 7 天' },
          { code: 'lamp', text: '完成 3 个，应完成 9 个，完成率 33.3%' },
        ],
      }),
    ])
  })

  test.each([
    ['red', '2026-11-16', 0],
    ['red', '2026-11-15', 1],
    ['yellow', '2026-11-08', 0],
    ['yellow', '2026-11-07', 1],
    ['green', '2026-01-01', 0],
    ['grey', '2026-01-01', 0],
    ['red', null, 0],
  ] as const)('%s since %s: %i', (lamp, sinceOn, count) => {
    expect(from({ tasks: [aTask({ lamp, sinceOn })] })).toHaveLength(count)
  })

  test('yellow asks for a reminder, not for an urging', () => {
    const [proposal] = from({ tasks: [aTask({ lamp: 'yellow', sinceOn: '2026-11-01', reasons: ['进度偏慢'] })] })
    expect(proposal).toMatchObject({ rule: 'yellow', level: 'prompt', sinceOn: '2026-11-01', orderId: null })
    expect(proposal?.grounds).toEqual([
      { code: 'yellow', text: '亮黄灯已 21 天（自11月1日起），规则为满 15 天' },
      { code: 'lamp', text: '进度偏慢' },
    ])
  })

  test('what is chased already is not proposed again', () => {
    expect(from({ tasks: [aTask({ lamp: 'red' })], orders: [anOrder({ state: 'handling' })] })).toEqual([])
    expect(from({ tasks: [aTask({ lamp: 'red' })], orders: [anOrder({ state: 'closed' })] })).toHaveLength(1)
  })

  test('of a task is not dulled by a case of another, nor silence by a case of another agency', () => {
    const other = anOrder({ taskId: '01890000-0000-7000-8000-00000000000f', state: 'handling' })
    expect(from({ tasks: [aTask({ lamp: 'red' })], orders: [other] })).toHaveLength(1)
    const missed = ['b', host].map((agencyId) => ({ agencyId, cycles: ['8', '9'], lastDueOn: '2026-11-05' }))
    const asked = from({ tasks: [aTask({ lamp: 'red', missed })], orders: [anOrder({ state: 'handling' })] })
    expect(asked).toMatchObject([{ rule: 'missed', agencyId: 'b' }])
  })

  test('goes before silence of the same task: one paper at a time', () => {
    const missed = [{ agencyId: host, cycles: ['8', '9'], lastDueOn: '2026-11-05' }]
    expect(from({ tasks: [aTask({ lamp: 'red', missed })] }).map(({ rule }) => rule)).toEqual(['red'])
  })

  test('nobody named in the register leaves the choice to whoever issues it', () => {
    expect(from({ tasks: [aTask({ lamp: 'red', hosts: [] })] })[0]).toMatchObject({ agencyId: null })
  })
})

describe('a case past its day', () => {
  test.each([
    ['prompt', 'urge'],
    ['urge', 'order'],
    ['order', 'circular'],
    ['circular', 'interview'],
    ['interview', 'urge'],
  ] as const)('%s asks for %s', (level, next) => {
    const [proposal] = from({ orders: [anOrder({ level, dueOn: '2026-11-10' })] })
    expect(proposal).toMatchObject({ rule: 'overdue', level: next, orderId: anOrder().id })
    expect(proposal?.grounds[0]?.text).toContain('（澄督〔2026〕3号）11月10日到期，已逾期 12 天没有反馈')
  })

  test('is asked about from the second day after it on', () => {
    const on = (dueOn: string) => from({ orders: [anOrder({ state: 'received', dueOn })] }).map(({ rule }) => rule)
    expect([on('2026-11-22'), on('2026-11-21'), on('2026-11-20')]).toEqual([[], [], ['overdue']])
  })

  test('stands before tasks, and these before the round', () => {
    const asked = from({
      orders: [anOrder({ taskId: '01890000-0000-7000-8000-00000000000f', dueOn: '2026-09-01' })],
      tasks: [aTask({ lamp: 'red', sinceOn: '2026-09-01' })],
      today: '2026-09-30',
    })
    expect(asked.map(({ rule }) => rule)).toEqual(['overdue', 'red', 'round'])
  })

  test('not within the days of grace, and not while the office has the answer', () => {
    expect(from({ orders: [anOrder({ state: 'received', dueOn: '2026-11-21' })] })).toEqual([])
    expect(from({ orders: [anOrder({ state: 'answered', dueOn: '2026-11-01' })] })).toEqual([])
  })

  test('nobody signed in two working days: urged', () => {
    const order = anOrder({ issuedOn: '2026-11-18', dueOn: '2026-12-10' })
    expect(from({ orders: [order], today: '2026-11-20' })).toEqual([])
    const [proposal] = from({ orders: [order], today: '2026-11-23' })
    expect(proposal).toMatchObject({ rule: 'unsigned', level: 'urge', orderId: order.id, sinceOn: '2026-11-18' })
    expect(proposal?.grounds.map(({ text }) => text)).toEqual([
      '督办单（澄督〔2026〕3号）11月18日交办，已过 3 个工作日没有签收（时限 2 个工作日）',
    ])
  })
})

describe('silence', () => {
  const duty = (cycle: string, dueOn: string) => ({ taskId: 't', agencyId: host, cycle, dueOn })
  const duties = [
    duty('2026-08', '2026-09-05'),
    duty('2026-09', '2026-10-05'),
    duty('2026-10', '2026-11-05'),
    duty('2026-11', '2026-12-05'),
  ]

  test('counts the cycles since the last word, not the one still open', () => {
    const said = [{ taskId: 't', agencyId: host, cycle: '2026-08' }]
    expect(listMissed({ duties, reports: said, finished: new Set() }, '2026-11-22').get('t')).toEqual([
      { agencyId: host, cycles: ['2026-09', '2026-10'], lastDueOn: '2026-11-05' },
    ])
    expect(
      listMissed(
        { duties, reports: [{ taskId: 't', agencyId: host, cycle: '2026-10' }], finished: new Set() },
        '2026-11-22',
      ).size,
    ).toBe(0)
  })

  test('is counted by task and agency, whatever the order of the cycles, from the day after one is due', () => {
    const [aug, sep] = [duty('2026-08', '2026-09-05'), duty('2026-09', '2026-10-05')]
    const cycles = (today: string) =>
      listMissed({ duties: [sep, aug], reports: [], finished: new Set() }, today).get('t')?.[0]?.cycles
    expect([cycles('2026-10-05'), cycles('2026-10-06')]).toEqual([['2026-08'], ['2026-08', '2026-09']])
    const both = listMissed(
      { duties: [aug, { ...aug, agencyId: 'b' }, { ...aug, taskId: 'u' }], reports: [], finished: new Set() },
      '2026-10-01',
    )
    expect([...both].map(([task, missed]) => [task, missed.map(({ agencyId }) => agencyId)])).toEqual([
      ['t', [host, 'b']],
      ['u', [host]],
    ])
  })

  test('of two cycles asks for 提示', () => {
    const missed = [{ agencyId: host, cycles: ['2026年9月', '2026年10月'], lastDueOn: '2026-11-05' }]
    const [proposal] = from({ tasks: [aTask({ missed })] })
    expect(proposal).toMatchObject({ rule: 'missed', level: 'prompt', agencyId: host })
    expect(proposal?.grounds[0]?.text).toBe('连续 2 期没有报送（2026年9月、2026年10月，规则为满 2 期）')
    expect(from({ tasks: [aTask({ missed: [{ ...missed[0]!, cycles: ['2026年10月'] }] })] })).toEqual([])
  })
})

describe('what is known again the next day', () => {
  const silence = (...cycles: string[]) => {
    const missed = [{ agencyId: host, cycles, lastDueOn: '2026-11-05' }]
    return from({ tasks: [aTask({ missed })] }).map(({ key, sinceOn }) => ({ key, sinceOn }))
  }

  test('is a silence while it lasts, longer or not; one that began later is another', () => {
    const [first] = silence('2026年8月', '2026年9月')
    expect(silence('2026年8月', '2026年9月', '2026年10月')[0]?.key).toBe(first?.key)
    expect(silence('2026年9月', '2026年10月')[0]?.key).not.toBe(first?.key)
    expect(first?.sinceOn).toBe('2026-11-05')
    const both = [host, 'b'].map((agencyId) => ({ agencyId, cycles: ['8', '9'], lastDueOn: '2026-11-05' }))
    expect(new Set(from({ tasks: [aTask({ missed: both })] }).map(({ key }) => key)).size).toBe(2)
  })

  test('is a case past one day, a paper nobody signed until it is urged, and a lamp since one day', () => {
    const keys = (given: Partial<ProposeFrom>) => from(given).map(({ key }) => key)
    const late = keys({ orders: [anOrder({ dueOn: '2026-11-10' })] })
    expect(keys({ orders: [anOrder({ dueOn: '2026-11-10' })], today: '2026-11-23' })).toEqual(late)
    expect(keys({ orders: [anOrder({ dueOn: '2026-11-11' })] })).not.toEqual(late)
    const unsigned = (urges: number) => keys({ orders: [anOrder({ urges, dueOn: '2026-12-10' })] })
    expect(unsigned(0)).toHaveLength(1)
    expect(unsigned(1)).not.toEqual(unsigned(0))
    const red = (sinceOn: string) => keys({ tasks: [aTask({ lamp: 'red', sinceOn })] })
    expect(red('2026-11-01')).not.toEqual(red('2026-11-02'))
  })
})

describe('a round of the plan’s own cadence', () => {
  test.each([
    ['quarter', '2026-09-23', '2026-09-30', '2026年第三季度'],
    ['quarter', '2026-03-31', '2026-03-31', '2026年第一季度'],
    ['halfYear', '2027-01-20', '2026-12-31', '2026年下半年'],
    ['month', '2027-01-10', '2026-12-31', '2026年12月'],
    ['quarter', '2026-10-20', '2026-09-30', '2026年第三季度'],
    ['quarter', '2027-01-05', '2026-12-31', '2026年第四季度'],
    ['quarter', '2026-12-25', '2026-12-31', '2026年第四季度'],
    ['halfYear', '2026-07-01', '2026-06-30', '2026年上半年'],
    ['month', '2026-12-30', '2026-12-31', '2026年12月'],
    ['year', '2026-12-30', '2026-12-31', '2026年'],
  ] as const)('%s around %s', (every, today, endOn, name) => {
    expect(roundAround(every, today)).toEqual({ endOn, name })
  })

  test.each([
    ['quarter', '2026-11-22'],
    ['quarter', '2026-09-22'],
    ['quarter', '2026-10-21'],
    ['halfYear', '2026-09-30'],
    ['year', '2026-06-30'],
    ['none', '2026-09-30'],
  ] as const)('%s: none around %s', (every, today) => expect(roundAround(every, today)).toBeNull())

  test('proposes one circular with the figures, until one went out', () => {
    const asked = { tasks: [aTask(), aTask({ lamp: 'red', sinceOn: '2026-09-30' })], today: '2026-09-30' }
    const round = from(asked).find(({ rule }) => rule === 'round')
    expect(round).toMatchObject({ level: 'circular', matter: '2026年第三季度督办通报', key: 'round:2026-09-30' })
    expect(round?.grounds.map(({ text }) => text)).toEqual([
      '2026年第三季度督办：方案要求每季度督办一次',
      '2 项任务：1 绿 0 黄 1 红 0 未到期或无数据；在办督办事项 0 件，逾期 0 件',
    ])
    const orders = [anOrder({ dueOn: '2026-09-29' }), anOrder({ dueOn: '2026-09-30' }), anOrder({ state: 'closed' })]
    const matters = from({ ...asked, orders }).find(({ rule }) => rule === 'round')
    expect(matters?.grounds.at(-1)?.text).toContain('在办督办事项 2 件，逾期 1 件')
    expect(from({ ...asked, circularsOn: ['2026-09-28'] }).some(({ rule }) => rule === 'round')).toBe(false)
    expect(from({ ...asked, circularsOn: ['2026-09-23'] }).some(({ rule }) => rule === 'round')).toBe(false)
    expect(from({ ...asked, circularsOn: ['2026-09-22'] }).some(({ rule }) => rule === 'round')).toBe(true)
  })
})

test('what holds until the office decides otherwise is the plan’s own words, else what is customary', () => {
  const known = {
    divisionName: '澄禾县',
    issuer: '专班办公室',
    limit: undefined,
    supervises: undefined,
    reports: undefined,
  }
  expect(defaultSettings(known)).toMatchObject({
    prefix: '澄专班',
    issuer: '专班办公室',
    supervises: 'none',
    reports: 'none',
    limits: {
      prompt: { days: 5, unit: 'workingDay' },
      urge: { days: 5, unit: 'workingDay' },
      order: { days: 15, unit: 'day' },
      circular: { days: 10, unit: 'workingDay' },
      interview: { days: 15, unit: 'workingDay' },
    },
  })
  expect(defaultSettings({ ...known, divisionName: '' }).prefix).toBe('专班')
  const limit = { value: { days: 20, unit: 'day' as const }, quote: '整改时限不超过20天' }
  const reports = { value: 'halfYear' as const, quote: '半年一通报' }
  expect(defaultSettings({ ...known, limit, reports })).toMatchObject({
    reports: 'halfYear',
    supervises: 'none',
    limits: { order: { days: 20, unit: 'day' } },
  })
})

describe('what is kept of proposals', () => {
  const draft = from({ tasks: [aTask({ lamp: 'red', sinceOn: '2026-11-10' })] })[0]!
  const kept = (given: Partial<Proposal>): Proposal => ({
    ...draft,
    divisionCode: '470326',
    id: 'p',
    programmeId: 'g',
    proposedOn: '2026-11-17',
    state: 'open',
    heldUntilOn: null,
    settledBy: null,
    settledReason: null,
    settledAt: null,
    ...given,
  })

  test('the new is added, the known keeps its place, what no longer holds lapses', () => {
    expect(reconcile([], [draft], '2026-11-22').added).toEqual([draft])
    expect(reconcile([kept({})], [draft], '2026-11-23')).toMatchObject({
      added: [],
      updated: [{ id: 'p', state: 'open' }],
      lapsed: [],
    })
    expect(reconcile([kept({})], [], '2026-11-23')).toMatchObject({ added: [], updated: [], lapsed: ['p'] })
  })

  test('set aside, it stays aside until its day', () => {
    const aside = kept({ state: 'setAside', heldUntilOn: '2026-12-01' })
    expect(reconcile([aside], [draft], '2026-12-01').updated[0]?.state).toBe('setAside')
    expect(reconcile([aside], [draft], '2026-12-02').updated[0]?.state).toBe('open')
  })

  test('set aside without a day, it stays aside; what lapsed comes back as a new one', () => {
    expect(reconcile([kept({ state: 'setAside' })], [draft], '2027-12-31').updated[0]?.state).toBe('setAside')
    expect(reconcile([kept({ state: 'lapsed' })], [draft], '2026-11-22').added).toHaveLength(1)
  })

  test('taken, it comes back only as a new one', () => {
    expect(reconcile([kept({ state: 'taken' })], [draft], '2026-11-22').added).toHaveLength(1)
  })
})
