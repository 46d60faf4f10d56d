import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { aSheetFile } from '#platform/spreadsheet/sheet-file.fixture.ts'
import { compareLedger } from '../domain/import-ledger.ts'
import { aLedgerTask } from '../domain/ledger.fixture.ts'
import type { LedgerKind } from '../domain/ledger.ts'
import { plainCell } from '../domain/ledger-cells.ts'
import { emptyNote, noteFrom, taskColumns, taskRow, workbookColumns, workbookRow } from '../domain/task-ledger.ts'
import { writeLedger } from './export-ledger.ts'
import { readLedger } from './import-ledger.ts'
import type { Ledger } from './load-ledger.ts'

const of = { programme: '澄禾县科技惠农行动方案', today: '2026-11-22' }
async function roundTrip(ledger: Ledger, kind: LedgerKind) {
  const { rows: read } = readLedger(await readRows(await writeLedger(ledger, { kind, ...of })), ledger)
  return { read, outcome: compareLedger({ ...ledger, shown: ledger.rows, read }) }
}

const words = fc.string({ unit: 'grapheme', maxLength: 60 })
const wild = fc.oneof(
  words,
  fc.constantFrom(
    '=1+1',
    '+86 1',
    '-',
    '@x',
    '2026-03',
    '1e5',
    '007',
    '\n甲\n',
    ' 乙 ',
    '丙\u0000丁',
    '　戊',
    '是',
    '12%',
  ),
)
const id = (n: number) => `01890000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`

describe('what goes out and comes back as it was', () => {
  test('of any workbook changes nothing', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(wild, wild, wild), { maxLength: 6 }), async (typed) => {
        const rows = typed.map(([problem, nextStep, quarter], n) => {
          const empty = emptyNote({ divisionCode: '470326', taskId: id(n), programmeId: id(99) })
          const note = { ...empty, problem, nextStep, quarters: { '2026-Q2': quarter } }
          return workbookRow(aLedgerTask({ id: id(n), note }), n + 1, 2026)
        })
        const { outcome } = await roundTrip({ columns: workbookColumns(2026), rows, nameKey: 'title' }, 'workbook')
        expect(outcome).toMatchObject({ changed: [], refused: [], ignored: [], unchanged: typed.length })
      }),
      { numRuns: 40 },
    ))

  test('of the task list neither', async () => {
    const rows = [
      taskRow(aLedgerTask(), 1, 2026),
      taskRow(aLedgerTask({ id: id(2), title: '2 选派科技特派员' }), 2, 2026),
    ]
    const { outcome } = await roundTrip({ columns: taskColumns(2026), rows, nameKey: 'title' }, 'tasks')
    expect(outcome.unchanged).toBe(2)
  })

  test('a plain cell stays plain', () => {
    fc.assert(fc.property(wild, (text) => plainCell(plainCell(text)) === plainCell(text)))
  })
})

describe('a sheet that was filled in', () => {
  const task = aLedgerTask()
  const columns = workbookColumns(2026)
  const shown = [workbookRow(task, 1, 2026)]
  const filled = (cells: Record<string, string>, mark: string = task.id) =>
    compareLedger({
      columns,
      shown,
      nameKey: 'title',
      read: [{ row: 4, mark, cells: { title: task.title, ...cells } }],
    })

  test('shows each cell before and after', () => {
    expect(filled({ problem: '设备未到货', person: '苏砚秋' }).changed).toEqual([
      {
        row: 4,
        name: '1 建设科技服务站',
        cells: [
          { column: '存在问题', before: '已建4个', after: '设备未到货' },
          { column: '责任人', before: '', after: '苏砚秋' },
        ],
      },
    ])
  })

  test('taken twice changes nothing the second time, a cleared cell included', () => {
    const cells = { title: task.title, problem: '', nextStep: '12月底前完成', q3: '完成选址' }
    const [taken] = filled(cells).taken
    const empty = emptyNote({ divisionCode: '470326', taskId: task.id, programmeId: id(99) })
    const after = workbookRow({ ...task, note: noteFrom(taken!.cells, empty, 2026) }, 1, 2026)
    const again = compareLedger({
      columns,
      shown: [after],
      nameKey: 'title',
      read: [{ row: 4, mark: task.id, cells }],
    })
    expect(again).toMatchObject({ changed: [], unchanged: 1 })
  })

  test('computed columns stay as computed, and it is said which cells were not taken', () => {
    expect(filled({ lamp: '● 绿灯', ratio: '100' })).toMatchObject({
      changed: [],
      ignored: [
        { column: '完成率%', text: '100', shown: '33.3' },
        { column: '亮灯', text: '● 绿灯', shown: '■ 红灯' },
      ],
    })
  })

  test('a quarter the schedule plans is computed, one it does not know is typed', () => {
    const planned = aLedgerTask({ steps: [{ title: '完成选址', finishOn: '2026-06-30', doneOn: null }] })
    const row = workbookRow(planned, 1, 2026)
    expect(row.cells['q2']).toBe('6月30日前完成选址')
    const read = [{ row: 4, mark: task.id, cells: { title: task.title, q2: '改到三季度' } }]
    expect(compareLedger({ columns, shown: [row], nameKey: 'title', read })).toMatchObject({
      changed: [],
      ignored: [{ text: '改到三季度' }],
    })
    expect(filled({ q2: '完成选址' }).changed).toHaveLength(1)
  })

  test('a row is known by its name when its mark is lost, and refused when nobody is called so', () => {
    expect(filled({ person: '甲' }, '').changed).toHaveLength(1)
    expect(filled({ title: '没有的任务' }, '').refused[0]?.reason).toContain('没有名为“没有的任务”的任务')
    expect(filled({}, 'x').refused[0]?.reason).toContain('标识在系统中找不到')
    expect(filled({ title: '' }, '').refused[0]?.reason).toContain('没有名称')
  })

  test('the same record twice, a telephone number that is none and a text too long are refused with the reason', () => {
    const row = { row: 4, mark: task.id, cells: { title: task.title } }
    const twice = compareLedger({ columns, shown, nameKey: 'title', read: [row, { ...row, row: 5 }] })
    expect(twice.refused).toEqual([{ row: 5, reason: '“1 建设科技服务站”在表中出现了两次，请只保留一行。' }])
    expect(filled({ phone: '找小王' }).refused[0]?.reason).toContain('不是电话号码')
    expect(filled({ person: '甲'.repeat(61) }).refused[0]?.reason).toContain('最多 60 个字')
  })
})

describe('a sheet as offices keep it', () => {
  const text = (place: string, word: string) => `<c r="${place}" t="inlineStr"><is><t>${word}</t></is></c>`
  const number = (place: string, value: number, style: number) => `<c r="${place}" s="${style}"><v>${value}</v></c>`

  test('keeps who answers for each of the tasks when that is merged over them', async () => {
    const columns = workbookColumns(2026)
    const note = {
      ...emptyNote({ divisionCode: '470326', taskId: id(1), programmeId: id(99) }),
      person: '丙某',
      phone: '13812345678',
    }
    const shown = ['甲', '乙', '丙'].map((title, n) =>
      workbookRow(aLedgerTask({ id: id(n), title: `${n + 1} ${title}任务`, note }), n + 1, 2026),
    )
    const rows = [
      `<row r="1">${text('A1', '任务')}${text('B1', '责任人')}${text('C1', '联系人电话')}</row>`,
      `<row r="2">${text('A2', '1 甲任务')}${text('B2', '丙某')}<c r="C2"><v>13812345678</v></c></row>`,
      `<row r="3">${text('A3', '2 乙任务')}</row>`,
      `<row r="4">${text('A4', '3 丙任务')}</row>`,
    ].join('')
    const behind = '<mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="C2:C4"/></mergeCells>'
    const ledger = { columns, rows: shown, nameKey: 'title' }
    const { rows: read } = readLedger(await readRows(await aSheetFile({ rows, behind })), ledger)
    expect(compareLedger({ ...ledger, shown, read })).toMatchObject({
      changed: [],
      refused: [],
      unchanged: 3,
    })
  })

  test('is taken as it is shown: a share, a month, no fault of a formula', async () => {
    const columns = workbookColumns(2026)
    const shown = ['甲', '乙'].map((title, n) =>
      workbookRow(aLedgerTask({ id: id(n), title: `${n + 1} ${title}任务` }), n + 1, 2026),
    )
    const rows = [
      `<row r="1">${text('A1', '任务')}${text('B1', '下步措施')}${text('C1', '存在问题')}</row>`,
      `<row r="2">${text('A2', '1 甲任务')}${number('B2', 0.35, 0)}${number('C2', 46082, 1)}</row>`,
      `<row r="3">${text('A3', '2 乙任务')}<c r="B3" t="e"><v>#N/A</v></c></row>`,
    ].join('')
    const ledger = { columns, rows: shown, nameKey: 'title' }
    const file = await aSheetFile({ rows, formats: ['0%', 'yyyy"年"m"月"'] })
    const { rows: read } = readLedger(await readRows(file), ledger)
    const { taken, refused } = compareLedger({ ...ledger, shown, read })
    expect(taken[0]?.cells).toMatchObject({ nextStep: '35%', problem: '2026年3月' })
    expect(refused).toEqual([{ row: 3, reason: expect.stringContaining('“下步措施”一格的公式出错（#N/A）') }])
  })
})
