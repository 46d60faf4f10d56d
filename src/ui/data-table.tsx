import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { type Sort, sortRows } from '#kernel/sort-rows.ts'
import { CardList } from './card-list.tsx'
import type { Column } from './column.ts'
import { inGroups } from './in-groups.ts'
import { useIsPhone } from './media.ts'
import { useShownRows } from './shown-rows.ts'
import { EmptyState } from './states.tsx'
import { TableHead } from './table-head.tsx'
import { useIsWiderThanPlace } from './table-scrolls.ts'
import { useSort } from './use-sort.ts'

export interface DataTableProps<R> {
  /** What the table holds, read aloud and printed above it: “任务清单”. */
  caption: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** Opens the record; rows are then reached with the arrow keys. */
  onOpen?: (row: R) => void
  /** Unfolds below the row when it is opened: the words behind the figures. Not together with `onOpen`. */
  renderDetail?: (row: R) => ReactNode
  /** The heading a row stands under; headings keep the order in which they first occur. */
  groupOf?: (row: R) => string
  /** How many stand under a heading, where these rows are a page of a longer list. */
  groupSize?: (heading: string) => number
  /** The row as a card; a phone then shows cards instead of a table. */
  renderCard?: (row: R) => ReactNode
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
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[data-key]')]
  const next = rows[rows.findIndex((one) => one === row) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!row || !next) return
  event.preventDefault()
  next.focus()
}

/** A real table: sticky head and first column, sorted by its heads, long ones drawn as they are scrolled to, printed whole. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { columns, rows, groupOf, renderCard, sortWord, firstSort, empty } = props
  const [sort, setSort] = useSort(sortWord, firstSort)
  const phone = useIsPhone()
  if (rows.length === 0) return <>{empty ?? <EmptyState title="没有符合条件的记录" />}</>
  const by = columns.find((c) => c.key === sort?.key)?.sortBy
  const sorted = by === 'server' ? rows : sortRows(rows, by, sort?.down ?? false)
  const ordered = groupOf ? inGroups(sorted, groupOf) : sorted
  if (phone && renderCard) return <CardList {...{ rows: ordered, rowKey: props.rowKey, groupOf, renderCard }} />
  return <TableOf {...props} rows={ordered} sort={sort} onSort={setSort} />
}

interface TableOfProps<R> extends DataTableProps<R> {
  sort: Sort | undefined
  onSort: (sort: Sort | undefined) => void
}

function TableOf<R>(props: TableOfProps<R>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    onOpen,
    renderDetail,
    groupOf,
    groupSize,
    ledger = false,
    height,
    sort,
    onSort,
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const { shown, above, below, measure } = useShownRows(rows, ledger ? 36 : 40, scroller)
  const wider = useIsWiderThanPlace(scroller)
  const scrolls = wider || measure !== undefined || height !== undefined
  const toggle = (row: R) => setUnfolded((old) => (old === rowKey(row) ? null : rowKey(row)))
  const opens = renderDetail ? toggle : onOpen
  return (
    <div className="table-scroller" ref={scroller} style={{ maxHeight: height }} data-scrolls={scrolls}>
      <table
        className={`data-table${ledger ? ' ledger' : ''}${opens ? ' opens' : ''}`}
        // Only rows of a tree may say whether they are unfolded.
        role={renderDetail && 'treegrid'}
        aria-rowcount={rows.length}
      >
        <caption className="unseen">{caption}</caption>
        <TableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody onKeyDown={moveFocus}>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map(({ row, index }) => {
            const before = rows[index - 1]
            const heading = groupOf && (before === undefined || groupOf(before) !== groupOf(row)) ? groupOf(row) : null
            const open = renderDetail && unfolded === rowKey(row)
            return (
              <Fragment key={rowKey(row)}>
                {heading !== null && (
                  <Heading title={heading} columns={columns.length} {...{ rows, groupOf, groupSize }} />
                )}
                <Row id={rowKey(row)} {...{ row, index, columns, onOpen: opens, open, measure }} />
                {open && (
                  <tr className="row-detail">
                    <td colSpan={columns.length}>{renderDetail(row)}</td>
                  </tr>
                )}
              </Fragment>
            )
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  )
}

interface HeadingProps<R> extends Pick<DataTableProps<R>, 'rows' | 'groupOf'> {
  groupSize: DataTableProps<R>['groupSize'] | undefined
  title: string
  columns: number
}

function Heading<R>({ title, columns, rows, groupOf, groupSize }: HeadingProps<R>) {
  const size = groupSize?.(title) ?? rows.filter((row) => groupOf?.(row) === title).length
  return (
    <tr className="group-row">
      <th scope="colgroup" colSpan={columns}>
        <span className="group-title">
          {title} <small className="quiet">{size}</small>
        </span>
      </th>
    </tr>
  )
}

interface RowProps<R> extends Pick<DataTableProps<R>, 'columns' | 'onOpen'> {
  row: R
  id: string
  /** Its place among all rows. */
  index: number
  /** Of a row that unfolds. */
  open: boolean | undefined
  measure: ((row: HTMLTableRowElement | null) => void) | undefined
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a,button,input,label') !== null

function Row<R>({ row, id, index, columns, onOpen, open, measure }: RowProps<R>) {
  const reach = onOpen && {
    tabIndex: 0,
    'aria-expanded': open,
    onClick: (e: React.MouseEvent) =>
      !isControl(e.target) && window.getSelection()?.isCollapsed !== false && onOpen(row),
    onKeyDown: (e: KeyboardEvent) => e.key === 'Enter' && e.target === e.currentTarget && onOpen(row),
  }
  return (
    <tr data-key={id} data-index={index} ref={measure} {...reach}>
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
