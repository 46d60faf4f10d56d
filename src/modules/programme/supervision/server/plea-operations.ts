import { and, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import * as acts from '../domain/order-acts.ts'
import { type Plea, pleaFlow, pleaKindTitles } from '../domain/plea.ts'
import { listPleas, lockOrder, saveOrder } from './load-order.ts'
import { putStamp } from './put-stamp.ts'
import { pleas } from './tables.ts'
import { tellHost, tellOffice } from './tell.ts'
import { viewOrderPage } from './view-order.ts'

export const askPlea = implement(supervisionContract.askPlea, async (call) => {
  const { input, tx, actor, about, now } = call
  const { order, acting } = await lockOrder(tx, input.orderId, actor)
  const waiting = (await listPleas(tx, order.id)).filter(({ state }) => state === 'asked')
  acts.askPlea(order, acting, waiting.length)
  const wantedOn = input.kind === 'extension' ? input.wantedOn : null
  if (input.kind === 'extension' && (wantedOn === null || wantedOn <= order.dueOn))
    throw supervisionErrors.wantedMissing({ dueOn: order.dueOn })
  const plea: Plea = {
    divisionCode: order.divisionCode, id: newId(now.getTime()), orderId: order.id, kind: input.kind, state: 'asked',
    reason: input.reason, wantedOn, agencyId: actor.agencyId ?? order.agencyId, askedBy: actor.name, askedAt: now,
    answer: null, answeredBy: null, answeredAt: null,
  } // biome-ignore format: by what belongs together
  await tx.insert(pleas).values(plea)
  const words = wantedOn === null ? input.reason : `申请延至 ${wantedOn}。${input.reason}`
  await putStamp(call, order, { act: input.kind === 'extension' ? 'askExtension' : 'askObjection', words })
  const title = `${pleaKindTitles[input.kind]}申请待答复：${order.matter}`
  await tellOffice(call, order, { title, text: words, key: `plea:${plea.id}` })
  about(`督办事项“${order.matter}”`, { 申请: pleaKindTitles[input.kind] })
  return viewOrderPage(call, order)
})

async function getPlea(tx: Tx, pleaId: string, divisionCode: string): Promise<Plea> {
  const here = and(eq(pleas.id, pleaId), eq(pleas.divisionCode, divisionCode))
  const [plea] = await tx.select().from(pleas).where(here).for('update')
  if (!plea) throw supervisionErrors.pleaNotFound({})
  return plea
}

/** Agreed to, an extension moves the day and an objection ends the matter. */
function apply(order: Order, plea: Plea, { dueOn, today }: { dueOn: string | null; today: string }): Order {
  if (plea.kind === 'objection') return acts.withdrawOrder(order)
  return acts.extendOrder(order, dueOn ?? plea.wantedOn ?? order.dueOn, today)
}

export const answerPlea = implement(supervisionContract.answerPlea, async (call) => {
  const { input, tx, actor, today, now, about } = call
  const plea = await getPlea(tx, input.pleaId, actor.divisionCode)
  const { order } = await lockOrder(tx, plea.orderId, actor)
  const state = pleaFlow.next(plea.state, input.granted ? 'grant' : 'refuse')
  const settled = input.granted ? apply(order, plea, { dueOn: input.dueOn, today }) : order
  await saveOrder(tx, settled)
  const answered = { state, answer: input.answer, answeredBy: actor.name, answeredAt: now }
  await tx.update(pleas).set(answered).where(eq(pleas.id, plea.id))
  await stampAnswer(call, settled, plea)
  about(`督办事项“${order.matter}”`, { 答复: input.granted ? '同意' : '不同意' })
  return viewOrderPage(call, settled)
})

type Answering = Call<{ granted: boolean; answer: string }>

async function stampAnswer(call: Answering, order: Order, plea: Plea): Promise<void> {
  const { granted, answer } = call.input
  const day = granted && plea.kind === 'extension' ? `延至 ${order.dueOn}。` : ''
  await putStamp(call, order, { act: granted ? 'grantPlea' : 'refusePlea', words: `${day}${answer}` })
  if (granted && plea.kind === 'objection')
    await putStamp(call, order, { act: 'withdraw', words: `异议成立。${answer}` })
  const title = `${granted ? '同意' : '不同意'}${pleaKindTitles[plea.kind]}申请：${order.matter}`
  await tellHost(call, order, { title, text: `${day}${answer}`, key: `plea:${plea.id}:answer` })
}
