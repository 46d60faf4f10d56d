import type { Actor } from '#kernel/actor.ts'
import type { Allowed } from '#kernel/allowed.ts'
import { may, type Operation } from '#kernel/contract.ts'
import { type OrderPage, supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import { type Order, orderFlow } from '../domain/order.ts'
import {
  type Acting, actAsHost, assist, listPapersNow, passReview, refuseEnded, submitRequest, whyNot,withdrawOrder, 
} from '../domain/order-acts.ts' // biome-ignore format: names
import type { Request } from '../domain/request.ts'

interface Who {
  actor: Actor
  acting: Acting
  requests: readonly Request[]
}

/** Each act with why it is not open to this person now; the handlers ask the same functions. */
export function decideActs(order: Order, { actor, acting, requests }: Who): OrderPage['can'] {
  const decide = (operation: Pick<Operation, 'by' | 'title'>, act: () => unknown): Allowed => {
    if (!may(actor, operation)) return { allowed: false, reason: `您的角色不能“${operation.title}”。` }
    const reason = whyNot(act)
    return { allowed: reason === null, reason }
  }
  const ops = supervisionContract
  const asked = requests.filter(({ state }) => state === 'asked')
  return {
    issue: decide(ops.issueOrder, () => orderFlow.next(order.state, 'issue')),
    escalate: decide(ops.escalateOrder, () => {
      orderFlow.next(order.state, 'escalate')
      if (listPapersNow(order).length === 0) throw supervisionErrors.sameLevel({ level: '最高一级' })
    }),
    instruct: decide(ops.instructOrder, () => refuseEnded(order)),
    receive: decide(ops.receiveOrder, () => actAsHost(order, 'receive', acting)),
    handle: decide(ops.handleOrder, () => actAsHost(order, 'handle', acting)),
    assist: decide(ops.handleOrder, () => assist(order, acting)),
    answer: decide(ops.answerOrder, () => actAsHost(order, 'answer', acting)),
    submitRequest: decide(ops.submitRequest, () => submitRequest(order, acting, asked.length)),
    answerRequest: decide(ops.answerRequest, () => {
      if (asked.length === 0) throw supervisionErrors.requestNotFound({})
    }),
    review: decide(ops.reviewOrder, () => passReview(order)),
    close: decide(ops.closeOrder, () => orderFlow.next(order.state, 'close')),
    reopen: decide(ops.reopenOrder, () => orderFlow.next(order.state, 'reopen')),
    withdraw: decide(ops.withdrawOrder, () => withdrawOrder(order)),
  }
}
