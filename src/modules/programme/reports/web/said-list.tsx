import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { FileThumbs } from '#modules/office/files/web/index.tsx'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { type InboxItem, progressTitles, type ReportView, reportContract, statusTitles } from '../contract.ts'
import { FigureList } from './figure-list.tsx'

function Said({ item, said }: { item: InboxItem; said: ReportView }) {
  const { done } = useNotices()
  const withdraw = useWrite(reportContract.withdrawReport, { onDone: () => done('已撤回，可以重新报送') })
  return (
    <li className="said-line">
      <Link to={`/tasks/${item.taskId}`}>
        <span className="task-no">{item.number}</span>
        {item.title}
      </Link>
      <span>
        {progressTitles[said.progress]} <FigureList values={said.values} />
        {said.text !== '' && <span className="quiet">{said.text}</span>}
      </span>
      <FileThumbs files={said.files} />
      <span className="said-status" data-status={said.status}>
        {statusTitles[said.status]}
        {said.can.withdraw.allowed && (
          <Button
            type="link"
            size="small"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ reportId: said.id })}
          >
            撤回
          </Button>
        )}
      </span>
    </li>
  )
}

/** What has been handed in of this cycle, and how far it has come. */
export function SaidList({ items }: { items: readonly InboxItem[] }) {
  const said = items.flatMap((item) => (item.said ? [{ item, said: item.said }] : []))
  if (said.length === 0) return null
  return (
    <ul className="said-list">
      {said.map((one) => (
        <Said key={one.said.id} {...one} />
      ))}
    </ul>
  )
}
