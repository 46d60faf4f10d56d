import { Tabs } from 'antd'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** A page beside what was found: names, corrections, facts of the document. */
export interface Panel {
  key: string
  label: ReactNode
  content: ReactNode
}

interface SidePanelsProps {
  panels: readonly Panel[]
  shown: string
  onShow?: (key: string) => void
}

/** The right side of the workbench in pages; only the one in sight is drawn. */
export function SidePanels({ panels, shown, onShow }: SidePanelsProps) {
  const pages = useRef<HTMLDivElement>(null)
  // The pages share one scrolling pane; each begins at its top.
  useLayoutEffect(() => {
    const pane = shown === '' ? null : pages.current?.closest('.split-side')
    if (pane) pane.scrollTop = 0
  }, [shown])
  const current = panels.find(({ key }) => key === shown) ?? panels[0]
  if (!current) return null
  if (panels.length === 1) return current.content
  return (
    <div className="side-panels" ref={pages}>
      <Tabs
        className="side-tabs no-print"
        size="small"
        activeKey={current.key}
        items={panels.map(({ key, label }) => ({ key, label }))}
        onChange={onShow}
      />
      {current.content}
    </div>
  )
}
