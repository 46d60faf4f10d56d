import type { Todo } from '#kernel/todo.ts'
import { isOpen, isOverdue, type Order } from './order.ts'
import { levelTitle } from './paper-form.ts'

const linkOf = (order: Order): string => `/orders/${order.id}`
const nameOf = (order: Order): string => `${levelTitle(order)}“${order.matter}”`

const hostWords: Partial<Record<Order['state'], string>> = {
  issued: '签收',
  received: '反馈',
  handling: '反馈',
}

/** What an agency has to do in the cases it answers for. */
export function todosOfHost(orders: readonly Order[], today: string): Todo[] {
  return orders.flatMap((order) => {
    const act = hostWords[order.state]
    if (act === undefined) return []
    const late = isOverdue(order, today) ? '（已逾期）' : ''
    return [{ kind: 'order', title: `${act}${nameOf(order)}${late}`, dueOn: order.dueOn, link: linkOf(order) }]
  })
}

const officeWords: Partial<Record<Order['state'], string>> = {
  registered: '交办',
  answered: '复核',
  reviewed: '销号',
}

export interface OfficeWork {
  programmeId: string
  orders: readonly Order[]
  /** Cases in which an agency waits for an answer to its request. */
  asking: ReadonlyMap<string, number>
  proposals: number
}

/** What the office has to do: what waits for it in cases, what agencies ask, what the figures call for. */
export function todosOfOffice({ programmeId, orders, asking, proposals }: OfficeWork): Todo[] {
  const waiting = orders.flatMap((order) => {
    const acts = [officeWords[order.state], asking.has(order.id) && isOpen(order) ? '答复申请：' : undefined].filter(
      (act) => act !== undefined,
    )
    return acts.map((act) => ({ kind: 'order', title: `${act}${nameOf(order)}`, dueOn: null, link: linkOf(order) }))
  })
  if (proposals === 0) return waiting
  const link = `/programmes/${programmeId}/supervision`
  return [...waiting, { kind: 'proposal', title: `处理 ${proposals} 条督办建议`, dueOn: null, link }]
}
