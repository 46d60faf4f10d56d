import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { useWrite } from '#ui/client.ts'
import { type ScheduleView, type StepView, scheduleContract } from '../contract.ts'

interface DoneDialogProps {
  schedule: ScheduleView
  step: StepView
  onClose: () => void
}

/** Marks a step done on a day; today unless said otherwise. */
export function DoneDialog({ schedule, step, onClose }: DoneDialogProps) {
  const { taskId, id: revisionId, today } = schedule
  const [doneOn, setDoneOn] = useState(today)
  const complete = useWrite(scheduleContract.completeStep, { quiet: true, onDone: onClose })
  const { error } = complete
  return (
    <Modal
      open
      title={`“${step.title}”办结`}
      okText="办结"
      cancelText="取消"
      okButtonProps={{ disabled: doneOn === '', loading: complete.isPending }}
      onOk={() => complete.mutate({ taskId, stepId: step.id, revisionId, doneOn })}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="form-stack">
        <label>
          <span className="form-label">办结日期</span>
          <Input type="date" max={today} value={doneOn} onChange={(e) => setDoneOn(e.target.value)} />
        </label>
        <p className="quiet">原定最迟 {step.finishOn ?? '未排'} 完成。</p>
        {error && (
          <p className="form-refusal" role="alert">
            {error instanceof Refusal ? error.message : '没有办成。请再试一次。'}
          </p>
        )}
      </div>
    </Modal>
  )
}
