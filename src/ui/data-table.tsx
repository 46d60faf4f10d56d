import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useShownRows } from './shown-rows.ts'
import { type Sort, sortRows } from './sort-rows.ts'
import { EmptyState } from './states.tsx'
import { TableHead } from './table-head.tsx'
import { useSort } from './use-sort.ts'

export interface Column<R> {
  key: string
  title: string
  render: (row: R) => ReactNode
  /** Pixels; the rest of the width goes to columns without one. */
  width?: number
  align?: 'left' | 'right'
  /** What the column is sorted by; without it the head is plain text. Null and empty sort last either way. */
  sortBy?: (row: R) => string | number | null
}

export interface DataTableProps<R> {
  /** What the table holds, read aloud and printed above it: “任务清单”. */
  caption: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** Opens the record; rows are then reached with the arrow keys. */
  onOpen?: (row: R) => void
  /** 36 px rows for ledgers instead of 40. */
  ledger?: boolean
  /** Name in the address the order is kept under; without it the order lives with the table. */
  sortWord?: string
  firstSort?: Sort
  empty?: ReactNode
  /** Height of the scrolling window; without it the table scrolls with the page. */
  height?: number | string
}

function moveFocus(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = event.target instanceof Element ? event.target.closest('tr') : null
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  if (!(next instanceof HTMLElement) || next.dataset.key === undefined) return
  event.preventDefault()
  next.focus()
}

/** A real table: sticky head and first column, sorted by its heads, long ones drawn as they are scrolled to, printed whole. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, columns, rows, rowKey, onOpen, ledger = false, sortWord, firstSort, empty, height } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [sort, setSort] = useSort(sortWord, firstSort)
  const sorted = sortRows(rows, columns.find((c) => c.key === sort?.key)?.sortBy, sort?.down ?? false)
  const { shown, above, below } = useShownRows(sorted, ledger ? 36 : 40, scroller)
  if (rows.length === 0) return <>{empty ?? <EmptyState title="没有符合条件的记录" />}</>
  return (
    <div className="table-scroller" ref={scroller} style={{ maxHeight: height }} data-long={shown.length < rows.length}>
      <table className={`data-table${ledger ? ' ledger' : ''}${onOpen ? ' opens' : ''}`} aria-rowcount={rows.length}>
        <caption className="unseen">{caption}</caption>
        <TableHead columns={columns} sort={sort} onSort={setSort} />
        <tbody onKeyDown={moveFocus}>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map((row) => (
            <Row key={rowKey(row)} id={rowKey(row)} {...{ row, columns, onOpen }} />
          ))}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps<R> extends Pick<DataTableProps<R>, 'columns' | 'onOpen'> {
  row: R
  id: string
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a,button,input,label') !== null

function Row<R>({ row, id, columns, onOpen }: RowProps<R>) {
  const open = onOpen && {
    tabIndex: 0,
    onClick: (e: React.MouseEvent) =>
      !isControl(e.target) && window.getSelection()?.isCollapsed !== false && onOpen(row),
    onKeyDown: (e: KeyboardEvent) => e.key === 'Enter' && e.target === e.currentTarget && onOpen(row),
  }
  return (
    <tr data-key={id} {...open}>
      {columns.map(({ key, align, render }, i) =>
        i === 0 ? (
          <th key={key} scope="row" className={align}>
            {render(row)}
          </th>
        ) : (
          <td key={key} className={align}>
            {render(row)}
          </td>
        ),
      )}
    </tr>
  )
}
