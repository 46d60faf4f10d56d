import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { type ReportingView, reportingContract } from '../contract.ts'

const { taskId, toAgencyId, toOn, reason } = reportingContract.delegateTask.input.shape
const schema = z.object({ taskId, toAgencyId, toOn, reason })

function NewDelegation({ reporting }: { reporting: ReportingView }) {
  const { delegable, today } = reporting
  const { done } = useNotices()
  const [times, setTimes] = useState(0)
  const give = useWrite(reportingContract.delegateTask, {
    quiet: true,
    onDone: () => {
      setTimes(times + 1)
      done('已委托')
    },
  })
  const taskOf = (id: string | null | undefined) => delegable.find((one) => one.taskId === id)
  return (
    <SchemaForm
      key={times}
      schema={schema}
      act="委托填报"
      sending={give}
      fields={(typed) => {
        const task = taskOf(typed.taskId)
        return {
          taskId: { options: delegable.map((one) => ({ value: one.taskId, label: one.title })) },
          toAgencyId: {
            options: (task?.to ?? []).map(({ agencyId, name }) => ({ value: agencyId, label: name })),
            disabled: !task,
            help: task ? `由${task.from[0]?.name ?? '牵头单位'}委托给配合单位` : '先选任务',
          },
          toOn: { from: today },
        }
      }}
      onChange={(changed) => (changed.taskId ? { toAgencyId: null } : undefined)}
      onSubmit={(fields) => {
        const from = taskOf(fields.taskId)?.from[0]
        if (from) give.mutate({ ...fields, fromAgencyId: from.agencyId, fromOn: today })
      }}
    />
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
