import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { type ScheduleView, scheduleContract } from '../contract.ts'
import type { ScheduleChange } from '../domain/change.ts'
import { PreviewList } from './preview-list.tsx'

interface ChangeDialogProps {
  schedule: ScheduleView
  title: string
  /** The act in one word. */
  act: string
  /** Null while the form is not complete. */
  change: ScheduleChange | null
  /** The fields of the change, above what it would move. */
  children?: ReactNode
  onClose: () => void
}

const sentence = (error: Error): string => (error instanceof Refusal ? error.message : '没有办成。请再试一次。')

/** A change of a schedule: shows what would move while it is being made, and takes it with a reason. */
export function ChangeDialog({ schedule, title, act, change, children, onClose }: ChangeDialogProps) {
  const { taskId, id: revisionId } = schedule
  const [reason, setReason] = useState('')
  const preview = useRead(
    scheduleContract.previewChange,
    { taskId, change: JSON.stringify(change) },
    { enabled: change !== null, keepOld: true },
  )
  const save = useWrite(scheduleContract.changeSchedule, { quiet: true, onDone: onClose })
  const error = save.error ?? preview.error
  const isPossible = preview.data !== undefined && preview.data.conflict === null && preview.error === null
  const isReady = change !== null && isPossible && reason.trim().length >= 4
  const confirm = () => change && save.mutate({ taskId, revisionId, change, reason: reason.trim() })
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={act}
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: save.isPending }}
      onOk={confirm}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="form-stack">
        {children}
        {change !== null && preview.data && preview.error === null && <PreviewList preview={preview.data} />}
        <label>
          <span className="form-label">理由</span>
          <Input.TextArea
            rows={2}
            maxLength={200}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
            placeholder="写明依据，会记入变更记录"
          />
        </label>
        {error && change !== null && (
          <p className="form-refusal" role="alert">
            {sentence(error)}
          </p>
        )}
      </div>
    </Modal>
  )
}
