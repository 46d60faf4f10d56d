import { Input, Segmented } from 'antd'
import { useState } from 'react'
import type { ScheduleView, StepView } from '../contract.ts'
import { ChangeDialog } from './change-dialog.tsx'

interface MoveDialogProps {
  schedule: ScheduleView
  step: StepView
  onClose: () => void
}

/** Sets one date of a step by hand; what depends on it moves along and is shown first. */
export function MoveDialog({ schedule, step, onClose }: MoveDialogProps) {
  const [edge, setEdge] = useState<'start' | 'finish'>(step.pin?.edge ?? 'finish')
  const [on, setOn] = useState('')
  const change = on === '' ? null : { kind: 'moveStep' as const, stepId: step.id, edge, on }
  return (
    <ChangeDialog schedule={schedule} title={`调整“${step.title}”的日期`} act="调整" change={change} onClose={onClose}>
      <p className="quiet">
        现在最迟 {step.startOn ?? '未排'} 开始、{step.finishOn ?? '未排'} 完成。定下的日期不再随推算变动，直到恢复推算。
      </p>
      <div className="move-fields">
        <Segmented
          aria-label="定哪个日期"
          value={edge}
          options={[
            { value: 'start', label: '定开始日期' },
            { value: 'finish', label: '定完成日期' },
          ]}
          onChange={(value) => setEdge(value === 'start' ? 'start' : 'finish')}
        />
        <Input type="date" aria-label="日期" value={on} onChange={(e) => setOn(e.target.value)} />
      </div>
    </ChangeDialog>
  )
}
