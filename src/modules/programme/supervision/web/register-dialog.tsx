import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { addDays } from '#kernel/day.ts'
import { AgencyChoice } from '#modules/office/organisations/web/index.tsx'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { type OrderLevel, orderLevelTitles, supervisionContract } from '../contract.ts'
import { usualRequirement } from '../domain/usual-words.ts'

const levels: readonly OrderLevel[] = ['prompt', 'urge', 'order']

interface RegisterDialogProps {
  programmeId: string
  today: string
  onDone: (orderId: string) => void
  onCancel: () => void
}

/** 立项 by hand: from a meeting, a leader's words, a document. */
export function RegisterDialog({ programmeId, today, onDone, onCancel }: RegisterDialogProps) {
  const tasks = useRead(programmeContract.listTasks, { programmeId })
  const [taskId, setTaskId] = useState<string | null>(null)
  const [agencyId, setAgencyId] = useState<string | null>(null)
  const [assistIds, setAssistIds] = useState<readonly string[]>([])
  const [level, setLevel] = useState<OrderLevel>('order')
  const [source, setSource] = useState('')
  const [requirement, setRequirement] = useState(usualRequirement('order'))
  const [dueOn, setDueOn] = useState(addDays(today, 15))
  const [words, setWords] = useState('')
  const register = useWrite(supervisionContract.registerOrder, { quiet: true, onDone: ({ id }) => onDone(id) })
  const task = tasks.data?.find(({ id }) => id === taskId)
  const choose = (id: string) => {
    const chosen = tasks.data?.find((one) => one.id === id)
    const [host, ...others] = (chosen?.leads ?? []).flatMap((lead) => lead.agencyId ?? [])
    setTaskId(id)
    setAgencyId(host ?? null)
    setAssistIds(others)
  }
  const ready = task && agencyId !== null && source.trim().length >= 2 && requirement.trim().length >= 4
  const send = () =>
    task &&
    agencyId !== null &&
    register.mutate({
      programmeId, taskId: task.id, agencyId, assistIds: [...assistIds], level, matter: `${task.number} ${task.title}`.trim().slice(0, 200),
      source: source.trim(), requirement: requirement.trim(), dueOn, words,
    }) // biome-ignore format: by what belongs together
  return (
    <Modal
      open
      title="督办立项"
      okText="立项"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: register.isPending }}
      onOk={send}
      onCancel={onCancel}
      width={620}
    >
      <div className="form-stack">
        <label>
          <span className="form-label">任务</span>
          <Select
            loading={tasks.isPending}
            value={taskId}
            placeholder="按编号或名称查找"
            showSearch={{ optionFilterProp: 'label' }}
            options={(tasks.data ?? []).map(({ id, number, title }) => ({
              value: id,
              label: `${number} ${title}`.trim(),
            }))}
            onChange={choose}
            style={{ width: '100%' }}
          />
        </label>
        <div>
          <span className="form-label">承办单位</span>
          <AgencyChoice
            label="承办单位"
            value={agencyId === null ? [] : [agencyId]}
            onChange={([id]) => setAgencyId(id ?? null)}
          />
        </div>
        <div>
          <span className="form-label">
            协办单位<span className="quiet">（可不填）</span>
          </span>
          <AgencyChoice label="协办单位" many value={assistIds} ownId={agencyId ?? undefined} onChange={setAssistIds} />
        </div>
        <label>
          <span className="form-label">文书</span>
          <Select
            value={level}
            options={levels.map((value) => ({ value, label: orderLevelTitles[value] }))}
            onChange={(value: OrderLevel) => {
              setLevel(value)
              setRequirement(usualRequirement(value))
            }}
            style={{ width: '100%' }}
          />
        </label>
        <label>
          <span className="form-label">来源</span>
          <Input
            maxLength={200}
            value={source}
            placeholder="会议、文件或批示，如 11月协调会"
            onChange={(e) => setSource(e.target.value)}
          />
        </label>
        <label>
          <span className="form-label">办理要求</span>
          <Input.TextArea
            rows={3}
            maxLength={1000}
            value={requirement}
            onChange={(e) => setRequirement(e.target.value)}
          />
        </label>
        <label>
          <span className="form-label">办理时限</span>
          <Input type="date" min={today} value={dueOn} onChange={(e) => setDueOn(e.target.value)} />
        </label>
        <label>
          <span className="form-label">
            立项意见<span className="quiet">（可不填）</span>
          </span>
          <Input maxLength={200} value={words} onChange={(e) => setWords(e.target.value)} />
        </label>
        {register.error && (
          <p className="form-refusal" role="alert">
            {register.error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
