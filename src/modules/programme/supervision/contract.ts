import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { OrderLevel, OrderRating, orderRatingTitles } from './domain/order.ts'
import { CircularText, Interview } from './domain/paper.ts'
import { Request } from './domain/request.ts'
import { SupervisionSettings } from './domain/settings.ts'

import {
  CircularDraft, day, OrderPage, OrderView, PaperView, PassedOver, programmeId, Registration, reason, SettingsView, SupervisionPage, terms, words,
} from './domain/views.ts' // biome-ignore format: one list

export type { Standing } from '#modules/office/organisations/contract.ts'
export { OrderLevel, orderLevelTitles, orderStateTitles } from './domain/order.ts'
export { callOrder, levelTitle } from './domain/paper-form.ts'
export {
  CircularDraft, EntryView, OrderPage, OrderView, PaperChoice, PaperView, ProposalView, Registration, RequestView, SettingsView, SupervisionPage,
} from './domain/views.ts' // biome-ignore format: one list

const orderId = z.uuid()
const done = reason.meta({ label: '办理情况', placeholder: '做了什么、到什么程度、下一步何时完成' })
const fileIds = z.array(z.uuid()).max(20).meta({ label: '佐证材料', kind: 'files' })

const office = ['office'] as const
const chiefs = ['office', 'leader'] as const

export const supervisionContract = contract('supervision', {
  listOrders: {
    path: 'GET /programmes/:programmeId/orders',
    title: '查看督办事项',
    by: staff,
    input: z.object({ programmeId }),
    output: SupervisionPage,
  },
  listTaskOrders: {
    path: 'GET /tasks/:taskId/orders',
    title: '查看任务的督办事项',
    by: staff,
    input: z.object({ taskId: z.uuid() }),
    /** `papers`: those whose figures were corrected after they went out. */
    output: z.object({ today: day, orders: z.array(OrderView), papers: z.array(PaperView) }),
  },
  getOrder: {
    path: 'GET /orders/:orderId',
    title: '查看督办事项办理过程',
    by: staff,
    input: z.object({ orderId }),
    output: OrderPage,
  },
  registerOrder: {
    path: 'POST /programmes/:programmeId/orders',
    title: '督办立项',
    by: chiefs,
    input: Registration.extend({ programmeId, words }),
    output: OrderPage,
  },
  issueOrder: {
    path: 'POST /orders/:orderId/issue',
    title: '交办督办事项',
    by: office,
    input: z.object({ orderId, ...terms }),
    output: OrderPage,
  },
  escalateOrder: {
    path: 'POST /orders/:orderId/escalate',
    title: '催办、升级督办',
    by: office,
    input: z.object({ orderId, kind: OrderLevel, ...terms, interview: Interview.nullable() }),
    output: OrderPage,
  },
  instructOrder: {
    path: 'POST /orders/:orderId/instruct',
    title: '批示督办事项',
    by: ['leader'],
    input: z.object({ orderId, words: reason }),
    output: OrderPage,
  },
  receiveOrder: {
    path: 'POST /orders/:orderId/receive',
    title: '签收督办事项',
    by: agencyStaff,
    input: z.object({ orderId, words }),
    output: OrderPage,
  },
  handleOrder: {
    path: 'POST /orders/:orderId/handle',
    title: '报告督办办理情况',
    by: agencyStaff,
    input: z.object({ orderId, words: done, fileIds }),
    output: OrderPage,
  },
  answerOrder: {
    path: 'POST /orders/:orderId/answer',
    title: '反馈督办结果',
    by: agencyStaff,
    input: z.object({ orderId, words: done, fileIds }),
    output: OrderPage,
  },
  submitRequest: {
    path: 'POST /orders/:orderId/requests',
    title: '申请延期、提出异议',
    by: agencyStaff,
    input: z.object({ orderId, kind: Request.shape.kind, reason, wantedOn: day.nullable() }),
    output: OrderPage,
  },
  answerRequest: {
    path: 'POST /requests/:requestId/answer',
    title: '答复延期、异议申请',
    by: office,
    input: z.object({ requestId: z.uuid(), granted: z.boolean(), answer: reason, dueOn: day.nullable() }),
    output: OrderPage,
  },
  reviewOrder: {
    path: 'POST /orders/:orderId/review',
    title: '复核督办反馈',
    by: office,
    /** Returning wants words and may set a new day. */
    input: z.object({ orderId, passed: z.boolean(), words, dueOn: day.nullable() }),
    output: OrderPage,
  },
  closeOrder: {
    path: 'POST /orders/:orderId/close',
    title: '督办销号',
    by: office,
    input: z.object({
      orderId,
      words: words.meta({ label: '审核意见' }),
      rating: OrderRating.nullable().meta({
        label: '办理评价',
        help: '可不填，写入督办台账',
        kind: 'radio',
        titles: orderRatingTitles,
      }),
    }),
    output: OrderPage,
  },
  reopenOrder: {
    path: 'POST /orders/:orderId/reopen',
    title: '重新办理督办事项',
    by: chiefs,
    input: z.object({ orderId, words: reason, dueOn: day }),
    output: OrderPage,
  },
  withdrawOrder: {
    path: 'POST /orders/:orderId/withdraw',
    title: '撤销督办事项',
    by: office,
    input: z.object({ orderId, words: reason }),
    output: OrderPage,
  },
  recomputeProposals: {
    path: 'POST /programmes/:programmeId/proposals',
    title: '核对督办建议',
    by: office,
    input: z.object({ programmeId }),
    output: SupervisionPage,
  },
  takeProposal: {
    path: 'POST /proposals/:proposalId/take',
    title: '按建议交办',
    by: office,
    input: z.object({
      proposalId: z.uuid(),
      agencyId: z.uuid().nullable(),
      assistIds: z.array(z.uuid()),
      kind: OrderLevel,
      ...terms,
      interview: Interview.nullable(),
    }),
    output: OrderPage,
  },
  setAsideProposal: {
    path: 'POST /proposals/:proposalId/set-aside',
    title: '暂不处理督办建议',
    by: office,
    input: z.object({ proposalId: z.uuid(), reason, untilOn: day.nullable() }),
    output: SupervisionPage,
  },
  draftCircular: {
    path: 'GET /programmes/:programmeId/circular',
    title: '起草通报',
    by: office,
    input: z.object({ programmeId }),
    output: CircularDraft,
  },
  issueCircular: {
    path: 'POST /programmes/:programmeId/circular',
    title: '印发通报',
    by: office,
    input: z.object({
      programmeId,
      text: CircularText,
      orderIds: z.array(orderId).max(200),
      dueOn: day.meta({ label: '反馈时限' }),
    }),
    output: SupervisionPage,
  },
  recordInterview: {
    path: 'POST /papers/:paperId/interview',
    title: '补记约谈情况',
    by: office,
    input: z.object({ paperId: z.uuid(), interview: Interview }),
    output: OrderPage,
  },
  getPaper: {
    path: 'GET /papers/:paperId/document',
    title: '下载督办文书',
    by: staff,
    download: true,
    input: z.object({ paperId: z.uuid() }),
    output: z.unknown(),
  },
  getSettings: {
    path: 'GET /programmes/:programmeId/supervision-settings',
    title: '查看督办规则',
    by: staff,
    input: z.object({ programmeId }),
    output: SettingsView,
  },
  saveSettings: {
    path: 'PUT /programmes/:programmeId/supervision-settings',
    title: '修改督办规则',
    by: office,
    input: z.object({
      programmeId,
      settings: SupervisionSettings,
      issuesFrom: day.nullable().meta({ label: '发文机关、文号自哪天起改用', help: '没有改动的不填；留空为今天' }),
      reason,
    }),
    output: SettingsView,
  },
  passOverNumbers: {
    path: 'POST /programmes/:programmeId/series',
    title: '登记系统外已用文号',
    by: office,
    input: z.object({ programmeId, ...PassedOver.shape, reason }),
    output: SettingsView,
  },
  exportOrders: {
    path: 'GET /programmes/:programmeId/orders/export',
    title: '导出督办台账',
    by: staff,
    download: true,
    input: z.object({ programmeId }),
    output: z.unknown(),
  },
})
