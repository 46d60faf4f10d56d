import { Input, Modal } from 'antd'
import { useState } from 'react'
import { FilePick, type FileShown } from '#modules/office/files/web/index.tsx'
import { useWrite } from '#ui/client.ts'
import { type DecisionView, meetingContract } from '../contract.ts'

interface FinishDecisionProps {
  decision: DecisionView
  open: boolean
  onClose: () => void
}

/** The result in a sentence, with the file or photo that proves it. */
export function FinishDecision({ decision, open, onClose }: FinishDecisionProps) {
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<readonly FileShown[]>([])
  const [pending, setPending] = useState(0)
  const finish = useWrite(meetingContract.finishDecision, { quiet: true, onDone: onClose })
  return (
    <Modal
      open={open}
      title="办结议定事项"
      okText="办结"
      cancelText="取消"
      okButtonProps={{ loading: finish.isPending, disabled: note.trim().length < 4 || pending > 0 }}
      onOk={() => finish.mutate({ decisionId: decision.id, note, fileIds: files.map(({ id }) => id) })}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="form-stack">
        <p className="decision-words">{decision.words}</p>
        <label>
          <span className="form-label">办理结果</span>
          <Input.TextArea rows={3} maxLength={500} showCount value={note} onChange={(e) => setNote(e.target.value)} />
        </label>
        <FilePick
          place={`decision:${decision.id}`}
          files={files}
          onAdd={(file) => setFiles((old) => [...old.filter(({ id }) => id !== file.id), file])}
          onRemove={(id) => setFiles((old) => old.filter((one) => one.id !== id))}
          onPending={setPending}
        />
        {finish.error && (
          <p className="form-refusal" role="alert">
            {finish.error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
