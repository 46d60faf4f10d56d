import { Tabs } from 'antd'
import type { ReactNode } from 'react'

/** A page beside what was found: names, corrections, facts of the document. */
export interface Panel {
  key: string
  label: ReactNode
  content: ReactNode
}

interface SidePanelsProps {
  panels: readonly Panel[]
  shown: string
  onShow: (key: string) => void
}

/** The right side of the workbench in pages; only the one in sight is drawn. */
export function SidePanels({ panels, shown, onShow }: SidePanelsProps) {
  const current = panels.find(({ key }) => key === shown) ?? panels[0]
  if (!current) return null
  if (panels.length === 1) return current.content
  return (
    <div className="side-panels">
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
