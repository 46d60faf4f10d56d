import { describe, expect, test } from 'vitest'
import { compareLedger } from './import-ledger.ts'
import { aLedgerTask } from './ledger.fixture.ts'
import { emptyNote, taskRow, workbookColumns, workbookRow } from './task-ledger.ts'

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
        columns: workbookColumns(2026),
        shown,
        nameKey: 'title',
        read: [{ row: 4, mark: '', cells, problems }],
      })
    expect(of({ title: ' ' }).refused).toEqual([{ row: 4, reason: problems[0] }])
    expect(of({ title: '2 选派特派员' })).toMatchObject({ refused: [{ row: 4, reason: problems[0] }], taken: [] })
    expect(of({ title: '2 选派特派员', phone: '找小王' }).refused[0]?.reason).toMatch(/^“责任人”.+“联系人电话”/u)
  })

  test('two of one name are known by neither', () => {
    const twins = compareLedger({
      columns: workbookColumns(2026),
      shown: [shown[0]!, { ...shown[0]!, id: 'c' }],
      nameKey: 'title',
      read: [{ row: 4, mark: '', cells: { title: '1 建设科技服务站' } }],
    })
    expect(twins.refused[0]?.reason).toContain('有 2 行都叫')
  })
})
