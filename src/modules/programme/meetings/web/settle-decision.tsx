import { Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTaskNames } from '#modules/programme/programmes/web/index.tsx'
import { useWrite } from '#ui/client.ts'
import { byWords, type ControlProps, textIn } from '#ui/form/control.ts'
import { SchemaForm } from '#ui/schema-form.tsx'
import { type DecisionView, meetingContract } from '../contract.ts'
import { titleOf } from '../domain/decision.ts'

interface SettleDecisionProps {
  decision: DecisionView
  open: boolean
  onClose: () => void
}

const of = { decisionId: true } as const
const schemas = {
  join: meetingContract.joinDecision.input.omit(of),
  place: meetingContract.placeDecision.input.omit(of),
  aside: meetingContract.setDecisionAside.input.omit(of),
}

/** One of three for every decision: part of a task, a task of its own, or none with a reason. */
export function SettleDecision({ decision, open, onClose }: SettleDecisionProps) {
  return (
    <Modal open={open} title="落实议定事项" footer={null} onCancel={onClose} destroyOnHidden>
      <SettleForm decision={decision} onClose={onClose} />
    </Modal>
  )
}

function SettleForm({ decision, onClose }: Omit<SettleDecisionProps, 'open'>) {
  const { id: decisionId, similar, words } = decision
  const [way, setWay] = useState<keyof typeof schemas>(similar.length > 0 ? 'join' : 'place')
  const options = { quiet: true, onDone: onClose }
  const join = useWrite(meetingContract.joinDecision, options)
  const place = useWrite(meetingContract.placeDecision, options)
  const aside = useWrite(meetingContract.setDecisionAside, options)
  return (
    <div className="form-stack">
      <p className="decision-words">{words}</p>
      <Radio.Group value={way} onChange={(e) => setWay(e.target.value)} className="settle-ways">
        <Radio value="join">并入已有任务</Radio>
        <Radio value="place">立为新任务</Radio>
        <Radio value="aside">不立任务</Radio>
      </Radio.Group>
      {way === 'join' && (
        <SchemaForm
          schema={schemas.join}
          first={{ taskId: similar[0]?.taskId }}
          act="并入"
          sending={join}
          fields={{ taskId: { render: (props) => <JoinChoice {...props} of={decision} /> } }}
          onSubmit={(fields) => join.mutate({ decisionId, ...fields })}
          onCancel={onClose}
        />
      )}
      {way === 'place' && (
        <SchemaForm
          schema={schemas.place}
          first={{ title: titleOf(words) }}
          act="立为任务"
          sending={place}
          onSubmit={(fields) => place.mutate({ decisionId, ...fields })}
          onCancel={onClose}
        />
      )}
      {way === 'aside' && (
        <SchemaForm
          schema={schemas.aside}
          act="不立任务"
          sending={aside}
          onSubmit={(fields) => aside.mutate({ decisionId, ...fields })}
          onCancel={onClose}
        />
      )}
    </div>
  )
}

/** Proposals with their reasons first; any other task may be chosen. */
function JoinChoice({ of: { programmeId, similar }, value, onChange }: ControlProps & { of: DecisionView }) {
  const { options } = useTaskNames(programmeId)
  const taskId = textIn(value)
  return (
    <div>
      {similar.length === 0 && <p className="quiet">没有内容相近的任务，可在全部任务中选定。</p>}
      <Radio.Group
        aria-label="内容相近的任务"
        value={taskId}
        onChange={(e) => onChange?.(e.target.value)}
        className="similar-tasks"
      >
        {similar.map((one) => (
          <Radio key={one.taskId} value={one.taskId}>
            {one.label}
            <small className="quiet">{one.reasons.join('；')}</small>
          </Radio>
        ))}
      </Radio.Group>
      <Select
        aria-label="其他任务"
        showSearch={byWords}
        placeholder="选其他任务，按名称或拼音首字母查找"
        value={similar.some((one) => one.taskId === taskId) || taskId === '' ? undefined : taskId}
        options={options}
        onChange={(next) => onChange?.(next)}
        style={{ width: '100%' }}
      />
    </div>
  )
}
