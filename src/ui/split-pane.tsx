import { Segmented } from 'antd'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useIsPhone } from './media.ts'

interface Side {
  title: string
  content: ReactNode
}

interface SplitPaneProps {
  left: Side
  right: Side
  /** Share of the left side at first, in per cent. */
  share?: number
  /** On a phone: which side is shown; the caller turns it when something is picked. */
  side?: 'left' | 'right'
  onSide?: (side: 'left' | 'right') => void
}

const least = 30
const most = 70
const clamp = (share: number) => Math.min(most, Math.max(least, share))

/** Two columns with a divider that can be dragged or moved with the arrow keys; on a phone, two tabs. */
export function SplitPane({ left, right, share: first = 55, side = 'left', onSide }: SplitPaneProps) {
  const phone = useIsPhone()
  const frame = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(first)
  if (phone) {
    const options = [
      { value: 'left' as const, label: left.title },
      { value: 'right' as const, label: right.title },
    ]
    return (
      <div className="split-phone">
        <Segmented block value={side} options={options} onChange={(next) => onSide?.(next)} />
        <section className="split-side" aria-label={left.title} tabIndex={0} hidden={side !== 'left'}>
          {left.content}
        </section>
        <section className="split-side" aria-label={right.title} tabIndex={0} hidden={side !== 'right'}>
          {right.content}
        </section>
      </div>
    )
  }
  const drag = (e: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (box && e.currentTarget.hasPointerCapture(e.pointerId))
      setShare(clamp(((e.clientX - box.left) / box.width) * 100))
  }
  const step = (e: KeyboardEvent) => {
    if (e.key === 'ArrowLeft') setShare((s) => clamp(s - 2))
    if (e.key === 'ArrowRight') setShare((s) => clamp(s + 2))
  }
  return (
    <div className="split" ref={frame} style={{ '--share': `${share}%` }}>
      {/* Reached by the keyboard, as each side scrolls by itself. */}
      <section className="split-side" aria-label={left.title} tabIndex={0}>
        {left.content}
      </section>
      <div
        className="split-divider no-print"
        role="separator"
        aria-orientation="vertical"
        aria-label="调整两栏宽度"
        aria-valuenow={Math.round(share)}
        aria-valuemin={least}
        aria-valuemax={most}
        tabIndex={0}
        onPointerDown={(e) => e.currentTarget.setPointerCapture(e.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setShare(first)}
        onKeyDown={step}
      />
      <section className="split-side" aria-label={right.title} tabIndex={0}>
        {right.content}
      </section>
    </div>
  )
}
