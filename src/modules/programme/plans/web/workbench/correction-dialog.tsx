import { Modal } from 'antd'
import { useState } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { Quote } from '#ui/quote.tsx'
import { Correction, correctionTitles } from '../../domain/corrections/correction.ts'
import { CorrectionFields } from './correction-fields.tsx'
import { type Draft, draftOf } from './draft.ts'
import type { Editing } from './editing.ts'

interface CorrectionDialogProps {
  plan: CompiledPlan
  editing: Editing
  /** Resolves when it is kept; its refusal is shown here. */
  onCorrect: (correction: Correction) => Promise<unknown>
  onClose: () => void
}

/** The words of the document the correction is about. */
function sourceOf(plan: CompiledPlan, editing: Editing): string {
  if ('at' in editing && editing.words !== '') return plan.source.text.slice(...editing.at)
  if (editing.kind === 'changeTarget') return editing.target.clause.text
  if (editing.kind === 'addTask') return ''
  return editing.task?.text.slice(0, 200) ?? ''
}

/** Left as they were, these are no correction; the others add something even when the first proposal is taken. */
const changesWhatStands: ReadonlySet<Draft['kind']> = new Set([
  'retitleTask',
  'changeDue',
  'renameAgency',
  'changeTarget',
])

/** Asks for what a correction needs, beside the words it is about. */
export function CorrectionDialog({ plan, editing, onCorrect, onClose }: CorrectionDialogProps) {
  const [first] = useState<Draft>(() => draftOf(plan, editing))
  const [draft, setDraft] = useState(first)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const keep = async () => {
    if (changesWhatStands.has(draft.kind) && JSON.stringify(draft) === JSON.stringify(first)) return onClose()
    const parsed = Correction.safeParse(draft)
    if (!parsed.success) return setComplaint(parsed.error.issues[0]?.message ?? '请核对填写的内容。')
    setPending(true)
    try {
      await onCorrect(parsed.data)
      onClose()
    } catch (problem) {
      setComplaint(problem instanceof Error ? problem.message : String(problem))
    }
    setPending(false)
  }
  const source = sourceOf(plan, editing)
  return (
    <Modal
      open
      title={correctionTitles[editing.kind]}
      okText="保存更正"
      cancelText="取消"
      confirmLoading={pending}
      onOk={() => void keep()}
      onCancel={onClose}
    >
      <form
        className="form-stack"
        onSubmit={(e) => {
          e.preventDefault()
          void keep()
        }}
      >
        {source !== '' && <Quote>{source}</Quote>}
        <CorrectionFields plan={plan} draft={draft} onDraft={setDraft} />
        {complaint !== null && (
          <p className="form-refusal" role="alert">
            {complaint}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
