import { type RefObject, useLayoutEffect, useState } from 'react'

/** Whether the table is wider than its place; it then scrolls in a window of its own, otherwise with the page. */
export function useIsWiderThanPlace(scroller: RefObject<HTMLElement | null>): boolean {
  const [wider, setWider] = useState(false)
  useLayoutEffect(() => {
    const place = scroller.current
    const table = place?.firstElementChild
    if (!place || !table) return
    const look = () => setWider(table.scrollWidth > place.clientWidth + 1)
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(place)
    return () => watcher.disconnect()
  }, [scroller])
  return wider
}
