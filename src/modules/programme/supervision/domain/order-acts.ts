import { agencyStaff, type Role } from '#kernel/actor.ts'
import { Refusal } from '#kernel/errors.ts'
import { mayReadSaid } from '#kernel/sight.ts'
import type { Entry } from './entry.ts'
import { supervisionErrors } from './errors.ts'
import { levelAfter, listPapersAfter } from './level.ts'
import { isOpen, type Order, type OrderLevel, type OrderRating, orderFlow, orderStateTitles } from './order.ts'
import type { Paper } from './paper.ts'

/** Who wants to act: the role, and every agency the person speaks for. */
export interface Acting {
  role: Role
  agencyIds: readonly string[]
}

export const isHost = (order: Order, { agencyIds }: Acting): boolean => agencyIds.includes(order.agencyId)

export const isAssisting = ({ assistIds }: Order, { agencyIds }: Acting): boolean =>
  assistIds.some((id) => agencyIds.includes(id))

/** Whether what an agency said in a case is read by this person: the host answers for all of it, who assists for their own. */
export const readsWordsOf = (order: Order, agencyId: string, { role, agencyIds }: Acting): boolean =>
  mayReadSaid(
    { leadIds: [order.agencyId], namedIds: [order.agencyId, ...order.assistIds], saidBy: [agencyId] },
    { actor: { role }, ownAgencyIds: agencyIds },
  )

/** Whose words a entry holds: the record of a talk those of the host; what the office and leaders write is for all the case concerns. */
const speakerOf = ({ act, byRole, agencyId }: Entry, order: Order): string | null =>
  act === 'recordInterview' ? order.agencyId : agencyStaff.includes(byRole) ? agencyId : null

/** The words of another agency's entry are left out; who did what is known to all the case concerns. */
export function entryFor(entry: Entry, order: Order, acting: Acting): Entry {
  const saidBy = speakerOf(entry, order)
  return saidBy === null || readsWordsOf(order, saidBy, acting) ? entry : { ...entry, words: '' }
}

/** The record of a talk holds what the host said and promised. */
export const seesPaper = ({ kind }: Pick<Paper, 'kind'>, order: Order, acting: Acting): boolean =>
  kind !== 'interview' || readsWordsOf(order, order.agencyId, acting)

/** An agency knows a case from the day it is issued to it; who follows the county knows it from the beginning. */
export const isConcerned = (order: Order, acting: Acting): boolean =>
  order.state !== 'registered' && order.issuedOn !== null && (isHost(order, acting) || isAssisting(order, acting))

const hostActs = { receive: '签收', handle: '报告办理情况', answer: '反馈' } as const

/** The host's own steps; `answer` right after the receipt takes the station 办理 with the same words. */
export function actAsHost(order: Order, step: keyof typeof hostActs, acting: Acting): Order {
  if (!isHost(order, acting)) throw supervisionErrors.notHost({ act: hostActs[step] })
  const state = orderFlow.next(step === 'answer' ? handledState(order) : order.state, step)
  return { ...order, state }
}

const handledState = ({ state }: Order) => (state === 'received' ? orderFlow.next(state, 'handle') : state)

/** Whether an answer entries 办理 and 反馈 at once. */
export const answersAtOnce = ({ state }: Order): boolean => state === 'received'

export interface PaperTerms {
  kind: OrderLevel
  number: string
  dueOn: string
  requirement: string
}

/** 交办: the first paper of a case goes out. */
export function issueOrder(order: Order, { kind, number, dueOn, requirement }: PaperTerms, today: string): Order {
  refusePast(dueOn, today)
  const state = orderFlow.next(order.state, 'issue')
  const level = levelAfter('none', kind, order.standing)
  return { ...order, state, level, number, dueOn, requirement, issuedOn: today, urges: kind === 'urge' ? 1 : 0 }
}

/** A further paper in a case: it stands at the paper's level and must be signed for again. */
export function escalateOrder(order: Order, { kind, number, dueOn, requirement }: PaperTerms, today: string): Order {
  refusePast(dueOn, today)
  const level = levelAfter(order.level, kind, order.standing)
  const state = orderFlow.next(order.state, 'escalate')
  // An urged order keeps being known by the number of the order.
  const known = level === kind ? number : order.number
  return { ...order, state, level, number: known, dueOn, requirement, urges: order.urges + (kind === 'urge' ? 1 : 0) }
}

export const passReview = (order: Order): Order => ({ ...order, state: orderFlow.next(order.state, 'passReview') })

/** The answer does not do: it is handled again until the new day. */
export function returnAnswer(order: Order, dueOn: string, today: string): Order {
  const state = orderFlow.next(order.state, 'returnAnswer')
  refusePast(dueOn, today)
  return { ...order, state, dueOn }
}

export const closeOrder = (order: Order, rating: OrderRating | null, today: string): Order => ({
  ...order,
  state: orderFlow.next(order.state, 'close'),
  closedOn: today,
  rating,
})

export function reopenOrder(order: Order, dueOn: string, today: string): Order {
  const state = orderFlow.next(order.state, 'reopen')
  refusePast(dueOn, today)
  return { ...order, state, dueOn, closedOn: null, rating: null }
}

export const withdrawOrder = (order: Order): Order => ({ ...order, state: orderFlow.next(order.state, 'withdraw') })

/** 同意延期: the case is due on the new day. */
export function extendOrder(order: Order, dueOn: string, today: string): Order {
  refusePast(dueOn, today)
  return { ...order, dueOn }
}

function refusePast(dueOn: string, today: string): void {
  if (dueOn < today) throw supervisionErrors.dueInPast({ dueOn, today })
}

/** The papers that may go out now; none while an answer waits or after the end. */
export function listPapersNow(order: Order): OrderLevel[] {
  if (order.state === 'registered') return listPapersAfter('none', order.standing)
  return orderFlow.can(order.state, 'escalate') ? listPapersAfter(order.level, order.standing) : []
}

/** What a person may do with a case: null when allowed, else the sentence that says why not. */
export function whyNot(act: () => unknown): string | null {
  try {
    act()
    return null
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.message
    throw refusal
  }
}

/** A request can be put while the case is with the agency. */
export function submitRequest(order: Order, acting: Acting, openRequests: number): void {
  if (!isHost(order, acting)) throw supervisionErrors.notHost({ act: '申请' })
  if (!isOpen(order) || order.state === 'answered' || order.state === 'reviewed')
    throw supervisionErrors.requestOutOfTime({})
  if (openRequests > 0) throw supervisionErrors.requestWaits({})
}

/** After the end nothing is added to a case. */
export function refuseEnded({ state }: Order): void {
  if (state === 'closed' || state === 'withdrawn') throw supervisionErrors.ended({ state: orderStateTitles[state] })
}

/** An assisting agency says what it did; the case's state stays the host's. */
export function assist(order: Order, acting: Acting): void {
  if (!isAssisting(order, acting)) throw supervisionErrors.notHost({ act: '报告办理情况' })
  refuseEnded(order)
}
