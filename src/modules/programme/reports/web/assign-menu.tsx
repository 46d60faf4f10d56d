import { Dropdown } from 'antd'
import { useState } from 'react'
import { useRead } from '#ui/client.ts'
import { useForm } from '#ui/use-form.ts'
import { type InboxItem, reportContract } from '../contract.ts'

/** Gives a task to one person of the agency, or to nobody in particular again. */
export function AssignMenu({ item, agencyId }: { item: InboxItem; agencyId: string }) {
  const [open, setOpen] = useState(false)
  const colleagues = useRead(reportContract.listColleagues, {}, { enabled: open })
  const named = [...(colleagues.data ?? []), ...(item.reporter ? [item.reporter] : [])]
  const assign = useForm(
    reportContract.assignTask,
    { taskId: item.taskId, agencyId, userId: item.reporter?.userId ?? null },
    { live: true, titles: { userId: Object.fromEntries(named.map(({ userId, name }) => [userId, name])) } },
  )
  const give = (userId: string | null) => assign.mutate({ taskId: item.taskId, agencyId, userId })
  const people = (colleagues.data ?? []).filter((one) => one.agencyId === agencyId && !one.left)
  const items = [
    ...people.map(({ userId, name, roleTitle }) => ({
      key: userId,
      label: `${name}（${roleTitle}）`,
      onClick: () => give(userId),
    })),
    { key: '', label: '不指定', onClick: () => give(null) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} open={open} onOpenChange={setOpen}>
      <button type="button" className="plain-button assign-menu">
        {item.reporter ? '改派' : '指定填报人'}
      </button>
    </Dropdown>
  )
}
