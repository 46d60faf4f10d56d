import { describe, expect, test } from 'vitest'
import { projectColumns } from './entry-ledger.ts'
import { compareLedger } from './import-ledger.ts'
import { aLedgerTask } from './ledger.fixture.ts'
import { anOrder } from './order.fixture.ts'
import { answersAtOnce, isConcerned } from './order-acts.ts'
import { findRound, findTimeLimit } from './plan-words.ts'
import { nodeLine, type Stamp } from './stamp.ts'
import { listStandings } from './standings.ts'
import { emptyNote, taskRow, workbookColumns, workbookRow } from './task-ledger.ts'

describe('an agency knows a matter', () => {
  const host = { role: 'reporter' as const, agencyIds: [anOrder().agencyId] }
  test.each([
    ['issued', '2026-11-12', true], ['registered', '2026-11-12', false], ['withdrawn', null, false], ['registered', null, false], ['closed', '2026-11-12', true],
  ] as const)('%s, issued %s: %s', (state, issuedOn, known) => expect(isConcerned(anOrder({ state, issuedOn }), host)).toBe(known)) // biome-ignore format: a table

  test('an answer stamps two stations right after the receipt alone', () => {
    expect([answersAtOnce(anOrder({ state: 'received' })), answersAtOnce(anOrder({ state: 'handling' }))]).toEqual([
      true,
      false,
    ])
  })
})

describe('the nodes of a task in its ledgers', () => {
  const step = (title: string, finishOn: string, doneOn: string | null = null) => ({ title, finishOn, doneOn })
  const steps = [
    step('选址', '2026-03-31', '2026-03-20'), step('报批', '2026-04-01'), step('建设', '2026-09-30'), step('2027年：启用', '2027-01-01'), step('验收', '2026-12-31'),
  ] // biome-ignore format: a list

  test('stand in the quarter they end in, of the year asked for, with a tick when done', () => {
    const { cells, computed } = workbookRow(aLedgerTask({ steps }), 1, 2026)
    expect([cells['q1'], cells['q2'], cells['q3'], cells['q4']]).toEqual([
      '3月31日前选址√', '4月1日前报批', '9月30日前建设', '12月31日前验收',
    ]) // biome-ignore format: a list
    expect(computed).toEqual(['q1', 'q2', 'q3', 'q4'])
    expect(workbookRow(aLedgerTask({ steps }), 1, 2027).cells['q1']).toBe('1月1日前启用')
    expect(taskRow(aLedgerTask({ steps }), 1, 2026).cells['nodes']).toBe(
      '3月31日前选址√\n4月1日前报批\n9月30日前建设\n12月31日前验收',
    )
  })

  test('are what was typed where no schedule says them', () => {
    const empty = emptyNote({ divisionCode: '470326', taskId: aLedgerTask().id, programmeId: aLedgerTask().id })
    const note = { ...empty, quarters: { '2026-Q2': '完成选址', '2026-Q4': '启用', '2027-Q1': '验收' } }
    expect(taskRow(aLedgerTask({ note }), 1, 2026).cells['nodes']).toBe('二季度：完成选址\n四季度：启用')
    expect(taskRow(aLedgerTask(), 1, 2026).cells['nodes']).toBe('')
    expect(workbookRow(aLedgerTask({ note }), 1, 2027).cells['q1']).toBe('验收')
    expect(workbookRow(aLedgerTask({ note }), 1, 2026).computed).toBeUndefined()
  })

  test('beside what was said last, and its difficulty where nobody wrote another', () => {
    const cells = (given: Parameters<typeof aLedgerTask>[0]) => workbookRow(aLedgerTask(given), 1, 2026).cells
    expect(cells({})).toMatchObject({ progress: '已建4个', problem: '已建4个', saidOn: '2026-10-28', ratio: '33.3' })
    expect(cells({ said: { text: '顺利', difficult: false, on: '2026-10-28' } })).toMatchObject({ problem: '' })
    expect(cells({ said: null, ratio: null })).toMatchObject({
      progress: '尚未报送',
      problem: '',
      saidOn: '',
      ratio: '未知',
    })
  })
})

describe('a sheet', () => {
  const shown = [
    workbookRow(aLedgerTask(), 1, 2026),
    { ...workbookRow(aLedgerTask(), 2, 2026), id: 'b', name: '2 选派特派员', cells: { title: '2 选派特派员' } },
  ]
  const compare = (cells: Record<string, string>) =>
    compareLedger({
      columns: workbookColumns(2026),
      shown,
      nameKey: 'title',
      adds: false,
      read: [{ row: 4, mark: '', cells }],
    })

  test('a row that changes nothing is not taken; one known by the name it shows is', () => {
    expect(compare({ title: '2 选派特派员' })).toMatchObject({ unchanged: 1, taken: [], changed: [] })
    expect(compare({ title: '2 选派特派员', person: '某人' }).taken).toMatchObject([
      { row: 4, id: 'b', cells: { person: '某人' } },
    ])
  })

  test('a row that is refused is not taken, whatever else it changes', () => {
    const refused = compare({ title: '2 选派特派员', person: '某人', phone: '找小王' })
    expect(refused).toMatchObject({ refused: [{ row: 4 }], taken: [], changed: [], unchanged: 0 })
  })

  test('a row that could not be read says why, with or without a name, beside what is wrong in it', () => {
    const problems = ['“责任人”一格的公式出错。']
    const of = (cells: Record<string, string>) =>
      compareLedger({
        columns: workbookColumns(2026), shown, nameKey: 'title', adds: false, read: [{ row: 4, mark: '', cells, problems }],
      }) // biome-ignore format: two lines
    expect(of({ title: ' ' }).refused).toEqual([{ row: 4, reason: problems[0] }])
    expect(of({ title: '2 选派特派员' })).toMatchObject({ refused: [{ row: 4, reason: problems[0] }], taken: [] })
    expect(of({ title: '2 选派特派员', phone: '找小王' }).refused[0]?.reason).toMatch(/^“责任人”.+“联系人电话”/u)
  })

  test('a new row’s own number is not taken, and that is no matter', () => {
    const columns = projectColumns(new Map())
    const read = [{ row: 3, mark: '', cells: { position: '7', name: '科技孵化园' } }]
    expect(compareLedger({ columns, shown: [], nameKey: 'name', adds: true, read })).toMatchObject({
      added: [{ row: 3, name: '科技孵化园' }],
      ignored: [],
      taken: [{ id: null, cells: { name: '科技孵化园' } }],
    })
  })

  test('two of one name are known by neither', () => {
    const twins = compareLedger({
      columns: workbookColumns(2026), shown: [shown[0]!, { ...shown[0]!, id: 'c' }], nameKey: 'title', adds: false,
      read: [{ row: 4, mark: '', cells: { title: '1 建设科技服务站' } }],
    }) // biome-ignore format: two lines
    expect(twins.refused[0]?.reason).toContain('有 2 行都叫')
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
  const stamp = (act: Stamp['act'], position: number): Stamp => ({
    divisionCode: '470326', id: `s${position}`, orderId: 'o', position, act, at: new Date(0), byName: '某人', byRole: 'office', agencyId: null, words: act, paperId: null,
  }) // biome-ignore format: one line
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
    nodeLine(acts.slice(0, length).map(stamp)).flatMap(({ stamp: of }) => (of ? [of.words] : []))
  expect(line(5)).toEqual(['register', 'issue', 'receive'])
  expect(line(8)).toEqual(['register', 'issue', 'receive', 'handle'])
  expect(line(10)).toEqual(['register', 'issue', 'receive', 'handle', 'answer', 'passReview'])
})

test('who is where: late matters weigh more than red lamps, those more than yellow ones and silence', () => {
  const task = (host: string, lamp: 'red' | 'yellow' | 'green', silent = false) => ({
    taskId: host, title: host, hosts: [host], lamp, sinceOn: null, reasons: [],
    missed: silent ? [{ agencyId: host, cycles: ['2026年10月'], lastDueOn: '2026-10-25' }] : [],
  }) // biome-ignore format: two lines
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
  const rows = listStandings({ tasks, orders, names, today: '2026-11-22' })
  expect(rows.map(({ agency, open, overdue, missed }) => [agency, open, overdue, missed])).toEqual([
    ['迟', 1, 1, 0], ['红', 0, 0, 0], ['黄', 0, 0, 0], ['静', 0, 0, 1], ['安', 0, 0, 0], ['绿', 1, 0, 0],
  ]) // biome-ignore format: a list
})
