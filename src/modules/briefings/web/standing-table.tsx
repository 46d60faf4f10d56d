import { Link, useNavigate } from '@tanstack/react-router'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { NameList } from '#ui/name-list.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { StandingTask } from '../domain/standing.ts'
import { lampWords } from './lamp-words.ts'

export interface StandingRow extends StandingTask {
  id: string
  title: string
  changeText: string | null
  doubts: readonly string[]
  reason: string | null
  sinceOn: string | null
  dueOn: string | null
}

const rank = { red: 0, yellow: 1, green: 2, grey: 3 } as const
const freshWords = { fresh: '按期', due: '待报', stale: '过期', none: '不需报送' } as const

const LampOf = ({ row }: { row: StandingRow }) => (
  <Lamp colour={row.lamp} label={lampWords[row.lamp]} freshness={row.fresh === 'stale' ? 'stale' : 'fresh'} withLabel />
)

function Why({ row }: { row: StandingRow }) {
  const { reason, changeText, change, doubtful, doubts } = row
  return (
    <>
      {reason ?? <span className="quiet">见任务页</span>}
      {changeText !== null && change !== 'worse' && change !== 'better' && <p className="quiet">{changeText}</p>}
      {doubtful && <p className="quiet">存疑：{doubts.join('；')}</p>}
    </>
  )
}

const columns: readonly Column<StandingRow>[] = [
  { key: 'lamp', title: '灯', width: 72, render: (row) => <LampOf row={row} />, sortBy: (row) => rank[row.lamp] },
  {
    key: 'title',
    title: '任务',
    render: (row) => (
      <Link to={`/tasks/${row.id}`} className="task-title-cell">
        {row.title}
      </Link>
    ),
  },
  { key: 'why', title: '原因', render: (row) => <Why row={row} /> },
  {
    key: 'since',
    title: '自何日起',
    width: 110,
    render: (row) => row.sinceOn ?? <span className="quiet">未知</span>,
    sortBy: (row) => row.sinceOn,
  },
  { key: 'fresh', title: '报送', width: 88, render: (row) => freshWords[row.fresh], sortBy: (row) => row.fresh },
  {
    key: 'due',
    title: '期限',
    width: 110,
    render: (row) => row.dueOn ?? <span className="quiet">未写明</span>,
    sortBy: (row) => row.dueOn,
  },
  { key: 'leads', title: '牵头单位', width: 180, render: (row) => <NameList names={row.leads} none="未明确" /> },
]

function StandingCard({ row }: { row: StandingRow }) {
  return (
    <>
      <Link to={`/tasks/${row.id}`} className="card-title">
        <LampOf row={row} /> {row.title}
      </Link>
      <p>
        <Why row={row} />
      </p>
      <div className="card-line">
        <span>
          牵头 <NameList names={row.leads} none="未明确" />
        </span>
        <span>{row.sinceOn !== null && `${row.sinceOn} 起`}</span>
      </div>
    </>
  )
}

/** Tasks with their lamps as a table, on a phone as cards. */
export function StandingTable({ rows }: { rows: readonly StandingRow[] }) {
  const navigate = useNavigate()
  return (
    <DataTable
      caption="亮灯清单"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      renderCard={(row) => <StandingCard row={row} />}
      onOpen={({ id }) => void navigate({ to: `/tasks/${id}` })}
      sortWord="sort"
      empty={<EmptyState title="没有符合条件的任务">放宽筛选条件再看。</EmptyState>}
    />
  )
}
