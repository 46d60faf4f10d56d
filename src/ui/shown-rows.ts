import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useState } from 'react'

/** Up to here a browser lays a whole table out without a pause. */
const wholeUpTo = 200

function useIsPrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const query = window.matchMedia('print')
    const changed = () => setPrinting(query.matches)
    query.addEventListener('change', changed)
    return () => query.removeEventListener('change', changed)
  }, [])
  return printing
}

interface ShownRows<R> {
  shown: readonly { row: R; index: number }[]
  /** Pixels of rows left out above and below. */
  above: number
  below: number
  /** Given to each row that is drawn, so that its real height counts; absent when all are drawn. */
  measure?: (row: HTMLTableRowElement | null) => void
}

/** The rows to draw now: all of a short table and all on paper, otherwise those in sight of the scroller. */
export function useShownRows<R>(
  rows: readonly R[],
  rowHeight: number,
  scroller: RefObject<HTMLElement | null>,
): ShownRows<R> {
  const printing = useIsPrinting()
  const whole = printing || rows.length <= wholeUpTo
  // oxlint-disable-next-line react/incompatible-library -- nothing that memoises is handed these functions
  const virtual = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: whole ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 0, height: 800 },
  })
  if (whole) return { shown: rows.map((row, index) => ({ row, index })), above: 0, below: 0 }
  const items = virtual.getVirtualItems()
  const shown = items.flatMap(({ index }) => {
    const row = rows[index]
    return row === undefined ? [] : [{ row, index }]
  })
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return { shown, above: items[0]?.start ?? 0, below, measure: virtual.measureElement }
}
