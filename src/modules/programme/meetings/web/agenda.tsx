import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { Sheet } from '#ui/page.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useForm } from '#ui/use-form.ts'
import { type AgendaItemView, type MeetingPage, meetingContract } from '../contract.ts'
import { AddItem } from './add-item.tsx'
import { AgendaCard } from './agenda-card.tsx'

function Removed({ meeting }: { meeting: MeetingPage }) {
  const restore = useWrite(meetingContract.restoreAgendaItem)
  if (meeting.removed.length === 0) return null
  return (
    <details className="agenda-removed">
      <summary>未列入的议题 {meeting.removed.length} 项</summary>
      <ul>
        {meeting.removed.map((item) => (
          <li key={item.id}>
            <span>{item.title}</span>
            <span className="quiet">
              {item.removedBy === null ? '' : `${item.removedBy}：`}
              {item.removedReason}
            </span>
            {meeting.can.editAgenda.allowed && (
              <Button
                size="small"
                type="text"
                onClick={() => restore.mutate({ meetingId: meeting.id, itemId: item.id })}
              >
                恢复
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Puts the item that was taken hold of where it was let go. */
function moved(ids: readonly string[], id: string, to: number): string[] {
  const rest = ids.filter((one) => one !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

function Items({ meeting }: { meeting: MeetingPage }) {
  const { id: meetingId, items, can } = meeting
  const [held, setHeld] = useState<string | null>(null)
  const [removing, setRemoving] = useState<AgendaItemView | null>(null)
  const order = useForm(meetingContract.orderAgenda, { meetingId, itemIds: items.map(({ id }) => id) }, { live: true })
  const remove = useWrite(meetingContract.removeAgendaItem, { quiet: true, onDone: () => setRemoving(null) })
  const ids = items.map(({ id }) => id)
  const put = (id: string, to: number) => {
    if (to >= 0 && to < ids.length && ids[to] !== id) order.mutate({ meetingId, itemIds: moved(ids, id, to) })
  }
  return (
    <>
      <ol className="agenda" aria-busy={order.isPending}>
        {items.map((item, i) => (
          <AgendaCard
            key={item.id}
            item={item}
            place={i + 1}
            may={can.editAgenda.allowed}
            held={held === item.id}
            onHold={(hold) => setHeld(hold ? item.id : null)}
            onDrop={() => held !== null && put(held, i)}
            onMove={(by) => put(item.id, i + by)}
            onRemove={() => setRemoving(item)}
            isLast={i === items.length - 1}
          />
        ))}
      </ol>
      <ConfirmReason
        open={removing !== null}
        title={`移除“${removing?.title ?? ''}”`}
        act="移除"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={(reason) => removing && remove.mutate({ meetingId, itemId: removing.id, reason })}
        onCancel={() => setRemoving(null)}
      >
        移除的议题和理由一并留存，会前可以恢复。
      </ConfirmReason>
    </>
  )
}

/** The agenda: proposed with reasons, ordered and cut by people. */
export function Agenda({ meeting }: { meeting: MeetingPage }) {
  const { id: meetingId, items, agendaOn, can } = meeting
  const propose = useWrite(meetingContract.proposeAgenda)
  const proposeButton = can.editAgenda.allowed && (
    <Button
      type={agendaOn === null ? 'primary' : 'default'}
      loading={propose.isPending}
      onClick={() => propose.mutate({ meetingId })}
    >
      {agendaOn === null ? '拟定议程' : '按今天情况更新'}
    </Button>
  )
  const acts = can.editAgenda.allowed && (
    <span className="agenda-acts no-print">
      <AddItem meeting={meeting} />
      {proposeButton}
    </span>
  )
  const title = items.length > 0 ? `议程 ${items.length} 项` : '议程'
  return (
    <Sheet title={title} aside={acts}>
      {items.length === 0 ? (
        <EmptyState title={agendaOn === null ? '还没有议程' : '按今天情况没有需要上会的事项'}>
          {can.editAgenda.allowed &&
            '红灯、黄灯、超期督办、请求协调、偏离进度的目标和前次未办结的议定事项会自动列出并说明理由；也可以添加自己的议题。'}
        </EmptyState>
      ) : (
        <>
          {agendaOn !== null && (
            <p className="quiet sheet-note">
              数据截至 {agendaOn}
              {can.editAgenda.allowed && '；拖动或用“上移、下移”（Alt+↑、Alt+↓）调整顺序'}。
            </p>
          )}
          <Items meeting={meeting} />
        </>
      )}
      <Removed meeting={meeting} />
    </Sheet>
  )
}
