import { defineModule } from '#platform/operation/implement.ts'
import { levelFlow } from './domain/level.ts'
import { orderFlow } from './domain/order.ts'
import { proposalFlow } from './domain/proposal.ts'
import { requestFlow } from './domain/request.ts'
import { answerOrder, handleOrder, receiveOrder } from './server/agency-acts.ts'
import { draftCircular, issueCircular } from './server/circular-operations.ts'
import { dailySupervision, superviseDaily } from './server/daily-supervision.ts'
import { exportOrders } from './server/export-orders.ts'
import { findOrders, findPapers } from './server/finders.ts'
import { getPaper } from './server/get-paper.ts'
import { escalateOrder, issueOrder } from './server/issue-order.ts'
import { getOrder, listOrders, listTaskOrders } from './server/list-orders.ts'
import { closeOrder, instructOrder, reopenOrder, reviewOrder, withdrawOrder } from './server/office-acts.ts'
import { recomputeProposals, setAsideProposal, takeProposal } from './server/proposal-operations.ts'
import { recordInterview } from './server/record-interview.ts'
import { registerOrder } from './server/register-order.ts'
import { answerRequest, submitRequest } from './server/request-operations.ts'
import { getSettings, passOverNumbers, saveSettings } from './server/settings-operations.ts'
import { supervisionRows } from './server/tables.ts'

/** Who is pressed for what, how hard and until when: proposals, orders, papers. */
export const supervision = defineModule({
  name: 'supervision',
  title: '督办',
  unique: supervisionRows,
  operations: [
    listOrders, listTaskOrders, getOrder, registerOrder, issueOrder, escalateOrder, instructOrder, receiveOrder, handleOrder,
    answerOrder, submitRequest, answerRequest, reviewOrder, closeOrder, reopenOrder, withdrawOrder, recomputeProposals, takeProposal,
    setAsideProposal, draftCircular, issueCircular, recordInterview, getPaper, getSettings, saveSettings, passOverNumbers,
    exportOrders,
  ],
  procedures: [levelFlow, orderFlow, requestFlow, proposalFlow],
  finds: [findOrders, findPapers],
  listens: [],
  jobs: [superviseDaily],
  schedules: [dailySupervision],
}) // biome-ignore format: in the order of the procedure
