import { z } from 'zod'
import { Role } from '#kernel/actor.ts'
import { Moment } from '#kernel/moment.ts'

/** The stations every case passes, in order. */
export const orderNodes = ['register', 'issue', 'receive', 'handle', 'answer', 'review', 'close'] as const
export type OrderNode = (typeof orderNodes)[number]

export const orderNodeTitles: Record<OrderNode, string> = {
  register: '立项',
  issue: '交办',
  receive: '签收',
  handle: '办理',
  answer: '反馈',
  review: '复核',
  close: '销号',
}

export const EntryAct = z.enum([
  'register', 'issue', 'receive', 'handle', 'assist', 'answer', 'passReview', 'returnAnswer', 'close', 'reopen',
  'escalate', 'urge', 'withdraw', 'instruct', 'askExtension', 'askObjection', 'grantRequest', 'refuseRequest', 'recordInterview',
]) // biome-ignore format: in the order of the procedure
export type EntryAct = z.infer<typeof EntryAct>

export const entryActTitles: Record<EntryAct, string> = {
  register: '立项',
  issue: '交办',
  receive: '签收',
  handle: '办理',
  assist: '协办',
  answer: '反馈',
  passReview: '复核通过',
  returnAnswer: '退回重办',
  close: '销号',
  reopen: '重新办理',
  escalate: '升级',
  urge: '催办',
  withdraw: '撤销',
  instruct: '领导批示',
  askExtension: '申请延期',
  askObjection: '提出异议',
  grantRequest: '同意申请',
  refuseRequest: '不同意申请',
  recordInterview: '约谈记录',
}

/** Something done in a case: who, when, in which words. Never changed afterwards. */
export const Entry = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  orderId: z.uuid(),
  position: z.int(),
  act: EntryAct,
  at: Moment,
  byName: z.string(),
  byRole: Role,
  agencyId: z.uuid().nullable(),
  words: z.string(),
  paperId: z.uuid().nullable(),
})
export type Entry = z.infer<typeof Entry>

const nodeOf: Partial<Record<EntryAct, OrderNode>> = {
  register: 'register',
  issue: 'issue',
  escalate: 'issue',
  receive: 'receive',
  handle: 'handle',
  answer: 'answer',
  passReview: 'review',
  close: 'close',
}

export interface NodeMark {
  node: OrderNode
  /** The latest entry of the node that still counts; null while it is ahead. */
  entry: Pick<Entry, 'at' | 'byName' | 'agencyId' | 'words'> | null
}

/** Acts that send a case back: what lies behind the node they return to counts no longer. */
const returnsTo: Partial<Record<EntryAct, OrderNode>> = {
  escalate: 'issue',
  returnAnswer: 'handle',
  reopen: 'handle',
}

/** The line of nodes with the entries that count now; a return or an escalation empties the nodes behind it. */
export function nodeLine(entries: readonly Entry[]): NodeMark[] {
  const marks = new Map<OrderNode, Entry>()
  for (const entry of entries) {
    const back = returnsTo[entry.act]
    if (back) for (const later of orderNodes.slice(orderNodes.indexOf(back) + 1)) marks.delete(later)
    const node = nodeOf[entry.act]
    if (node) marks.set(node, entry)
  }
  return orderNodes.map((node) => ({ node, entry: marks.get(node) ?? null }))
}
