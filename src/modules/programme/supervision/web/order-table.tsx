import { Link, useNavigate } from '@tanstack/react-router'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NameList } from '#ui/name-list.tsx'
import { levelTitle, type OrderView, orderStateTitles } from '../contract.ts'
import { OrderLevel } from '../domain/order.ts'
import { DaysLeft } from './days-left.tsx'
import { LevelTag } from './level-tag.tsx'

const stateWords = (order: OrderView): string =>
  `${orderStateTitles[order.state]}${order.requestsOpen > 0 ? '，有申请待答复' : ''}`

const columnsOf = (today: string): readonly Column<OrderView>[] => [
  {
    key: 'matter',
    title: '督办事项',
    render: (order) => <Link to={`/orders/${order.id}`}>{order.matter}</Link>,
  },
  {
    key: 'number',
    title: '编号',
    width: 168,
    render: ({ number }) => number ?? <span className="quiet">尚未编号</span>,
  },
  { key: 'host', title: '承办', width: 220, render: ({ host }) => host, sortBy: ({ host }) => host },
  {
    key: 'assists',
    title: '协办',
    width: 150,
    render: ({ assists }) => <NameList names={assists.map(({ name }) => name)} none="无" />,
  },
  {
    key: 'due',
    title: '时限',
    width: 200,
    render: (order) => <DaysLeft order={order} today={today} />,
    sortBy: ({ dueOn }) => dueOn,
  },
  {
    key: 'urges',
    title: '催办',
    width: 64,
    align: 'right',
    render: ({ urges }) => urges,
    sortBy: ({ urges }) => urges,
  },
  { key: 'state', title: '状态', width: 110, render: stateWords, sortBy: ({ state }) => state },
]

/** Where the table stands on a page for reading, the case itself needs the room. */
const leftOutWhenNarrow = new Set(['assists', 'urges'])

function OrderCard({ order, today }: { order: OrderView; today: string }) {
  return (
    <>
      <Link className="card-title" to={`/orders/${order.id}`}>
        <LevelTag level={order.level} standing={order.standing} /> {order.matter}
      </Link>
      <div className="card-line">
        <span>{order.host}</span>
        <span>{stateWords(order)}</span>
      </div>
      <div className="card-line">
        <span>{order.number ?? '尚未编号'}</span>
        <DaysLeft order={order} today={today} />
      </div>
    </>
  )
}

const rank = (order: OrderView): number => -OrderLevel.options.indexOf(order.level)

interface OrderTableProps {
  caption: string
  orders: readonly OrderView[]
  today: string
  /** Under headings by level, the gravest first. */
  byLevel?: boolean
  isNarrow?: boolean
}

/** Cases in a table; a phone shows cards. */
export function OrderTable({ caption, orders, today, byLevel = false, isNarrow = false }: OrderTableProps) {
  const navigate = useNavigate()
  const rows = byLevel ? [...orders].sort((a, b) => rank(a) - rank(b)) : orders
  return (
    <DataTable
      caption={caption}
      columns={columnsOf(today).filter(({ key }) => !isNarrow || !leftOutWhenNarrow.has(key))}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/orders/${id}` })}
      {...(byLevel && { groupOf: levelTitle })}
      renderCard={(order) => <OrderCard order={order} today={today} />}
    />
  )
}
