import { Link, useNavigate } from '@tanstack/react-router'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { MeetingSummary } from '../contract.ts'
import { meetingStateTitles } from '../domain/meeting.ts'

function Decisions({ meeting }: { meeting: MeetingSummary }) {
  const { decisions, open, done } = meeting.counts
  if (decisions === 0) return <span className="quiet">没有</span>
  return (
    <Link to={`/meetings/${meeting.id}`} hash="decisions">
      {decisions} 项，{done} 项办结{open > 0 && <span className="meeting-warn">，{open} 项待落实</span>}
    </Link>
  )
}

const columns: readonly Column<MeetingSummary>[] = [
  { key: 'heldOn', title: '日期', width: 104, sortBy: (row) => row.heldOn, render: (row) => row.heldOn },
  { key: 'title', title: '会议', render: (row) => <Link to={`/meetings/${row.id}`}>{row.title}</Link> },
  { key: 'state', title: '状态', width: 104, render: (row) => meetingStateTitles[row.state] },
  { key: 'items', title: '议题', width: 56, align: 'right', render: (row) => row.counts.items },
  { key: 'decisions', title: '议定事项', width: 150, render: (row) => <Decisions meeting={row} /> },
  { key: 'number', title: '纪要', width: 120, render: (row) => row.number ?? <span className="quiet">未印发</span> },
]

/** Meetings, newest first; a phone shows cards. */
export function MeetingTable({ meetings }: { meetings: readonly MeetingSummary[] }) {
  const navigate = useNavigate()
  return (
    <DataTable
      caption="历次会议"
      columns={columns}
      rows={meetings}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/meetings/${id}` })}
      renderCard={(row) => (
        <div className="meeting-card">
          <Link to={`/meetings/${row.id}`}>
            <strong>{row.title}</strong>
          </Link>
          <span className="quiet">
            {row.heldOn} · {meetingStateTitles[row.state]} · {row.number ?? '纪要未印发'}
          </span>
          <Decisions meeting={row} />
        </div>
      )}
      empty={
        <EmptyState title="还没有会议">
          按方案规定的会议安排一次，或临时开会；会议开过后，议定事项会列在这里。
        </EmptyState>
      }
    />
  )
}
