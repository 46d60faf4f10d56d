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
  shown: readonly R[]
  /** Pixels of rows left out above and below. */
  above: number
  below: number
}

/** The rows to draw now: all of a short table and all on paper, otherwise those in sight. The scroller then needs a height. */
export function useShownRows<R>(
  rows: readonly R[],
  rowHeight: number,
  scroller: RefObject<HTMLElement | null>,
): ShownRows<R> {
  const printing = useIsPrinting()
  const whole = printing || rows.length <= wholeUpTo
  // oxlint-disable-next-line react/incompatible-library -- nothing that memoises is handed these functions
  const virtual = useVirtualizer({
    count: whole ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 0, height: 800 },
  })
  if (whole) return { shown: rows, above: 0, below: 0 }
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  if (!first || !last) return { shown: rows.slice(0, 40), above: 0, below: Math.max(0, rows.length - 40) * rowHeight }
  return {
    shown: rows.slice(first.index, last.index + 1),
    above: first.start,
    below: virtual.getTotalSize() - last.end,
  }
}
