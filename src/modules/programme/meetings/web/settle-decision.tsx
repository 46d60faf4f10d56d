import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { type DecisionView, meetingContract } from '../contract.ts'
import { titleOf } from '../domain/decision.ts'

interface SettleDecisionProps {
  decision: DecisionView
  open: boolean
  onClose: () => void
}

type Way = 'join' | 'place' | 'aside'

/** One of three for every decision: part of a task, a task of its own, or none with a reason. */
export function SettleDecision({ decision, open, onClose }: SettleDecisionProps) {
  return (
    <Modal open={open} title="落实议定事项" footer={null} onCancel={onClose} destroyOnHidden>
      <SettleForm decision={decision} onClose={onClose} />
    </Modal>
  )
}

function SettleForm({ decision, onClose }: Omit<SettleDecisionProps, 'open'>) {
  const { id: decisionId, similar, words, programmeId } = decision
  const [way, setWay] = useState<Way>(similar.length > 0 ? 'join' : 'place')
  const [taskId, setTaskId] = useState(similar[0]?.taskId ?? '')
  const [title, setTitle] = useState(() => titleOf(words))
  const [reason, setReason] = useState('')
  const options = { quiet: true, onDone: onClose }
  const join = useWrite(meetingContract.joinDecision, options)
  const place = useWrite(meetingContract.placeDecision, options)
  const aside = useWrite(meetingContract.setDecisionAside, options)
  const acts = {
    join: { able: taskId !== '', run: () => join.mutate({ decisionId, taskId }), of: join },
    place: { able: title.trim().length >= 4, run: () => place.mutate({ decisionId, title }), of: place },
    aside: { able: reason.trim().length >= 4, run: () => aside.mutate({ decisionId, reason }), of: aside },
  }
  const act = acts[way]
  return (
    <div className="form-stack">
      <p className="decision-words">{words}</p>
      <Radio.Group value={way} onChange={(e) => setWay(e.target.value)} className="settle-ways">
        <Radio value="join">并入已有任务</Radio>
        <Radio value="place">立为新任务</Radio>
        <Radio value="aside">不立任务</Radio>
      </Radio.Group>
      {way === 'join' && <JoinChoice {...{ programmeId, similar, taskId, onPick: setTaskId }} />}
      {way === 'place' && (
        <label>
          <span className="form-label">任务名称（责任单位、期限照议定内容；方案重新印发时不会丢失）</span>
          <Input maxLength={80} value={title} onChange={(e) => setTitle(e.target.value)} />
        </label>
      )}
      {way === 'aside' && (
        <label>
          <span className="form-label">理由</span>
          <Input.TextArea
            rows={3}
            maxLength={200}
            showCount
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        </label>
      )}
      {act.of.error && (
        <p className="form-refusal" role="alert">
          {act.of.error.message}
        </p>
      )}
      <div className="form-acts">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" disabled={!act.able} loading={act.of.isPending} onClick={act.run}>
          {way === 'join' ? '并入' : way === 'place' ? '立为任务' : '不立任务'}
        </Button>
      </div>
    </div>
  )
}

interface JoinChoiceProps {
  programmeId: string
  similar: DecisionView['similar']
  taskId: string
  onPick: (taskId: string) => void
}

/** Proposals with their reasons first; any other task may be chosen. */
function JoinChoice({ programmeId, similar, taskId, onPick }: JoinChoiceProps) {
  const tasks = useRead(programmeContract.listTasks, { programmeId })
  const options = (tasks.data ?? []).map(({ id, number, title, initials }) => ({
    value: id,
    label: `${number} ${title}`,
    search: `${number} ${title} ${initials}`,
  }))
  return (
    <div>
      {similar.length === 0 && <p className="quiet">没有内容相近的任务，可在全部任务中选定。</p>}
      <Radio.Group value={taskId} onChange={(e) => onPick(e.target.value)} className="similar-tasks">
        {similar.map((one) => (
          <Radio key={one.taskId} value={one.taskId}>
            {one.label}
            <small className="quiet">{one.reasons.join('；')}</small>
          </Radio>
        ))}
      </Radio.Group>
      <Select
        aria-label="其他任务"
        showSearch={{ filterOption: (text, option) => option?.search.includes(text.toLowerCase()) === true }}
        placeholder="选其他任务，按名称或拼音首字母查找"
        value={similar.some((one) => one.taskId === taskId) || taskId === '' ? undefined : taskId}
        options={options}
        onChange={onPick}
        style={{ width: '100%' }}
      />
    </div>
  )
}
