import type { Sort } from '#kernel/sort-rows.ts'
import type { Column } from './column.ts'

interface TableHeadProps<R> {
  columns: readonly Column<R>[]
  sort: Sort | undefined
  onSort: (sort: Sort | undefined) => void
}

const next = (key: string, sort: Sort | undefined): Sort | undefined => {
  if (sort?.key !== key) return { key, down: false }
  return sort.down ? undefined : { key, down: true }
}

const direction = (key: string, sort: Sort | undefined) => {
  if (sort?.key !== key) return 'none'
  return sort.down ? 'descending' : 'ascending'
}

/** Heads that sort: once upwards, twice downwards, three times as it came. */
export function TableHead<R>({ columns, sort, onSort }: TableHeadProps<R>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, unseenTitle, width, align, sortBy }) => (
          <th
            key={key}
            scope="col"
            className={align}
            style={{ width, minWidth: width }}
            aria-sort={sortBy && direction(key, sort)}
          >
            {sortBy ? (
              <>
                <button type="button" className="plain-button no-print" onClick={() => onSort(next(key, sort))}>
                  {title}
                  <span className="sort-sign" aria-hidden>
                    {sort?.key !== key ? '' : sort.down ? '↓' : '↑'}
                  </span>
                </button>
                {/* A button is left out where a head is repeated on the next sheet. */}
                <span className="only-print">{title}</span>
              </>
            ) : (
              <span className={unseenTitle ? 'unseen' : undefined}>{title}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
