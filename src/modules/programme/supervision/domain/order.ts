import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'
import { Standing } from '#modules/office/organisations/contract.ts'

/** How hard a case is pressed, in the order in which it is pressed harder. */
export const OrderLevel = z.enum(['prompt', 'urge', 'order', 'circular', 'interview'])
export type OrderLevel = z.infer<typeof OrderLevel>

export const orderLevelTitles: Record<OrderLevel, string> = {
  prompt: '提示',
  urge: '催办',
  order: '督办单',
  circular: '通报',
  interview: '约谈',
}

export const OrderState = z.enum([
  'registered', 'issued', 'received', 'handling', 'answered', 'reviewed', 'closed', 'withdrawn',
]) // biome-ignore format: in the order of the procedure
export type OrderState = z.infer<typeof OrderState>

export const orderStateTitles: Record<OrderState, string> = {
  registered: '待交办',
  issued: '待签收',
  received: '已签收',
  handling: '办理中',
  answered: '待复核',
  reviewed: '待销号',
  closed: '已销号',
  withdrawn: '已撤销',
}

/**
 * The closed loop of a case: 立项—交办—签收—办理—反馈—复核—销号. No step leads past a node; an escalation must be
 * signed for again, and nothing is closed that was not reviewed.
 */
export const orderFlow = workflow<OrderState, OrderStep>('supervision.order', orderStateTitles, {
  issue: { from: ['registered'], to: 'issued', title: '交办' },
  receive: { from: ['issued'], to: 'received', title: '签收' },
  handle: { from: ['received', 'handling'], to: 'handling', title: '报告办理情况' },
  answer: { from: ['handling'], to: 'answered', title: '反馈' },
  passReview: { from: ['answered'], to: 'reviewed', title: '复核' },
  returnAnswer: { from: ['answered'], to: 'handling', title: '退回反馈' },
  close: { from: ['reviewed'], to: 'closed', title: '销号' },
  reopen: { from: ['closed'], to: 'handling', title: '重新办理' },
  escalate: { from: ['issued', 'received', 'handling'], to: 'issued', title: '升级督办' },
  withdraw: { from: ['registered', 'issued', 'received', 'handling', 'answered'], to: 'withdrawn', title: '撤销' },
})
type OrderStep =
  | 'issue'
  | 'receive'
  | 'handle'
  | 'answer'
  | 'passReview'
  | 'returnAnswer'
  | 'close'
  | 'reopen'
  | 'escalate'
  | 'withdraw'

/** States of a case that still asks something of somebody. */
export const openStates: readonly OrderState[] = ['issued', 'received', 'handling', 'answered', 'reviewed']

export const isOpen = ({ state }: Pick<Order, 'state'>): boolean => openStates.includes(state)

export const Ground = z.object({
  /** Of the rule or verdict that says so; `hand` when a person wrote it. */
  code: z.string(),
  /** A sentence with its figures. */
  text: z.string(),
})
export type Ground = z.infer<typeof Ground>

export const OrderRating = z.enum(['good', 'fair', 'poor'])
export type OrderRating = z.infer<typeof OrderRating>

export const orderRatingTitles: Record<OrderRating, string> = { good: '好', fair: '一般', poor: '差' }

/** A case under supervision: one task, one agency that answers for it, others that help. */
export const Order = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  programmeId: z.uuid(),
  taskId: z.uuid().meta({ label: '任务' }),
  /** 承办 */
  agencyId: z.uuid().meta({ label: '承办单位', kind: 'agency' }),
  /** 协办 */
  assistIds: z.array(z.uuid()).meta({ label: '协办单位', kind: 'agency' }),
  level: OrderLevel.meta({ label: '层级', titles: orderLevelTitles }),
  /** How the host stands to the issuing organ, as judged when the last paper went out. */
  standing: Standing,
  state: OrderState.meta({ label: '状态' }),
  /** Of the paper in force; null before it is issued. */
  number: z.string().nullable().meta({ label: '编号' }),
  matter: z.string().min(2).max(200).meta({ label: '督办事项' }),
  source: z.string().min(2).max(200).meta({ label: '来源' }),
  requirement: z.string().min(4).max(1000).meta({ label: '办理要求' }),
  grounds: z.array(Ground),
  dueOn: z.iso.date().meta({ label: '办理时限' }),
  issuedOn: z.iso.date().nullable().meta({ label: '交办日期' }),
  closedOn: z.iso.date().nullable().meta({ label: '办结日期' }),
  /** How many times it was urged (第 n 次催办). */
  urges: z.int().min(0).meta({ label: '催办次数' }),
  rating: OrderRating.nullable().meta({ label: '办理评价' }),
  createdAt: Moment,
})
export type Order = z.infer<typeof Order>

/** What other modules may know of a case that is still open. */
export interface OrderFact {
  id: string
  number: string | null
  taskId: string
  agencyId: string
  level: OrderLevel
  standing: Standing
  state: OrderState
  issuedOn: string | null
  dueOn: string
  overdue: (today: string) => boolean
}

/** Past its day without an answer; what waits for the office's review is not late. */
export const isOverdue = ({ state, dueOn }: Pick<Order, 'state' | 'dueOn'>, today: string): boolean =>
  (state === 'issued' || state === 'received' || state === 'handling') && dueOn < today
