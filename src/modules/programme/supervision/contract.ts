import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { FileView } from '#modules/office/files/contract.ts'
import { Entry, orderNodes } from './domain/entry.ts'
import { Order, OrderLevel, OrderRating, orderRatingTitles } from './domain/order.ts'
import { AgencyProgress, CircularText, Interview, Paper } from './domain/paper.ts'
import { Proposal } from './domain/proposal.ts'
import { Request } from './domain/request.ts'
import { SupervisionSettings } from './domain/settings.ts'

export { orderLevelTitles, orderStateTitles } from './domain/order.ts'
export { OrderLevel }

const programmeId = z.uuid()
const orderId = z.uuid()
const day = z.iso.date('日期应写成 2026-11-22。')
const words = z.string().trim().max(2000).meta({ label: '说明' })
const reason = z.string().trim().min(4, '请写明理由，至少四个字。').max(500).meta({ label: '理由', kind: 'long' })
const done = reason.meta({ label: '办理情况', placeholder: '做了什么、到什么程度、下一步何时完成' })
const fileIds = z.array(z.uuid()).max(20).meta({ label: '佐证材料', kind: 'files' })
const Named = z.object({ agencyId: z.uuid(), name: z.string() })

export const OrderView = Order.extend({
  taskTitle: z.string(),
  host: z.string(),
  assists: z.array(Named),
  overdue: z.boolean(),
  /** Whether a year on the way to the day has no published calendar: the day is provisional (暂定). */
  provisional: z.boolean(),
  /** What the agency asked and waits for. */
  requestsOpen: z.int(),
})
export type OrderView = z.infer<typeof OrderView>

export const EntryView = Entry.omit({ divisionCode: true }).extend({
  agency: z.string().nullable(),
  number: z.string().nullable(),
  files: z.array(FileView),
})
export type EntryView = z.infer<typeof EntryView>

export const PaperView = Paper.pick({
  id: true, kind: true, number: true, issuedOn: true, issuedBy: true, dueOn: true,
}).extend({ title: z.string(), interview: Interview.nullable() }) // biome-ignore format: two lines
export type PaperView = z.infer<typeof PaperView>

export const RequestView = Request.omit({ divisionCode: true }).extend({ agency: z.string() })
export type RequestView = z.infer<typeof RequestView>

/** A paper that may go out now. */
export const PaperChoice = z.object({ kind: OrderLevel, dueOn: day, limit: z.string() })
export type PaperChoice = z.infer<typeof PaperChoice>

export const OrderPage = OrderView.extend({
  programmeTitle: z.string(),
  today: day,
  nodes: z.array(
    z.object({
      node: z.enum(orderNodes),
      entry: Entry.pick({ at: true, byName: true, agencyId: true, words: true }).extend({ agency: z.string().nullable() }).nullable(),
    }),
  ),
  entries: z.array(EntryView),
  papers: z.array(PaperView),
  requests: z.array(RequestView),
  /** The papers that may go out now, each with the day it would usually give. */
  nextPapers: z.array(PaperChoice),
  can: z.object({
    issue: Allowed, escalate: Allowed, instruct: Allowed, receive: Allowed, handle: Allowed, assist: Allowed, answer: Allowed,
    submitRequest: Allowed, answerRequest: Allowed, review: Allowed, close: Allowed, reopen: Allowed, withdraw: Allowed,
  }),
}) // biome-ignore format: acts in the order of the procedure
export type OrderPage = z.infer<typeof OrderPage>

export const ProposalView = Proposal.omit({ divisionCode: true }).extend({
  taskTitle: z.string().nullable(),
  host: z.string().nullable(),
  assists: z.array(Named),
  /** Of the matter that would be taken further. */
  number: z.string().nullable(),
  /** The papers a person may make of it, each with the day it would usually give. */
  papers: z.array(PaperChoice),
})
export type ProposalView = z.infer<typeof ProposalView>

export const SupervisionPage = z.object({
  today: day,
  /** The day the figures behind the proposals are of; null before they were ever looked at. */
  proposedOn: day.nullable(),
  proposals: z.array(ProposalView),
  setAside: z.array(ProposalView),
  orders: z.array(OrderView),
  circulars: z.array(PaperView),
  can: z.object({ registerOrder: Allowed, takeProposal: Allowed, issueCircular: Allowed, saveSettings: Allowed }),
})
export type SupervisionPage = z.infer<typeof SupervisionPage>

export const SettingsView = z.object({
  programmeId,
  settings: SupervisionSettings,
  defaults: SupervisionSettings,
  /** The plan's own words a default was taken from; null where it is custom. */
  sources: z.object({
    limit: z.string().nullable(),
    supervises: z.string().nullable(),
    reports: z.string().nullable(),
  }),
  savedBy: z.string().nullable(),
  savedAt: Moment.nullable(),
  can: z.object({ save: Allowed }),
})
export type SettingsView = z.infer<typeof SettingsView>

export const CircularDraft = CircularText.extend({
  today: day,
  dueOn: day,
  number: z.string(),
  standings: z.array(AgencyProgress),
  /** Matters a circular may name, overdue ones first. */
  orders: z.array(OrderView),
})
export type CircularDraft = z.infer<typeof CircularDraft>

const terms = {
  requirement: z.string().trim().min(4, '请写明办理要求。').max(1000).meta({ label: '办理要求' }),
  dueOn: day.meta({ label: '办理时限' }),
  words,
}
export const Registration = Order.pick({
  taskId: true, agencyId: true, assistIds: true, level: true, matter: true, source: true, requirement: true, dueOn: true,
}) // biome-ignore format: one line
export type Registration = z.infer<typeof Registration>

const office = ['office'] as const
const chiefs = ['office', 'leader'] as const

export const supervisionContract = contract('supervision', {
  listOrders: { path: 'GET /programmes/:programmeId/orders', title: '查看督办事项', by: staff, input: z.object({ programmeId }), output: SupervisionPage },
  listTaskOrders: { path: 'GET /tasks/:taskId/orders', title: '查看任务的督办事项', by: staff, input: z.object({ taskId: z.uuid() }), output: z.object({ today: day, orders: z.array(OrderView) }) },
  getOrder: { path: 'GET /orders/:orderId', title: '查看督办事项办理过程', by: staff, input: z.object({ orderId }), output: OrderPage },
  registerOrder: { path: 'POST /programmes/:programmeId/orders', title: '督办立项', by: chiefs, input: Registration.extend({ programmeId, words }), output: OrderPage },
  issueOrder: { path: 'POST /orders/:orderId/issue', title: '交办督办事项', by: office, input: z.object({ orderId, ...terms }), output: OrderPage },
  escalateOrder: {
    path: 'POST /orders/:orderId/escalate', title: '催办、升级督办', by: office,
    input: z.object({ orderId, kind: OrderLevel, ...terms, interview: Interview.nullable() }), output: OrderPage,
  },
  instructOrder: { path: 'POST /orders/:orderId/instruct', title: '批示督办事项', by: ['leader'], input: z.object({ orderId, words: reason }), output: OrderPage },
  receiveOrder: { path: 'POST /orders/:orderId/receive', title: '签收督办事项', by: agencyStaff, input: z.object({ orderId, words }), output: OrderPage },
  handleOrder: { path: 'POST /orders/:orderId/handle', title: '报告督办办理情况', by: agencyStaff, input: z.object({ orderId, words: done, fileIds }), output: OrderPage },
  answerOrder: { path: 'POST /orders/:orderId/answer', title: '反馈督办结果', by: agencyStaff, input: z.object({ orderId, words: done, fileIds }), output: OrderPage },
  submitRequest: {
    path: 'POST /orders/:orderId/requests', title: '申请延期、提出异议', by: agencyStaff,
    input: z.object({ orderId, kind: Request.shape.kind, reason, wantedOn: day.nullable() }), output: OrderPage,
  },
  answerRequest: {
    path: 'POST /requests/:requestId/answer', title: '答复延期、异议申请', by: office,
    input: z.object({ requestId: z.uuid(), granted: z.boolean(), answer: reason, dueOn: day.nullable() }), output: OrderPage,
  },
  reviewOrder: {
    path: 'POST /orders/:orderId/review', title: '复核督办反馈', by: office,
    /** Returning wants words and may set a new day. */
    input: z.object({ orderId, passed: z.boolean(), words, dueOn: day.nullable() }), output: OrderPage,
  },
  closeOrder: { path: 'POST /orders/:orderId/close', title: '督办销号', by: office, input: z.object({ orderId, words: words.meta({ label: '审核意见' }), rating: OrderRating.nullable().meta({ label: '办理评价', help: '可不填，写入督办台账', kind: 'radio', titles: orderRatingTitles }) }), output: OrderPage },
  reopenOrder: { path: 'POST /orders/:orderId/reopen', title: '重新办理督办事项', by: chiefs, input: z.object({ orderId, words: reason, dueOn: day }), output: OrderPage },
  withdrawOrder: { path: 'POST /orders/:orderId/withdraw', title: '撤销督办事项', by: office, input: z.object({ orderId, words: reason }), output: OrderPage },
  recomputeProposals: { path: 'POST /programmes/:programmeId/proposals', title: '核对督办建议', by: office, input: z.object({ programmeId }), output: SupervisionPage },
  takeProposal: {
    path: 'POST /proposals/:proposalId/take', title: '按建议交办', by: office,
    input: z.object({ proposalId: z.uuid(), agencyId: z.uuid().nullable(), assistIds: z.array(z.uuid()), kind: OrderLevel, ...terms, interview: Interview.nullable() }), output: OrderPage,
  },
  setAsideProposal: {
    path: 'POST /proposals/:proposalId/set-aside', title: '暂不处理督办建议', by: office,
    input: z.object({ proposalId: z.uuid(), reason, untilOn: day.nullable() }), output: SupervisionPage,
  },
  draftCircular: { path: 'GET /programmes/:programmeId/circular', title: '起草通报', by: office, input: z.object({ programmeId }), output: CircularDraft },
  issueCircular: {
    path: 'POST /programmes/:programmeId/circular', title: '印发通报', by: office,
    input: z.object({ programmeId, text: CircularText, orderIds: z.array(orderId).max(200), dueOn: day.meta({ label: '反馈时限' }) }), output: SupervisionPage,
  },
  recordInterview: { path: 'POST /papers/:paperId/interview', title: '补记约谈情况', by: office, input: z.object({ paperId: z.uuid(), interview: Interview }), output: OrderPage },
  getPaper: { path: 'GET /papers/:paperId/document', title: '下载督办文书', by: staff, download: true, input: z.object({ paperId: z.uuid() }), output: z.unknown() },
  getSettings: { path: 'GET /programmes/:programmeId/supervision-settings', title: '查看督办规则', by: staff, input: z.object({ programmeId }), output: SettingsView },
  saveSettings: { path: 'PUT /programmes/:programmeId/supervision-settings', title: '修改督办规则', by: office, input: z.object({ programmeId, settings: SupervisionSettings, reason }), output: SettingsView },
  exportOrders: { path: 'GET /programmes/:programmeId/orders/export', title: '导出督办台账', by: staff, download: true, input: z.object({ programmeId }), output: z.unknown() },
}) // biome-ignore format: one line where it fits
