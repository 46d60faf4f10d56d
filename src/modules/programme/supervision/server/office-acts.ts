import { implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import * as acts from '../domain/order-acts.ts'
import { addEntry } from './add-entry.ts'
import { namedDue } from './due-days.ts'
import { lockOrder, saveOrder } from './load-order.ts'
import { refuseSecond } from './register-order.ts'
import { tellHost, tellOffice } from './tell.ts'
import { viewOrderPage } from './view-order.ts'

const subjectOf = (order: Order): string => `督办事项${order.number ?? ''}“${order.matter}”`

/** The feedback does, or it goes back with what is wrong and until when. */
export const reviewOrder = implement(supervisionContract.reviewOrder, async (call) => {
  const { input, tx, actor, about, today, now } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  if (!input.passed && input.words.length < 4) throw supervisionErrors.reasonMissing({ act: '退回反馈' })
  const reviewed = input.passed
    ? acts.passReview(order)
    : acts.returnAnswer(order, await namedDue(call, input.dueOn ?? order.dueOn), today)
  await saveOrder(tx, reviewed)
  await addEntry(call, reviewed, { act: input.passed ? 'passReview' : 'returnAnswer', words: input.words })
  if (!input.passed) {
    const title = `督办反馈被退回：${order.matter}`
    await tellHost(call, reviewed, { title, text: input.words, key: `return:${now.getTime()}` })
  }
  about(subjectOf(reviewed), { 复核: input.passed ? '通过' : '退回' })
  return viewOrderPage(call, reviewed)
})

export const closeOrder = implement(supervisionContract.closeOrder, async (call) => {
  const { input, tx, actor, about, today } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  const closed = acts.closeOrder(order, input.rating, today)
  await saveOrder(tx, closed)
  await addEntry(call, closed, { act: 'close', words: input.words })
  about(subjectOf(closed))
  return viewOrderPage(call, closed)
})

export const reopenOrder = implement(supervisionContract.reopenOrder, async (call) => {
  const { input, tx, actor, about, today, now } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  const open = acts.reopenOrder(order, await namedDue(call, input.dueOn), today)
  await refuseSecond(tx, open)
  await saveOrder(tx, open)
  await addEntry(call, open, { act: 'reopen', words: input.words })
  await tellHost(call, open, {
    title: `督办事项重新办理：${order.matter}`,
    text: input.words,
    key: `reopen:${now.getTime()}`,
  })
  about(subjectOf(open))
  return viewOrderPage(call, open)
})

export const withdrawOrder = implement(supervisionContract.withdrawOrder, async (call) => {
  const { input, tx, actor, about } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  const withdrawn = acts.withdrawOrder(order)
  await saveOrder(tx, withdrawn)
  await addEntry(call, withdrawn, { act: 'withdraw', words: input.words })
  if (order.issuedOn !== null)
    await tellHost(call, withdrawn, { title: `督办事项已撤销：${order.matter}`, text: input.words, key: 'withdrawn' })
  about(subjectOf(withdrawn))
  return viewOrderPage(call, withdrawn)
})

/** 领导签批: words of a leader that the office acts on. */
export const instructOrder = implement(supervisionContract.instructOrder, async (call) => {
  const { input, tx, actor, about, now } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  acts.refuseEnded(order)
  await addEntry(call, order, { act: 'instruct', words: input.words })
  const title = `${actor.name}批示：${order.matter}`
  await tellOffice(call, order, { title, text: input.words, key: `instruct:${now.getTime()}` })
  if (order.issuedOn !== null)
    await tellHost(call, order, { title, text: input.words, key: `instruct:${now.getTime()}:host` })
  about(subjectOf(order))
  return viewOrderPage(call, order)
})
