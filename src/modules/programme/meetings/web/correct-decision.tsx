import { Input, Modal } from 'antd'
import { useState } from 'react'
import { AgencyChoice } from '#modules/office/organisations/web/index.tsx'
import { useForm } from '#ui/use-form.ts'
import { type DecisionView, meetingContract } from '../contract.ts'

interface CorrectDecisionProps {
  decision: DecisionView
  open: boolean
  onClose: () => void
}

const shownOf = ({ id, words, owners, dueOn }: CorrectDecisionProps['decision']) => ({
  decisionId: id,
  words,
  agencyIds: owners.map(({ agencyId, name }) => agencyId ?? name),
  dueOn,
})

/** What was read stays; what a person says instead is kept beside it. */
export function CorrectDecision({ decision, open, onClose }: CorrectDecisionProps) {
  const [words, setWords] = useState(decision.words)
  const [agencyIds, setAgencyIds] = useState(() => decision.owners.flatMap(({ agencyId }) => agencyId ?? []))
  const [dueOn, setDueOn] = useState(decision.dueOn ?? '')
  const correct = useForm(meetingContract.correctDecision, open ? shownOf(decision) : null, {
    quiet: true,
    onDone: onClose,
  })
  const unknown = decision.owners.filter(({ agencyId }) => agencyId === null).map(({ name }) => name)
  return (
    <Modal
      open={open}
      title="更正议定事项"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: correct.isPending, disabled: words.trim().length < 4 }}
      onOk={() => correct.mutate({ decisionId: decision.id, words, agencyIds, dueOn: dueOn === '' ? null : dueOn })}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="form-stack">
        <label>
          <span className="form-label">议定内容</span>
          <Input.TextArea rows={4} maxLength={500} value={words} onChange={(e) => setWords(e.target.value)} />
        </label>
        <div>
          <span className="form-label">责任单位（第一个为牵头）</span>
          <AgencyChoice label="责任单位" value={agencyIds} many onChange={setAgencyIds} />
          {unknown.length > 0 && (
            <p className="quiet">记录中写的是“{unknown.join('、')}”，名录中没有，请选定对应单位。</p>
          )}
        </div>
        <label>
          <span className="form-label">期限（留空为未定）</span>
          <Input type="date" value={dueOn} onChange={(e) => setDueOn(e.target.value)} />
        </label>
        {correct.error && (
          <p className="form-refusal" role="alert">
            {correct.error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
