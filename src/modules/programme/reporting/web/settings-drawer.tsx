import { Drawer, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { type ReportingView, reportingContract } from '../contract.ts'
import { DelegationSettings } from './delegation-settings.tsx'
import { QuestionSettings } from './question-settings.tsx'
import { RhythmSettings } from './rhythm-settings.tsx'
import { SourceSettings } from './source-settings.tsx'
import './settings.css'

interface SettingsDrawerProps {
  programmeId: string
  open: boolean
  onClose: () => void
  /** The people who report. */
  people: ReactNode
}

const tabsOf = (reporting: ReportingView, people: ReactNode) => [
  { key: 'rhythm', label: '周期', children: <RhythmSettings reporting={reporting} /> },
  { key: 'source', label: '数据来源', children: <SourceSettings reporting={reporting} /> },
  { key: 'delegation', label: '委托', children: <DelegationSettings reporting={reporting} /> },
  { key: 'question', label: '附加问题', children: <QuestionSettings reporting={reporting} /> },
  { key: 'colleague', label: '人员', children: people },
]

/** How a programme is reported: rhythm, sources, delegation, questions, people. */
export function SettingsDrawer({ programmeId, open, onClose, people }: SettingsDrawerProps) {
  return (
    <Drawer title="报送设置" open={open} onClose={onClose} size={640} destroyOnHidden>
      {open && <Settings programmeId={programmeId} people={people} />}
    </Drawer>
  )
}

function Settings({ programmeId, people }: { programmeId: string; people: ReactNode }) {
  const reporting = useRead(reportingContract.getReporting, { programmeId })
  return <Reading of={reporting}>{(view) => <Tabs items={tabsOf(view, people)} />}</Reading>
}
