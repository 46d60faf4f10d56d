import { type RefObject, useEffect } from 'react'

/** Where a choice was made; what lies on the other side is brought level with it. */
export type Origin = 'source' | 'findings' | 'keys'

export interface Selection {
  item: string
  origin: Origin
}

/** Pixels kept free above an item, under what is pinned there. */
const air = 12

export const markQuery = (item: string): string => `[data-items~="${CSS.escape(item)}"]`
export const findingQuery = (item: string): string => `[data-item="${CSS.escape(item)}"]`

const paneOf = (element: Element): Element | null => element.closest('.split-side')

function pinnedIn(pane: Element, element: Element): number {
  const pinned = pane.querySelector('.findings-pinned')
  return pinned && !pinned.contains(element) ? pinned.getBoundingClientRect().bottom : pane.getBoundingClientRect().top
}

/** Scrolls the pane of an element until its top stands at this height of the window, as far as the pane allows. */
function bringTo(element: Element, top: number): void {
  const pane = paneOf(element)
  if (!pane || element.closest('.problems')) return element.scrollIntoView({ block: 'nearest' })
  const box = element.getBoundingClientRect()
  const highest = pinnedIn(pane, element) + air
  const lowest = pane.getBoundingClientRect().bottom - Math.min(box.height, 160) - air
  pane.scrollTop += box.top - Math.max(highest, Math.min(lowest, top))
}

function isInSight(element: Element): boolean {
  const pane = paneOf(element)
  const box = element.getBoundingClientRect()
  return pane !== null && box.top > pinnedIn(pane, element) && box.bottom < pane.getBoundingClientRect().bottom - 40
}

function follow(frame: Element, { item, origin }: Selection): void {
  const mark = frame.querySelector(markQuery(item))
  const finding = frame.querySelector(findingQuery(item))
  if (origin === 'findings' && finding && !isInSight(finding)) finding.scrollIntoView({ block: 'nearest' })
  if (origin === 'findings' && finding && mark) return bringTo(mark, finding.getBoundingClientRect().top)
  if (origin === 'keys' && mark && !isInSight(mark)) bringTo(mark, window.innerHeight * 0.4)
  if (finding) bringTo(finding, mark ? mark.getBoundingClientRect().top : window.innerHeight * 0.4)
}

/** Keeps both columns at what is selected. A second look one frame later corrects for paragraphs that were drawn only then. */
export function useFollowing(frame: RefObject<HTMLElement | null>, selection: Selection | null): void {
  useEffect(() => {
    const box = frame.current
    if (!box || selection === null) return
    follow(box, selection)
    const later = requestAnimationFrame(() => follow(box, selection))
    return () => cancelAnimationFrame(later)
  }, [frame, selection])
}
