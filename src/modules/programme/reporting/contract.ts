import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { Rhythm } from './domain/cycle.ts'
import { Delegation, OutsideValue, Question, ReportingSetting, TargetSource } from './domain/reporting.ts'
import { ReportingView } from './domain/views/reporting-view.ts'

export { type Asking, listFigures } from './domain/asked-targets.ts'
export { Cycle, CycleKey, formatCycle, rhythmInWords } from './domain/cycle.ts'
export type { DutyFact } from './domain/duties.ts'
export { reportingErrors } from './domain/errors.ts'
export type { OutsideFact } from './domain/outside-fact.ts'
export { Question, ReportingView, type Rhythm }

const programmeId = z.uuid()
const reviewers = ['office', 'reviewer', 'agencyHead'] as const
const office = ['office'] as const
const reason = (least: string) => z.string().trim().min(4, least).max(200).meta({ label: '理由' })

export const reportingContract = contract('reporting', {
  getReporting: {
    path: 'GET /programmes/:programmeId/reporting',
    title: '查看报送设置',
    by: reviewers,
    input: z.object({ programmeId }),
    output: ReportingView,
  },
  saveReporting: {
    path: 'PUT /programmes/:programmeId/reporting',
    title: '修改报送周期',
    by: office,
    input: Rhythm.extend(ReportingSetting.pick({ holdsFrom: true, withMeasures: true }).shape).extend({
      programmeId,
      reason: reason('请写明理由，至少四个字。'),
    }),
    output: ReportingView,
  },
  setTargetSource: {
    path: 'PUT /programmes/:programmeId/targets/:targetId/source',
    title: '设定目标数据来源',
    by: office,
    input: z.object({
      programmeId,
      targetId: z.uuid(),
      source: TargetSource.shape.source,
      from: z.string().trim().min(2, '请写明来源单位或系统。').max(60).nullable().meta({ label: '来源单位或系统' }),
    }),
    output: ReportingView,
  },
  recordOutsideValue: {
    path: 'POST /programmes/:programmeId/targets/:targetId/values',
    title: '录入外部数据',
    by: office,
    input: OutsideValue.pick({ programmeId: true, targetId: true, value: true, on: true }).extend({
      from: z.string().trim().min(2, '请写明出处。').max(100).meta({ label: '出处', placeholder: '如统计快报' }),
    }),
    output: ReportingView,
  },
  delegateTask: {
    path: 'POST /tasks/:taskId/delegations',
    title: '委托填报',
    by: reviewers,
    input: Delegation.pick({ taskId: true, fromAgencyId: true, toAgencyId: true, fromOn: true, toOn: true }).extend({
      reason: reason('请写明委托理由，至少四个字。'),
    }),
    output: ReportingView,
  },
  endDelegation: {
    path: 'POST /delegations/:delegationId/end',
    title: '终止委托填报',
    by: reviewers,
    input: z.object({ delegationId: z.uuid() }),
    output: ReportingView,
  },
  askQuestion: {
    path: 'POST /programmes/:programmeId/questions',
    title: '增加附加问题',
    by: office,
    input: Question.pick({ programmeId: true, cycle: true, kind: true }).extend({
      text: z
        .string()
        .trim()
        .min(4, '问题至少四个字。')
        .max(100)
        .meta({ label: '问题', placeholder: '要问各单位什么' }),
    }),
    output: ReportingView,
  },
  withdrawQuestion: {
    path: 'POST /questions/:questionId/withdraw',
    title: '撤回附加问题',
    by: office,
    input: z.object({ questionId: z.uuid() }),
    output: ReportingView,
  },
})
