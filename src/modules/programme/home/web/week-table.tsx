import { Link, useNavigate } from '@tanstack/react-router'
import { worstFirst } from '#modules/programme/lamps/contract.ts'
import { callTask } from '#modules/programme/programmes/contract.ts'
import type { ChartView } from '#modules/programme/wallcharts/contract.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { NameList } from '#ui/name-list.tsx'
import { EmptyState } from '#ui/states.tsx'
import { lampWords } from './lamp-words.ts'

export type ChangedRow = ChartView['chart']['tasks'][number]

const LampOf = ({ row: { lamp, isStale } }: { row: ChangedRow }) => (
  <Lamp colour={lamp} label={lampWords[lamp]} freshness={isStale ? 'stale' : 'fresh'} withLabel />
)

const TitleOf = ({ row: { id, number, title } }: { row: ChangedRow }) => (
  <Link to={`/tasks/${id}`} className="task-title-cell">
    {callTask({ number, title })}
  </Link>
)

const columns: readonly Column<ChangedRow>[] = [
  {
    key: 'lamp',
    title: '灯',
    width: 72,
    render: (row) => <LampOf row={row} />,
    sortBy: ({ lamp }) => worstFirst.indexOf(lamp),
  },
  { key: 'title', title: '任务', render: (row) => <TitleOf row={row} /> },
  { key: 'change', title: '变化', render: ({ change }) => change?.text, sortBy: ({ change }) => change?.kind ?? null },
  {
    key: 'due',
    title: '期限',
    width: 110,
    render: ({ dueOn }) => dueOn ?? <span className="quiet">未写明</span>,
    sortBy: ({ dueOn }) => dueOn,
  },
  { key: 'leads', title: '牵头单位', width: 180, render: ({ leads }) => <NameList names={leads} none="未明确" /> },
]

function ChangedCard({ row }: { row: ChangedRow }) {
  return (
    <>
      <div className="card-title">
        <LampOf row={row} /> <TitleOf row={row} />
      </div>
      <p>{row.change?.text}</p>
      <p className="quiet">
        牵头 <NameList names={row.leads} none="未明确" />
      </p>
    </>
  )
}

/** Changed tasks as a table, on a phone as cards. */
export function WeekTable({ rows }: { rows: readonly ChangedRow[] }) {
  const navigate = useNavigate()
  return (
    <DataTable
      caption="本周变化"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      renderCard={(row) => <ChangedCard row={row} />}
      onOpen={({ id }) => void navigate({ to: `/tasks/${id}` })}
      sortWord="sort"
      empty={<EmptyState title="没有符合条件的变化">与一周前相比没有这类变化。放宽筛选条件再看。</EmptyState>}
    />
  )
}
