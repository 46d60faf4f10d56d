import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { Moment } from '#kernel/moment.ts'
import { CycleKey } from '#modules/programme/reporting/contract.ts'
import { Answer, Outcome } from './domain/statement.ts'
import { BoardView } from './domain/views/board-view.ts'
import { ColleagueView } from './domain/views/colleague-view.ts'
import { InboxItem, InboxProgramme, InboxView } from './domain/views/inbox-view.ts'
import { ReviewView, StatementView, TaskStatementsView } from './domain/views/statement-view.ts'

export { Progress, progressTitles, statusTitles } from './domain/statement.ts'
export {
  type Answer, BoardView, ColleagueView, InboxItem, InboxProgramme, InboxView, type Outcome, ReviewView,
  StatementView, TaskStatementsView,
} // biome-ignore format: one list

const programmeId = z.uuid()
const taskId = z.uuid()
const reviewers = ['office', 'reviewer', 'agencyHead'] as const
const reason = (least: string) => z.string().trim().min(4, least).max(200).meta({ label: '理由' })
const statementIds = z.array(z.uuid()).min(1).max(200)
const settled = z.array(z.object({ statementId: z.uuid(), refusal: z.string().nullable() }))

/** When the draft it continues was saved; null where there was none. */
const asOf = Moment.nullable()
/** An answer with the task and cycle it is for. */
const Answered = Answer.extend({ taskId, cycle: CycleKey, asOf: asOf.default(null) })

export const statementContract = contract('reports', {
  getInbox: { path: 'GET /statements/inbox', title: '查看本单位报送', by: agencyStaff, input: z.object({}), output: InboxView },
  submitStatements: {
    path: 'POST /statements', title: '报送进展', by: agencyStaff,
    /** `clientKey` is made once for a press of the button; the same key again changes nothing and answers the same. */
    input: z.object({
      clientKey: z.string().min(8).max(64), seconds: z.number().min(0).nullable(), answers: z.array(Answered).max(200),
      questions: z.array(z.object({ questionId: z.uuid(), answer: z.string().trim().min(1, '请填写回答。').max(500) })).max(50),
    }),
    output: z.object({ submissionId: z.uuid(), outcomes: z.array(Outcome), repeated: z.boolean() }),
  },
  saveDrafts: {
    path: 'POST /statements/drafts', title: '保存报送草稿', by: agencyStaff,
    input: z.object({ drafts: z.array(z.object({ taskId, cycle: CycleKey, answer: Answer.partial(), asOf })).max(200) }),
    /** In the order asked: when what is stored now was saved, and whether it is what was asked or another device's. */
    output: z.object({ savedAt: Moment, drafts: z.array(z.object({ savedAt: Moment, isKept: z.boolean() })) }),
  },
  withdrawStatement: {
    path: 'POST /statements/:statementId/withdraw', title: '撤回报送', by: agencyStaff,
    input: z.object({ statementId: z.uuid() }), output: z.object({}),
  },
  listReviews: { path: 'GET /statements/reviews', title: '查看待审核报送', by: reviewers, input: z.object({}), output: z.array(ReviewView) },
  signStatements: { path: 'POST /statements/sign', title: '签收报送', by: reviewers, input: z.object({ statementIds }), output: settled },
  returnStatements: {
    path: 'POST /statements/return', title: '退回报送', by: reviewers,
    input: z.object({ statementIds, reason: reason('请写明退回理由，至少四个字。') }), output: settled,
  },
  listTaskStatements: {
    path: 'GET /tasks/:taskId/statements', title: '查看任务报送记录', by: staff, input: z.object({ taskId }), output: TaskStatementsView,
  },
  getStatement: {
    path: 'GET /statements/:statementId', title: '查看一条报送', by: staff, input: z.object({ statementId: z.uuid() }), output: StatementView,
  },
  getBoard: { path: 'GET /programmes/:programmeId/statements', title: '查看报送情况', by: staff, input: z.object({ programmeId }), output: BoardView },
  exportBoard: {
    path: 'GET /programmes/:programmeId/statements/export', title: '导出报送情况', by: staff, download: true,
    input: z.object({ programmeId }), output: z.unknown(),
  },
  listColleagues: { path: 'GET /statements/colleagues', title: '查看填报人员', by: reviewers, input: z.object({}), output: z.array(ColleagueView) },
  assignTask: {
    path: 'PUT /tasks/:taskId/agencies/:agencyId/reporter', title: '指定填报人', by: reviewers,
    input: z.object({ taskId, agencyId: z.uuid(), userId: z.string().nullable().meta({ label: '填报人' }) }), output: z.object({}),
  },
  handOver: {
    path: 'POST /statements/hand-over', title: '交接填报工作', by: ['office', 'agencyHead'],
    input: z.object({ fromUserId: z.string(), toUserId: z.string().min(1).meta({ label: '交接给' }), reason: reason('请写明交接原因，至少四个字。') }),
    output: z.object({ drafts: z.int(), assignments: z.int() }),
  },
}) // biome-ignore format: one line where it fits

const told = z.object({ programmeId, taskId, statementId: z.uuid() })

/** An agency has said something of a task. */
export const statementSubmitted = event('reports.statementSubmitted', told)
/** A reviewer has taken it as said. */
export const statementSigned = event('reports.statementSigned', told)
/** A reviewer wants it said again; what was said no longer holds. */
export const statementReturned = event('reports.statementReturned', told)
