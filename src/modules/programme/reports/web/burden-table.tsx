import { rounded, withUnit } from '#kernel/figures.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Sheet } from '#ui/page.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { BoardView } from '../contract.ts'

type Line = BoardView['burden'][number] & { name: string }

const columns: readonly Column<Line>[] = [
  { key: 'name', title: '单位', render: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'cells',
    title: '要填的格数',
    width: 120,
    align: 'right',
    render: ({ cells }) => cells,
    sortBy: ({ cells }) => cells,
  },
  {
    key: 'minutes',
    title: '实际用时',
    width: 160,
    align: 'right',
    render: ({ minutes }) =>
      minutes === null ? <span className="quiet">未知（还没报送）</span> : withUnit(rounded(minutes, 1), '分钟'),
    sortBy: ({ minutes }) => minutes,
  },
]

/** What the newest month asks of each agency: taps and figures, and the minutes they took. */
export function BurdenTable({ board: { burden, rows, cycles } }: { board: BoardView }) {
  const month = cycles.at(-1)?.dueOn.slice(0, 7) ?? ''
  const names = new Map(rows.map(({ agencyId, name }) => [agencyId, name]))
  const lines = burden
    .filter((line) => line.month === month)
    .map((line) => ({ ...line, name: names.get(line.agencyId) ?? '' }))
  const cells = lines.reduce((sum, line) => sum + line.cells, 0)
  const spent = lines.flatMap(({ minutes }) => minutes ?? [])
  const minutes = spent.reduce((sum, one) => sum + one, 0)
  return (
    <Sheet
      title="填报负担"
      aside={
        <span className="quiet">
          {Number(month.slice(5))}月 {lines.length} 个单位共 {cells} 格
          {spent.length > 0 && `，已报单位平均 ${withUnit(rounded(minutes / spent.length, 1), '分钟')}`}
        </span>
      }
    >
      <DataTable
        caption="填报负担"
        columns={columns}
        rows={lines}
        rowKey={({ agencyId }) => agencyId}
        ledger
        empty={<EmptyState title="本月没有要填的内容" />}
      />
    </Sheet>
  )
}
