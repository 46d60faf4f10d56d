import { type Call, implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import type { Order } from '../domain/order.ts'
import { actAsHost, answersAtOnce, assist, isHost } from '../domain/order-acts.ts'
import { addEntry } from './add-entry.ts'
import { lockOrder, saveOrder } from './load-order.ts'
import { tellOffice } from './tell.ts'
import { viewOrderPage } from './view-order.ts'

const subjectOf = (order: Order): string => `督办事项${order.number ?? ''}“${order.matter}”`

export const receiveOrder = implement(supervisionContract.receiveOrder, async (call) => {
  const { input, tx, actor, about } = call
  const { order, acting } = await lockOrder(tx, input.orderId, actor)
  const received = actAsHost(order, 'receive', acting)
  await saveOrder(tx, received)
  await addEntry(call, received, { act: 'receive', words: input.words })
  about(subjectOf(received))
  return viewOrderPage(call, received)
})

/** The host reports how it goes; an assisting agency adds what it did. */
export const handleOrder = implement(supervisionContract.handleOrder, async (call) => {
  const { input, tx, actor, about } = call
  const { order, acting } = await lockOrder(tx, input.orderId, actor)
  const helps = !isHost(order, acting)
  if (helps) assist(order, acting)
  const handled = helps ? order : actAsHost(order, 'handle', acting)
  await saveOrder(tx, handled)
  await addEntry(call, handled, { act: helps ? 'assist' : 'handle', words: input.words, fileIds: input.fileIds })
  about(subjectOf(handled))
  return viewOrderPage(call, handled)
})

export const answerOrder = implement(supervisionContract.answerOrder, async (call) => {
  const { input, tx, actor, about } = call
  const { order, acting } = await lockOrder(tx, input.orderId, actor)
  const answered = actAsHost(order, 'answer', acting)
  if (answersAtOnce(order)) await addEntry(call, answered, { act: 'handle', words: input.words })
  await saveOrder(tx, answered)
  await addEntry(call, answered, { act: 'answer', words: input.words, fileIds: input.fileIds })
  await tellAnswered(call, answered, input.words)
  about(subjectOf(answered), { 佐证: input.fileIds.length })
  return viewOrderPage(call, answered)
})

const tellAnswered = (call: Call<unknown>, order: Order, text: string): Promise<void> =>
  tellOffice(call, order, { title: `督办反馈待复核：${order.matter}`, text, key: `answer:${call.now.getTime()}` })
