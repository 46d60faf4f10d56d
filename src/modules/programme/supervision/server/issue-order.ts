import { type Call, implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import type { Order, OrderLevel } from '../domain/order.ts'
import * as acts from '../domain/order-acts.ts'
import type { Interview } from '../domain/paper.ts'
import { addEntry } from './add-entry.ts'
import { namedDue } from './due-days.ts'
import { lockOrder, saveOrder } from './load-order.ts'
import { tellIssued } from './tell.ts'
import { viewOrderPage } from './view-order.ts'
import { writePaper } from './write-paper.ts'

export interface Sending {
  kind: OrderLevel
  dueOn: string
  requirement: string
  words: string
  /** Why it goes out, as it is today; without them the grounds the case began with. */
  facts?: readonly string[]
  interview?: Interview | null
}

/** A paper goes out in a case, the first one or a further one: decided, numbered, entered, told. */
export async function sendPaper(call: Call<unknown>, order: Order, sending: Sending): Promise<Order> {
  const { kind, requirement, words } = sending
  const dueOn = await namedDue(call, sending.dueOn)
  const first = order.state === 'registered'
  const decide = first ? acts.issueOrder : acts.escalateOrder
  decide(order, { kind, dueOn, requirement, number: '' }, call.today)
  const paper = await writePaper(call, { order, ...sending, dueOn })
  const sent = decide(order, { kind, dueOn, requirement, number: paper.number }, call.today)
  await saveOrder(call.tx, sent)
  await addEntry(call, sent, { act: first ? 'issue' : 'escalate', words, paperId: paper.id })
  await tellIssued(call, sent, paper.number)
  call.about(`督办事项“${sent.matter}”`, { 编号: paper.number, 时限: dueOn })
  return sent
}

export const issueOrder = implement(supervisionContract.issueOrder, async (call) => {
  const { input, tx, actor } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  return viewOrderPage(call, await sendPaper(call, order, { ...input, kind: order.level }))
})

export const escalateOrder = implement(supervisionContract.escalateOrder, async (call) => {
  const { input, tx, actor } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  return viewOrderPage(call, await sendPaper(call, order, input))
})
