import { Link } from '@tanstack/react-router'
import { percent } from '#kernel/figures.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type BoardView } from '../contract.ts'

type Row = BoardView['rows'][number]
type Cell = Row['cells'][number]

/** A shape for each state, so that the table reads in black and white. */
const marks: Record<Cell['state'], string> = { complete: '●', late: '◐', open: '○', missing: '✕', none: '' }
const words: Record<Cell['state'], string> = {
  complete: '按时报齐',
  late: '有迟报',
  open: '待报',
  missing: '未报',
  none: '无任务',
}

function CellMark({ cell }: { cell: Cell }) {
  const { state, asked, inTime, late, missing } = cell
  if (state === 'none') return <span className="quiet" aria-label="无任务" />
  const title = `应报 ${asked} 项：按时 ${inTime}，迟报 ${late}，${state === 'open' ? '待报' : '未报'} ${missing}`
  return (
    <span className="board-cell" data-state={state} title={title} aria-label={`${words[state]}，${title}`}>
      <i aria-hidden>{marks[state]}</i> {asked - missing}/{asked}
    </span>
  )
}

const punctual = (share: number | null): string => (share === null ? '未到期' : percent(share, 1))

const columns = ({ cycles }: BoardView): readonly Column<Row>[] => [
  { key: 'name', title: '单位', width: 200, render: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'punctuality',
    title: '按时率',
    width: 88,
    align: 'right',
    render: ({ punctuality }) => punctual(punctuality),
    sortBy: ({ punctuality }) => punctuality,
  },
  ...cycles.map(
    ({ key }, i): Column<Row> => ({
      key,
      title: formatCycle(key).replace(/^(\d{2})(\d{2})年/u, '$2年'),
      width: 88,
      render: ({ cells }) => {
        const cell = cells[i]
        return cell ? <CellMark cell={cell} /> : null
      },
      sortBy: ({ cells }) => cells[i]?.missing ?? 0,
    }),
  ),
]

function Open({ board, agencyId }: { board: BoardView; agencyId: string }) {
  const open = board.open.filter((one) => one.agencyId === agencyId)
  if (open.length === 0) return <p className="quiet">本期已全部报送。</p>
  return (
    <ul className="board-open">
      {open.map(({ taskId, title }) => (
        <li key={taskId}>
          <Link to={`/tasks/${taskId}`}>{title}</Link>
        </li>
      ))}
    </ul>
  )
}

function BoardCard({ row, board }: { row: Row; board: BoardView }) {
  return (
    <>
      <div className="card-line">
        <b>{row.name}</b>
        <span>按时率 {punctual(row.punctuality)}</span>
      </div>
      <div className="board-card-cells">
        {row.cells.slice(-4).map((cell) => (
          <span key={cell.cycle}>
            <small className="quiet">{formatCycle(cell.cycle).replace(/^\d+年/u, '')}</small> <CellMark cell={cell} />
          </span>
        ))}
      </div>
      <Open board={board} agencyId={row.agencyId} />
    </>
  )
}

/** The matrix; a line unfolds into what is still open. */
export function BoardTable({ board }: { board: BoardView }) {
  return (
    <>
      <DataTable
        caption="报送情况"
        columns={columns(board)}
        rows={board.rows}
        rowKey={({ agencyId }) => agencyId}
        renderDetail={({ agencyId }) => <Open board={board} agencyId={agencyId} />}
        renderCard={(row) => <BoardCard row={row} board={board} />}
        sortWord="sort"
      />
      <p className="board-legend quiet">
        {(['complete', 'late', 'open', 'missing'] as const).map((state) => (
          <span key={state} className="board-cell" data-state={state}>
            <i aria-hidden>{marks[state]}</i> {words[state]}
          </span>
        ))}
        数字是已报和应报的任务数。
      </p>
    </>
  )
}
