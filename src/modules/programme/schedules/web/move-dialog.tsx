import type { ScheduleView, StepView } from '../contract.ts'
import { askedFor } from '../domain/change.ts'
import { ChangeDialog } from './change-dialog.tsx'

interface MoveDialogProps {
  schedule: ScheduleView
  step: StepView
  onClose: () => void
}

/** Sets one date of a step by hand; what depends on it moves along and is shown first. */
export function MoveDialog({ schedule, step, onClose }: MoveDialogProps) {
  return (
    <ChangeDialog
      schedule={schedule}
      title={`调整“${step.title}”的日期`}
      act="调整"
      asked={askedFor.moveStep}
      first={{ edge: step.pin?.edge ?? 'finish' }}
      fields={{ edge: { hidden: step.days === 0 } }}
      change={{ kind: 'moveStep', stepId: step.id }}
      onClose={onClose}
    >
      <p className="quiet">
        现在最迟 {step.days > 0 && `${step.startOn ?? '未排'} 开始、`}
        {step.finishOn ?? '未排'} 完成。定下的日期不再随推算变动，直到恢复推算。
      </p>
    </ChangeDialog>
  )
}
