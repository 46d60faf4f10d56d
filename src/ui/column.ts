import type { ReactNode } from 'react'

export interface Column<R> {
  key: string
  title: string
  /** Whether the head is read aloud only: of a column of buttons. */
  unseenTitle?: boolean
  render: (row: R) => ReactNode
  /** Pixels; the rest of the width goes to columns without one. */
  width?: number
  align?: 'left' | 'right'
  /**
   * What the column is sorted by, `server` where its rows come in order already; without it the head is plain text. Null and
   * empty sort last either way.
   */
  sortBy?: ((row: R) => string | number | null) | 'server'
}
