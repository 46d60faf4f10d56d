import { dayInWords } from '#kernel/day.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { type Order } from '../domain/order.ts'
import { callOrder } from '../domain/paper-form.ts'
import type { Acted } from './add-entry.ts'

type Told = Acted & { today: string }

/** A notice holds a hundred characters of title and a thousand of text. */
const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const linkOf = (order: Order): string => `/orders/${order.id}`
const nameOf = (order: Order): string => callOrder(order)

const tell = (call: Told, telling: Parameters<typeof notify>[1]): Promise<void> =>
  notify(call, { ...telling, title: clip(telling.title, 100), text: clip(telling.text, 1000) })

/** The host and those who assist hear of a paper; the key holds its number, so that each paper is told once. */
export async function tellIssued(call: Told, order: Order, paperNumber: string): Promise<void> {
  const title = `${callOrder({ ...order, number: paperNumber })}：${order.matter}`
  const due = dayInWords(order.dueOn, call.today)
  const shared = { kind: 'orderIssued' as const, title, link: linkOf(order) }
  const key = `order:${order.id}:${paperNumber}`
  await tell(call, {
    ...shared,
    key,
    to: { agencyId: order.agencyId },
    text: `请签收并于${due}前反馈。${order.requirement}`,
  })
  for (const agencyId of order.assistIds)
    await tell(call, { ...shared, key, to: { agencyId }, text: `贵单位为协办单位，请配合承办单位于${due}前办结。` })
}

interface Said {
  title: string
  text: string
  /** Tells this from what else is told of the case. */
  key: string
}

const tellOf = (call: Told, order: Order, { to, key, ...said }: Said & Pick<Parameters<typeof tell>[1], 'to'>) =>
  tell(call, { kind: 'orderIssued', link: linkOf(order), ...said, key: `order:${order.id}:${key}`, to })

/** The agency hears what the office decided of its answer or its request. */
export const tellHost = (call: Told, order: Order, said: Said): Promise<void> =>
  tellOf(call, order, { ...said, to: { agencyId: order.agencyId } })

/** The office hears that an agency answered or asked. */
export const tellOffice = (call: Told, order: Order, said: Said): Promise<void> =>
  tellOf(call, order, { ...said, to: { roles: ['office'] } })

/** Soon due or overdue: told to the host once for the day it is due on, and once it has passed. */
export async function tellDue(call: Told, order: Order, daysLeft: number): Promise<void> {
  const late = daysLeft < 0
  const kind = late ? ('orderEscalated' as const) : ('orderDue' as const)
  const title = late
    ? `${nameOf(order)}已逾期 ${-daysLeft} 天：${order.matter}`
    : `${nameOf(order)}还有 ${daysLeft} 天到期：${order.matter}`
  const text = `办理时限为${dayInWords(order.dueOn, call.today)}。${late ? '请尽快反馈，或申请延期并说明理由。' : '请按时反馈。'}`
  const key = `order:${order.id}:${late ? 'late' : 'due'}:${order.dueOn}`
  await tell(call, { kind, title, text, link: linkOf(order), key, to: { agencyId: order.agencyId } })
}
