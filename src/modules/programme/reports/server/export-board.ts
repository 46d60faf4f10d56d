import { seesWholeCounty } from '#kernel/actor.ts'
import { percent, rounded } from '#kernel/figures.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { answerWorkbook } from '#platform/spreadsheet/answer-workbook.ts'
import type { WorkbookColumn } from '#platform/spreadsheet/workbook-column.ts'
import { type BoardView, reportContract } from '../contract.ts'
import { viewBoard } from './get-board.ts'
import { openReports } from './open-reports.ts'

/** The board as a table to print, cells in words so that it reads in black and white. */
export const exportBoard = implementDownload(
  reportContract.exportBoard,
  async ({ input, tx, actor, now, today, about }) => {
    const own = seesWholeCounty(actor) || actor.agencyId === null ? undefined : [actor.agencyId]
    const opened = await openReports(tx, input.programmeId, { actor, now, ...(own && { agencyIds: own }) })
    const board = await viewBoard(tx, opened, { actor, now, today, own })
    const title = `《${opened.title}》报送情况表`
    about(`工作方案《${opened.title}》`, { table: '报送情况表', format: 'xlsx' })
    return answerWorkbook(
      `${opened.title}报送情况表`,
      [
        { name: '报送情况', columns: boardColumns(board), rows: boardRows(board) },
        { name: '填报负担', columns: burdenColumns, rows: burdenRows(board) },
      ],
      { title, note: `截至 ${today}`, paper: 'a4', orientation: 'landscape' },
    )
  },
)

const boardColumns = ({ cycles }: BoardView | Omit<BoardView, 'today'>): WorkbookColumn[] => [
  { title: '序号', width: 6, kind: 'place' },
  { title: '单位', width: 26 },
  { title: '按时报送率', width: 11 },
  ...cycles.map(({ key }) => ({ title: formatCycle(key), width: 13 })),
]

const boardRows = ({ rows }: Omit<BoardView, 'today'>): (string | number | null)[][] =>
  rows.map(({ name, cells, punctuality }, i) => [
    i + 1,
    name,
    punctuality === null ? '未到期' : percent(punctuality, 1),
    ...cells.map(inWords),
  ])

function inWords({ asked, inTime, late, missing, state }: BoardView['rows'][number]['cells'][number]): string {
  if (state === 'none') return '无任务'
  const parts = [
    inTime > 0 ? `按时 ${inTime}` : '',
    late > 0 ? `迟报 ${late}` : '',
    missing > 0 ? `${state === 'open' ? '待报' : '未报'} ${missing}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('、')}/${asked}`
}

const burdenColumns: WorkbookColumn[] = [
  { title: '月份', width: 12 },
  { title: '单位', width: 26 },
  { title: '填报项数', width: 11, kind: 'number' },
  { title: '用时（分钟）', width: 13, kind: 'number' },
]

function burdenRows({ burden, rows }: Omit<BoardView, 'today'>): (string | number | null)[][] {
  const names = new Map(rows.map(({ agencyId, name }) => [agencyId, name]))
  return burden.map(({ agencyId, month, cells, minutes }) => [
    month,
    names.get(agencyId) ?? '',
    cells,
    minutes === null ? '未知' : rounded(minutes, 1),
  ])
}
