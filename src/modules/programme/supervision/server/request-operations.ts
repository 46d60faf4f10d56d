import { newId } from '#kernel/ids.ts'
import { sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import * as acts from '../domain/order-acts.ts'
import { type Request, requestFlow, requestKindTitles } from '../domain/request.ts'
import { addEntry } from './add-entry.ts'
import { namedDue } from './due-days.ts'
import { listRequests, lockOrder, saveOrder } from './load-order.ts'
import { requests } from './tables.ts'
import { tellHost, tellOffice } from './tell.ts'
import { viewOrderPage } from './view-order.ts'

export const submitRequest = implement(supervisionContract.submitRequest, async (call) => {
  const { input, tx, actor, about, now } = call
  const { order, acting } = await lockOrder(tx, input.orderId, actor)
  const waiting = (await listRequests(tx, order)).filter(({ state }) => state === 'asked')
  acts.submitRequest(order, acting, waiting.length)
  const wanted = input.kind === 'extension' ? input.wantedOn : null
  const wantedOn = wanted && (await namedDue(call, wanted))
  if (input.kind === 'extension' && (wantedOn === null || wantedOn <= order.dueOn))
    throw supervisionErrors.wantedMissing({ dueOn: order.dueOn })
  const request: Request = {
    divisionCode: order.divisionCode,
    id: newId(now.getTime()),
    orderId: order.id,
    kind: input.kind,
    state: 'asked',
    reason: input.reason,
    wantedOn,
    agencyId: actor.agencyId ?? order.agencyId,
    askedBy: actor.name,
    askedAt: now,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }
  await tx.insert(requests).values(request)
  const words = wantedOn === null ? input.reason : `申请延至 ${wantedOn}。${input.reason}`
  await addEntry(call, order, { act: input.kind === 'extension' ? 'askExtension' : 'askObjection', words })
  const title = `${requestKindTitles[input.kind]}申请待答复：${order.matter}`
  await tellOffice(call, order, { title, text: words, key: `request:${request.id}` })
  about(`督办事项“${order.matter}”`, { 申请: requestKindTitles[input.kind] })
  return viewOrderPage(call, order)
})

async function getRequest(tx: Tx, requestId: string, divisionCode: string): Promise<Request> {
  const here = sameRow(requests, { id: requestId, divisionCode })
  const [request] = await tx.select().from(requests).where(here).for('update')
  if (!request) throw supervisionErrors.requestNotFound({})
  return request
}

/** Agreed to, an extension moves the day and an objection ends the case. */
function apply(order: Order, request: Request, { dueOn, today }: { dueOn: string | null; today: string }): Order {
  if (request.kind === 'objection') return acts.withdrawOrder(order)
  return acts.extendOrder(order, dueOn ?? request.wantedOn ?? order.dueOn, today)
}

export const answerRequest = implement(supervisionContract.answerRequest, async (call) => {
  const { input, tx, actor, today, now, about } = call
  const request = await getRequest(tx, input.requestId, actor.divisionCode)
  const { order } = await lockOrder(tx, request.orderId, actor)
  const state = requestFlow.next(request.state, input.granted ? 'grant' : 'refuse')
  const settled = input.granted
    ? apply(order, request, { dueOn: input.dueOn && (await namedDue(call, input.dueOn)), today })
    : order
  await saveOrder(tx, settled)
  const answered = { state, answer: input.answer, answeredBy: actor.name, answeredAt: now }
  await tx.update(requests).set(answered).where(sameRow(requests, request))
  await enterAnswer(call, settled, request)
  about(`督办事项“${order.matter}”`, { 答复: input.granted ? '同意' : '不同意' })
  return viewOrderPage(call, settled)
})

type Answering = Call<{ granted: boolean; answer: string }>

async function enterAnswer(call: Answering, order: Order, request: Request): Promise<void> {
  const { granted, answer } = call.input
  const day = granted && request.kind === 'extension' ? `延至 ${order.dueOn}。` : ''
  await addEntry(call, order, { act: granted ? 'grantRequest' : 'refuseRequest', words: `${day}${answer}` })
  if (granted && request.kind === 'objection')
    await addEntry(call, order, { act: 'withdraw', words: `异议成立。${answer}` })
  const title = `${granted ? '同意' : '不同意'}${requestKindTitles[request.kind]}申请：${order.matter}`
  await tellHost(call, order, { title, text: `${day}${answer}`, key: `request:${request.id}:answer` })
}
