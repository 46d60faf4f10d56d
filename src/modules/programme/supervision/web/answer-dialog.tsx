import { Input, Modal } from 'antd'
import { useState } from 'react'
import { FilePick, type FileShown } from '#modules/office/files/web/index.tsx'

interface AnswerDialogProps {
  open: boolean
  title: string
  act: string
  /** Under which files that wait for a line are found again. */
  place: string
  pending: boolean
  error: Error | null
  onConfirm: (said: { words: string; fileIds: string[] }) => void
  onCancel: () => void
}

/** What was done, with photos and files as proof. */
export function AnswerDialog({ open, title, act, place, pending, error, onConfirm, onCancel }: AnswerDialogProps) {
  const [words, setWords] = useState('')
  const [files, setFiles] = useState<readonly FileShown[]>([])
  const [sending, setSending] = useState(0)
  const missing = 4 - words.trim().length
  return (
    <Modal
      open={open}
      title={title}
      okText={act}
      cancelText="取消"
      okButtonProps={{ disabled: missing > 0 || sending > 0, loading: pending }}
      onOk={() => onConfirm({ words: words.trim(), fileIds: files.map(({ id }) => id) })}
      onCancel={onCancel}
      destroyOnHidden
    >
      <div className="form-stack">
        <label>
          <span className="form-label">办理情况</span>
          <Input.TextArea
            rows={5}
            maxLength={500}
            showCount
            value={words}
            onChange={(e) => setWords(e.target.value)}
            placeholder="做了什么、到什么程度、下一步何时完成"
          />
        </label>
        <FilePick
          place={place}
          files={files}
          onAdd={(file) => setFiles((old) => [...old.filter(({ id }) => id !== file.id), file])}
          onRemove={(id) => setFiles((old) => old.filter((file) => file.id !== id))}
          onPending={setSending}
        />
        {error && (
          <p className="form-refusal" role="alert">
            {error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
