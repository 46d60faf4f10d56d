import { Fragment, type ReactNode } from 'react'

interface CardListProps<R> {
  rows: readonly R[]
  rowKey: (row: R) => string
  groupOf: ((row: R) => string) | undefined
  renderCard: (row: R) => ReactNode
}

/** A list for one hand: a card for each row, headings between them. */
export function CardList<R>({ rows, rowKey, groupOf, renderCard }: CardListProps<R>) {
  return (
    <ul className="card-list">
      {rows.map((row, i) => {
        const before = rows[i - 1]
        const isFirst = groupOf && (before === undefined || groupOf(before) !== groupOf(row))
        return (
          <Fragment key={rowKey(row)}>
            {isFirst && <li className="card-group">{groupOf(row)}</li>}
            <li className="card">{renderCard(row)}</li>
          </Fragment>
        )
      })}
    </ul>
  )
}
