import { describe, expect, test } from 'vitest'
import { aLedgerTask } from './ledger.fixture.ts'
import { emptyNote, noteFrom, taskColumns, taskRow, workbookColumns, workbookRow } from './task-ledger.ts'

const empty = emptyNote({ divisionCode: '470326', taskId: aLedgerTask().id, programmeId: 'g' })
const note = {
  ...empty,
  person: '苏砚秋',
  phone: '13800001234',
  measures: '分三批建设',
  nextStep: '12月底前完成',
  remark: '省级任务',
  quarters: { '2026-Q2': '完成选址', '2027-Q1': '验收' },
}

describe('a task in the ledgers', () => {
  test('shows its plan, what is said of it and what the office wrote, each in its column', () => {
    const task = aLedgerTask({ note, targets: ['科技服务站 ≥ 12 个', '覆盖率 ≥ 90 %'] })
    expect(taskRow(task, 3, 2026)).toEqual({
      id: task.id, name: '1 建设科技服务站',
      cells: {
        position: '3', title: '1 建设科技服务站', targets: '科技服务站 ≥ 12 个\n覆盖率 ≥ 90 %', measures: '分三批建设', nodes: '二季度：完成选址',
        leads: '县科技局', participants: '县财政局、各乡镇', person: '苏砚秋', due: '2026-12-31', remark: '省级任务',
      },
    }) // biome-ignore format: in the order of the columns
    expect(workbookRow(task, 3, 2026)).toEqual({
      id: task.id, name: '1 建设科技服务站',
      cells: {
        position: '3', title: '1 建设科技服务站', targets: '科技服务站 ≥ 12 个\n覆盖率 ≥ 90 %', q1: '', q2: '完成选址', q3: '', q4: '',
        progress: '已建4个', ratio: '33.3', lamp: '■ 红灯', problem: '已建4个', nextStep: '12月底前完成', leads: '县科技局', person: '苏砚秋',
        phone: '13800001234', saidOn: '2026-10-28',
      },
    }) // biome-ignore format: in the order of the columns
  })

  test('says what is not known instead of leaving a blank that reads as none', () => {
    const bare = aLedgerTask({ leads: [], participants: [], said: null, ratio: null, lamp: 'grey' })
    expect(taskRow(bare, 1, 2026).cells).toMatchObject({
      leads: '未明确',
      participants: '',
      measures: '',
      person: '',
      remark: '',
      nodes: '',
    })
    expect(workbookRow(bare, 1, 2026).cells).toMatchObject({
      leads: '未明确', progress: '尚未报送', ratio: '未知', lamp: '○ 未亮灯', problem: '', nextStep: '', person: '', phone: '', saidOn: '',
    }) // biome-ignore format: in the order of the columns
  })

  test('the problem is what the office wrote, even that there is none, before what the agency said', () => {
    const problem = (written: string | null) =>
      workbookRow(aLedgerTask({ note: { ...note, problem: written } }), 1, 2026).cells['problem']
    expect([problem(null), problem('设备未到货'), problem('')]).toEqual(['已建4个', '设备未到货', ''])
  })

  test.each([
    [0, '0'],
    [1 / 3, '33.3'],
    [2 / 3, '66.7'],
    [1, '100'],
    [1.25, '125'],
    [0.0004, '0'],
    [0.0005, '0.1'],
  ])(
    '%f is done to %s %%',
    (ratio, shown) => expect(workbookRow(aLedgerTask({ ratio }), 1, 2026).cells['ratio']).toBe(shown), // biome-ignore format: a table
  )
})

describe('the columns', () => {
  test('name the year and each quarter, and are known by the quarter alone', () => {
    const columns = workbookColumns(2027)
    expect(columns.filter(({ key }) => /^q\d$/u.test(key)).map(({ title, aliases }) => [title, aliases])).toEqual([
      ['2027年一季度节点', ['一季度节点', 'Q1']], ['2027年二季度节点', ['二季度节点', 'Q2']], ['2027年三季度节点', ['三季度节点', 'Q3']],
      ['2027年四季度节点', ['四季度节点', 'Q4']],
    ]) // biome-ignore format: a list
    expect(taskColumns(2027).find(({ key }) => key === 'nodes')?.title).toBe('2027年节点')
  })

  test('that are filled in are those nothing else knows', () => {
    const filled = (columns: ReturnType<typeof taskColumns>) =>
      columns.flatMap(({ read, title }) => (read === undefined ? [] : [title]))
    expect(filled(taskColumns(2026))).toEqual(['措施', '责任人', '备注'])
    expect(filled(workbookColumns(2026))).toEqual([
      '2026年一季度节点', '2026年二季度节点', '2026年三季度节点', '2026年四季度节点', '存在问题', '下步措施', '责任人', '联系人电话',
    ]) // biome-ignore format: a list
  })
})

describe('what was filled in', () => {
  test('is put over what was noted; a quarter of another year and all the sheet lacks stay', () => {
    expect(noteFrom({}, note, 2026)).toEqual(note)
    expect(noteFrom({ person: '', measures: '分两批建设', problem: '', q1: '报批', q2: '开工' }, note, 2026)).toEqual({
      ...note,
      person: '',
      measures: '分两批建设',
      problem: '',
      quarters: { '2026-Q1': '报批', '2026-Q2': '开工', '2027-Q1': '验收' },
    })
  })

  test('a quarter that was cleared has no node any more', () => {
    expect(noteFrom({ q2: ' ' }, note, 2026).quarters).toEqual({ '2027-Q1': '验收' })
    expect(noteFrom({ q1: '' }, note, 2027).quarters).toEqual({ '2026-Q2': '完成选址' })
    expect(note.quarters).toEqual({ '2026-Q2': '完成选址', '2027-Q1': '验收' })
  })
})
