import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { Refusal } from '#kernel/errors.ts'

interface ConfirmReasonProps {
  open: boolean
  /** “作废这份草稿” */
  title: string
  /** What will happen, in one sentence. */
  children?: ReactNode
  /** The act in one word, on the button: 作废 接受 退回. */
  act: string
  /** Red button: what is done cannot be undone. */
  grave?: boolean
  /** Least number of characters of a reason that says something. */
  least?: number
  pending?: boolean
  /** The server's refusal of the last try. */
  error?: Error | null
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** An act that must be explained: the reason is kept in the audit trail. */
export function ConfirmReason(props: ConfirmReasonProps) {
  const { open, title, children, act, grave = false, least = 4, pending = false, error, onConfirm, onCancel } = props
  const [reason, setReason] = useState('')
  const missing = least - reason.trim().length
  return (
    <Modal
      open={open}
      title={title}
      okText={act}
      cancelText="取消"
      okButtonProps={{ danger: grave, disabled: missing > 0, loading: pending }}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onCancel}
      afterClose={() => setReason('')}
      destroyOnHidden
    >
      <div className="form-stack">
        {children && <p>{children}</p>}
        <label>
          <span className="form-label">理由</span>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={200}
            showCount
            value={reason}
            onChange={(e) => setReason(e.target.value)}
            placeholder="写明依据，会记入审计日志"
          />
        </label>
        {missing > 0 && reason !== '' && <p className="quiet">再写 {missing} 个字。</p>}
        {error && (
          <p className="form-refusal" role="alert">
            {error instanceof Refusal ? error.message : '没有办成。请再试一次。'}
          </p>
        )}
      </div>
    </Modal>
  )
}
