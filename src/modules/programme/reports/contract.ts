import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { Moment } from '#kernel/moment.ts'
import { intakeLines } from '#kernel/registry/intake.ts'
import { CycleKey } from '#modules/programme/reporting/contract.ts'
import { OpeningAnswer } from './domain/check-opening.ts'
import { Answer, Outcome } from './domain/report.ts'
import { BoardView } from './domain/views/board-view.ts'
import { ColleagueView } from './domain/views/colleague-view.ts'
import { InboxItem, InboxProgramme, InboxView } from './domain/views/inbox-view.ts'
import { OpeningFigure, OpeningSheet, OpeningTask } from './domain/views/opening-view.ts'
import { ReportView, ReviewView, TaskReportsView, WaitingCorrection } from './domain/views/report-view.ts'

export { answering, isPastDue } from './domain/answered.ts'
export { type CorrectedFigure, correctedAfter, correctionInWords } from './domain/corrected-figure.ts'
export { correctionTitles } from './domain/correction.ts'
export { findFinish, lastDecisive, lastOfEach, listFinishes } from './domain/finish.ts'
export { type OpeningFact, openingMark, openingOfTasks, openingTitles } from './domain/opening.ts'
export { Progress, progressTitles, statusTitles } from './domain/report.ts'
export type { ReportFact } from './domain/report-fact.ts'
export {
  type Answer, BoardView, ColleagueView, InboxItem, InboxProgramme, InboxView, OpeningAnswer, OpeningFigure, OpeningSheet, OpeningTask, type Outcome,
  ReportView, ReviewView,TaskReportsView, type WaitingCorrection,
} // biome-ignore format: one list

const programmeId = z.uuid()
const taskId = z.uuid()
const reviewers = ['office', 'reviewer', 'agencyHead'] as const
const reason = (least: string) => z.string().trim().min(4, least).max(200).meta({ label: '理由' })
const reportIds = z.array(z.uuid()).min(1).max(200)
const settled = z.array(z.object({ reportId: z.uuid(), refusal: z.string().nullable() }))

/** Said when a ledger is written: of which day figures are whose day it does not name, and what it is. */
export const OpeningWritten = z.object({
  effectiveOn: z.iso.date().meta({ label: '没有写截至日期的数，截至', half: true }),
  basis: z
    .string()
    .trim()
    .min(2, '请写明是哪份台账。')
    .max(200)
    .meta({ label: '依据', help: '哪份台账、报告', half: true }),
})

/** When the draft it continues was saved; null where there was none. */
const asOf = Moment.nullable()
/** An answer with the task and cycle it is for. */
const Answered = Answer.extend({ taskId, cycle: CycleKey, asOf: asOf.default(null) })

export const reportContract = contract('reports', {
  getInbox: {
    path: 'GET /reports/inbox',
    title: '查看本单位报送',
    by: agencyStaff,
    input: z.object({}),
    output: InboxView,
  },
  submitReports: {
    path: 'POST /reports',
    title: '报送进展',
    by: agencyStaff,
    /** `clientKey` is made once for a press of the button; the same key again changes nothing and answers the same. */
    input: z.object({
      clientKey: z.string().min(8).max(64),
      seconds: z.number().min(0).nullable(),
      answers: z.array(Answered).max(200),
      questions: z
        .array(z.object({ questionId: z.uuid(), answer: z.string().trim().min(1, '请填写回答。').max(500) }))
        .max(50),
    }),
    output: z.object({ submissionId: z.uuid(), outcomes: z.array(Outcome), repeated: z.boolean() }),
  },
  saveDrafts: {
    path: 'POST /reports/drafts',
    title: '保存报送草稿',
    by: agencyStaff,
    input: z.object({
      drafts: z.array(z.object({ taskId, cycle: CycleKey, answer: Answer.partial(), asOf })).max(200),
    }),
    /** In the order asked: when what is stored now was saved, and whether it is what was asked or another device's. */
    output: z.object({ savedAt: Moment, drafts: z.array(z.object({ savedAt: Moment, isKept: z.boolean() })) }),
  },
  withdrawReport: {
    path: 'POST /reports/:reportId/withdraw',
    title: '撤回报送',
    by: agencyStaff,
    input: z.object({ reportId: z.uuid() }),
    output: z.object({}),
  },
  listReviews: {
    path: 'GET /reports/reviews',
    title: '查看待审核报送',
    by: reviewers,
    input: z.object({}),
    output: z.array(ReviewView),
  },
  signReports: {
    path: 'POST /reports/sign',
    title: '签收报送',
    by: reviewers,
    input: z.object({ reportIds }),
    output: settled,
  },
  returnReports: {
    path: 'POST /reports/return',
    title: '退回报送',
    by: reviewers,
    input: z.object({ reportIds, reason: reason('请写明退回理由，至少四个字。') }),
    output: settled,
  },
  askCorrection: {
    path: 'POST /reports/:reportId/corrections',
    title: '申请更正报送数据',
    by: agencyStaff,
    input: z.object({
      reportId: z.uuid(),
      targetId: z.uuid().meta({ label: '哪个数' }),
      value: z.number().meta({ label: '应为' }),
      reason: reason('请写明更正理由，至少四个字。'),
    }),
    output: z.object({ correctionId: z.uuid() }),
  },
  listWaitingCorrections: {
    path: 'GET /reports/corrections',
    title: '查看待同意的更正',
    by: reviewers,
    input: z.object({}),
    output: z.array(WaitingCorrection),
  },
  settleCorrection: {
    path: 'POST /reports/corrections/:correctionId',
    title: '处理更正申请',
    by: reviewers,
    /** A refusal says why. */
    input: z.object({
      correctionId: z.uuid(),
      granted: z.boolean(),
      reason: reason('请写明理由，至少四个字。').nullable(),
    }),
    output: z.object({}),
  },
  getOpening: {
    path: 'GET /programmes/:programmeId/opening',
    title: '查看期初情况',
    by: ['office'],
    input: z.object({ programmeId }),
    output: OpeningSheet,
  },
  saveOpening: {
    path: 'POST /programmes/:programmeId/opening',
    title: '填写期初情况',
    by: ['office'],
    input: z.object({ programmeId, answers: z.array(OpeningAnswer).min(1).max(500) }),
    output: z.object({ saved: z.int() }),
  },
  ...intakeLines({
    noun: '期初情况',
    path: '/programmes/:programmeId/opening',
    keepers: ['office'],
    said: OpeningWritten,
    around: z.object({ programmeId }),
  }),
  listTaskReports: {
    path: 'GET /tasks/:taskId/reports',
    title: '查看任务报送记录',
    by: staff,
    input: z.object({ taskId }),
    output: TaskReportsView,
  },
  getReport: {
    path: 'GET /reports/:reportId',
    title: '查看一条报送',
    by: staff,
    input: z.object({ reportId: z.uuid() }),
    output: ReportView,
  },
  getBoard: {
    path: 'GET /programmes/:programmeId/reports',
    title: '查看报送情况',
    by: staff,
    input: z.object({ programmeId }),
    output: BoardView,
  },
  exportBoard: {
    path: 'GET /programmes/:programmeId/reports/export',
    title: '导出报送情况',
    by: staff,
    download: true,
    input: z.object({ programmeId }),
    output: z.unknown(),
  },
  listColleagues: {
    path: 'GET /reports/colleagues',
    title: '查看填报人员',
    by: reviewers,
    input: z.object({}),
    output: z.array(ColleagueView),
  },
  assignTask: {
    path: 'PUT /tasks/:taskId/agencies/:agencyId/reporter',
    title: '指定填报人',
    by: reviewers,
    input: z.object({ taskId, agencyId: z.uuid(), userId: z.string().nullable().meta({ label: '填报人' }) }),
    output: z.object({}),
  },
  handOver: {
    path: 'POST /reports/hand-over',
    title: '交接填报工作',
    by: ['office', 'agencyHead'],
    input: z.object({
      fromUserId: z.string(),
      agencyId: z.uuid().optional(),
      toUserId: z.string().min(1).meta({ label: '交接给' }),
      reason: reason('请写明交接原因，至少四个字。'),
    }),
    output: z.object({ drafts: z.int(), assignments: z.int() }),
  },
})

const told = z.object({ programmeId, taskId, reportId: z.uuid() })

/** An agency has said something of a task. */
export const reportSubmitted = event('reports.reportSubmitted', told)
/** A reviewer has taken it as said. */
export const reportSigned = event('reports.reportSigned', told)
/** A reviewer wants it said again; what was said no longer holds. */
export const reportReturned = event('reports.reportReturned', told)
/** A signed figure has become another one; what rests on it is judged anew from now on. */
export const reportCorrected = event('reports.reportCorrected', told)
