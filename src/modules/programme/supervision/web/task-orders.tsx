import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { supervisionContract } from '../contract.ts'
import { OrderTable } from './order-table.tsx'
import { PaperList } from './paper-list.tsx'

/** The cases a task is pressed for; nothing where there are none. */
export function Part({ task }: { task: TaskView }) {
  const orders = useRead(supervisionContract.listTaskOrders, { taskId: task.id })
  if (!orders.data || orders.data.orders.length === 0) return null
  return (
    <Sheet title={`督办 ${orders.data.orders.length}`}>
      <OrderTable caption="这项任务的督办事项" isNarrow today={orders.data.today} orders={orders.data.orders} />
      {orders.data.papers.length > 0 && <PaperList papers={orders.data.papers} />}
    </Sheet>
  )
}
