import { Drawer, Tabs } from 'antd'
import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { type ReportingView, statementContract } from '../../contract.ts'
import { ColleagueSettings } from './colleague-settings.tsx'
import { DelegationSettings } from './delegation-settings.tsx'
import { QuestionSettings } from './question-settings.tsx'
import { RhythmSettings } from './rhythm-settings.tsx'
import { SourceSettings } from './source-settings.tsx'
import './settings.css'

interface SettingsDrawerProps {
  programmeId: string
  open: boolean
  onClose: () => void
}

const tabsOf = (reporting: ReportingView) => [
  { key: 'rhythm', label: '周期', children: <RhythmSettings reporting={reporting} /> },
  { key: 'source', label: '数据来源', children: <SourceSettings reporting={reporting} /> },
  { key: 'delegation', label: '委托', children: <DelegationSettings reporting={reporting} /> },
  { key: 'question', label: '附加问题', children: <QuestionSettings reporting={reporting} /> },
  { key: 'colleague', label: '人员', children: <ColleagueSettings /> },
]

/** How a programme is reported: rhythm, sources, delegation, questions, people. */
export function SettingsDrawer({ programmeId, open, onClose }: SettingsDrawerProps) {
  return (
    <Drawer title="报送设置" open={open} onClose={onClose} size={640} destroyOnHidden>
      {open && <Settings programmeId={programmeId} />}
    </Drawer>
  )
}

function Settings({ programmeId }: { programmeId: string }) {
  const reporting = useRead(statementContract.getReporting, { programmeId })
  return <Reading of={reporting}>{(view) => <Tabs items={tabsOf(view)} />}</Reading>
}
