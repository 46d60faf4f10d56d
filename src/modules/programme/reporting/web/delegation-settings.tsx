import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { type ReportingView, reportingContract } from '../contract.ts'

const choices = (list: readonly { agencyId: string; name: string }[]) =>
  list.map(({ agencyId, name }) => ({ value: agencyId, label: name }))

function NewDelegation({ reporting }: { reporting: ReportingView }) {
  const { done } = useNotices()
  const [taskId, setTaskId] = useState<string>()
  const [to, setTo] = useState<string>()
  const [toOn, setToOn] = useState('')
  const [reason, setReason] = useState('')
  const give = useWrite(reportingContract.delegateTask, {
    onDone: () => {
      setTaskId(undefined)
      done('已委托')
    },
  })
  const task = reporting.delegable.find((one) => one.taskId === taskId)
  const from = task?.from[0]?.agencyId
  const ready = task && from && to && reason.trim().length >= 4
  return (
    <div className="form-stack">
      <Select
        aria-label="任务"
        placeholder="选择任务"
        showSearch={{ optionFilterProp: 'label' }}
        value={taskId ?? null}
        options={reporting.delegable.map((one) => ({ value: one.taskId, label: one.title }))}
        onChange={(next) => {
          setTaskId(next ?? undefined)
          setTo(undefined)
        }}
      />
      {task && (
        <>
          <div className="setting-line">
            <span>{task.from[0]?.name}委托给</span>
            <Select
              aria-label="受托单位"
              placeholder="配合单位"
              value={to ?? null}
              options={choices(task.to)}
              onChange={(next) => setTo(next ?? undefined)}
            />
            <Input
              aria-label="委托至"
              type="date"
              min={reporting.today}
              value={toOn}
              onChange={(e) => setToOn(e.target.value)}
            />
            <small className="quiet">不填日期，直到终止</small>
          </div>
          <Input
            aria-label="理由"
            placeholder="委托理由"
            maxLength={200}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
          <div className="form-acts">
            <Button
              type="primary"
              disabled={!ready}
              loading={give.isPending}
              onClick={() =>
                ready &&
                give.mutate({
                  taskId: task.taskId,
                  fromAgencyId: from,
                  toAgencyId: to,
                  fromOn: reporting.today,
                  toOn: toOn === '' ? null : toOn,
                  reason: reason.trim(),
                })
              }
            >
              委托填报
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

/** Tasks another agency reports for a time, and new ones. */
export function DelegationSettings({ reporting }: { reporting: ReportingView }) {
  const end = useWrite(reportingContract.endDelegation)
  return (
    <div className="form-stack">
      {reporting.delegations.length === 0 && (
        <p className="quiet">没有委托。任务由牵头单位填报，配合单位只在受托时填。</p>
      )}
      <ul className="setting-history">
        {reporting.delegations.map(({ id, taskTitle, from, to, fromOn, toOn, reason }) => (
          <li key={id}>
            {taskTitle}：{from} → {to}
            <small className="quiet">
              {fromOn} 起{toOn ? `，至 ${toOn}` : ''}，{reason}
            </small>
            <Button size="small" type="link" loading={end.isPending} onClick={() => end.mutate({ delegationId: id })}>
              终止
            </Button>
          </li>
        ))}
      </ul>
      {reporting.delegable.length > 0 && <NewDelegation reporting={reporting} />}
    </div>
  )
}
