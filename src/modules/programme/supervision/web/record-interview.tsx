import { Modal } from 'antd'
import { useState } from 'react'
import type { PaperView } from '../contract.ts'
import { emptyInterview, type Interview, InterviewFields } from './interview-fields.tsx'

interface RecordInterviewProps {
  paper: PaperView
  pending: boolean
  error: Error | null
  onConfirm: (interview: Interview) => void
  onCancel: () => void
}

/** What was said in the talk, written down after it. */
export function RecordInterview({ paper, pending, error, onConfirm, onCancel }: RecordInterviewProps) {
  const [value, setValue] = useState(paper.interview ?? emptyInterview(paper.issuedOn))
  return (
    <Modal
      open
      title={`约谈记录 ${paper.number}`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: pending, disabled: value.talk.trim() === '' }}
      onOk={() => onConfirm(value)}
      onCancel={onCancel}
    >
      <div className="form-stack">
        <InterviewFields value={value} onChange={setValue} record />
        {error && (
          <p className="form-refusal" role="alert">
            {error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
