import { type RefObject, useEffect, useRef } from 'react'

interface ThreadProps {
  /** The positioned element the thread is drawn in; both ends lie inside it. */
  frame: RefObject<HTMLElement | null>
  /** Finds the two ends now; they may scroll, move or be missing. Inside `[data-thread-edge]` the thread leaves from that edge, so that it crosses no words. */
  from: () => Element | null
  to: () => Element | null
  /** Changes when the ends become other elements. */
  token: string | null
}

interface Point {
  x: number
  y: number
}

function endOf(element: Element, frame: DOMRect, side: 'left' | 'right'): Point | null {
  const lines = element.getClientRects()
  const box = lines[0]
  const pane = element.closest('.split-side')?.getBoundingClientRect()
  if (!box || !pane) return null
  const y = box.top + box.height / 2
  if (y < pane.top - 4 || y > pane.bottom + 4) return null
  const edge = element.closest('[data-thread-edge]')?.getBoundingClientRect()
  return { x: (edge ?? box)[side] - frame.left, y: y - frame.top }
}

function pathBetween(a: Point | null, b: Point | null): string {
  if (!a || !b) return ''
  const bend = Math.max(12, (b.x - a.x) / 2)
  return `M${a.x} ${a.y}C${a.x + bend} ${a.y} ${b.x - bend} ${b.y} ${b.x} ${b.y}`
}

/** A hairline from the words of the document to what was found in them; redrawn once a frame while either side scrolls. */
export function Thread({ frame, from, to, token }: ThreadProps) {
  const line = useRef<SVGPathElement>(null)
  useEffect(() => {
    const box = frame.current
    if (!box || token === null) return line.current?.setAttribute('d', '')
    let asked = 0
    const draw = () => {
      const [a, b, around] = [from(), to(), box.getBoundingClientRect()]
      const ends = a && b ? pathBetween(endOf(a, around, 'right'), endOf(b, around, 'left')) : ''
      line.current?.setAttribute('d', ends)
    }
    const ask = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(draw)
    }
    ask()
    const watcher = new ResizeObserver(ask)
    watcher.observe(box)
    box.addEventListener('scroll', ask, { capture: true, passive: true })
    box.addEventListener('pointermove', ask, { passive: true })
    return () => {
      cancelAnimationFrame(asked)
      watcher.disconnect()
      box.removeEventListener('scroll', ask, { capture: true })
      box.removeEventListener('pointermove', ask)
    }
  }, [frame, from, to, token])
  return (
    <svg className="thread no-print" aria-hidden>
      <path ref={line} />
    </svg>
  )
}
