import { Link } from '@tanstack/react-router'
import { withUnit } from '#kernel/figures.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { TargetPage, TargetRecord } from '../contract.ts'

interface Placed {
  record: TargetRecord
  place: number
  unit: string
}

const stateOf = ({ reportId, signedOn, isOpening }: TargetRecord): string =>
  isOpening ? '期初情况' : reportId === null ? '外部数据' : signedOn === null ? '待签收' : `${signedOn} 签收`

function Source({ record }: { record: TargetRecord }) {
  if (record.taskId === null) return <>{record.agency}</>
  return <Link to={`/tasks/${record.taskId}`}>{record.agency}</Link>
}

const columns: readonly Column<Placed>[] = [
  {
    key: 'on',
    title: '截至',
    width: 110,
    render: ({ record, place }) => <span id={`record-${place}`}>{record.on}</span>,
  },
  {
    key: 'value',
    title: '报送数',
    width: 110,
    align: 'right',
    render: ({ record, unit }) => (
      <>
        {withUnit(record.value, unit)}
        {record.was !== null && <small className="quiet"> 更正，原报 {withUnit(record.was, unit)}</small>}
      </>
    ),
  },
  {
    key: 'reached',
    title: '计入后',
    width: 110,
    align: 'right',
    render: ({ record, unit }) => withUnit(record.reached, unit),
  },
  { key: 'agency', title: '来源', width: 180, render: ({ record }) => <Source record={record} /> },
  { key: 'state', title: '状态', width: 130, render: ({ record }) => stateOf(record) },
  {
    key: 'evidence',
    title: '佐证',
    width: 80,
    align: 'right',
    render: ({ record }) => (record.evidence === 0 ? <span className="quiet">无</span> : `${record.evidence} 份`),
  },
  { key: 'text', title: '说明', render: ({ record }) => record.text },
]

function RecordCard({ record, place, unit }: Placed) {
  return (
    <div id={`record-${place}`}>
      <span className="card-title">
        {withUnit(record.reached, unit)} <small className="quiet">截至 {record.on}</small>
      </span>
      <p className="card-line">
        <Source record={record} />
        <span>{stateOf(record)}</span>
      </p>
      {record.text !== '' && <p className="quiet">{record.text}</p>}
    </div>
  )
}

/** The figures behind the chart, newest first, each with its report. */
export function TargetRecords({ page }: { page: TargetPage }) {
  const rows = page.records.map((record, place) => ({ record, place, unit: page.target.unit }))
  return (
    <DataTable
      caption="报送记录"
      columns={columns}
      rows={rows}
      rowKey={({ place }) => String(place)}
      renderCard={(row) => <RecordCard {...row} />}
      empty={<EmptyState title="还没有数据">牵头单位下一次报送时填写，或由专班办公室录入外部数据。</EmptyState>}
    />
  )
}
