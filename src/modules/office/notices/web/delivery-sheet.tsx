import { minuteOf } from '#kernel/moment.ts'
import { useRead } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState, LoadingSkeleton } from '#ui/states.tsx'
import { type DeliveryView, noticeContract } from '../contract.ts'

function State({ row }: { row: DeliveryView }) {
  return (
    <span className="delivery-state" data-state={row.state}>
      {row.stateTitle}
      {row.mayRepeat && '（可能重复）'}
    </span>
  )
}

const whenOf = ({ state, dueAt, sentAt }: DeliveryView): string =>
  sentAt ? minuteOf(sentAt) : state === 'waiting' ? `定于 ${minuteOf(dueAt)}` : ''

const wayOf = ({ channel, test }: DeliveryView): string =>
  `${channel === 'mail' ? '邮件' : '群消息'}${test ? '（试发）' : ''}`

const columns: readonly Column<DeliveryView>[] = [
  { key: 'recipient', title: '收件人', width: 200, render: ({ recipient }) => recipient },
  { key: 'way', title: '方式', width: 120, render: wayOf },
  { key: 'notices', title: '消息条数', width: 90, align: 'right', render: ({ notices }) => notices },
  { key: 'state', title: '状态', width: 150, render: (row) => <State row={row} /> },
  { key: 'when', title: '时间', width: 180, render: whenOf },
  { key: 'error', title: '说明', render: ({ lastError }) => lastError },
]

function DeliveryCard({ row }: { row: DeliveryView }) {
  return (
    <>
      <span className="card-title">{row.recipient}</span>
      <p className="card-line">
        <span>
          {wayOf(row)} {row.notices} 条
        </span>
        <State row={row} />
      </p>
      <p className="card-line">{whenOf(row)}</p>
      {row.lastError && <p className="card-line">{row.lastError}</p>}
    </>
  )
}

const isUnderWay = ({ state }: DeliveryView): boolean => state === 'waiting' || state === 'sending'

/** What has gone out lately and how it fared; looked at again while a test is under way. */
export function DeliverySheet() {
  const deliveries = useRead(
    noticeContract.listDeliveries,
    {},
    { every: (rows) => (rows?.some((row) => row.test && isUnderWay(row)) ? 2_000 : false) },
  )
  return (
    <Sheet title="最近的发送记录">
      <Reading of={deliveries} loading={<LoadingSkeleton rows={3} />}>
        {(rows) => (
          <DataTable
            caption="发送记录"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            renderCard={(row) => <DeliveryCard row={row} />}
            empty={<EmptyState title="还没有发送过">设置好渠道后，每次发送和结果会列在这里。</EmptyState>}
          />
        )}
      </Reading>
    </Sheet>
  )
}
