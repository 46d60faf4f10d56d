import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { CycleKey, Rhythm } from './cycle.ts'

const kept = { id: z.uuid(), divisionCode: z.string(), programmeId: z.uuid(), savedBy: z.string(), savedAt: Moment }

/** The programme's own rhythm instead of the plan's, from a day on. Never overwritten: a later line takes its place. */
export const ReportingSetting = Rhythm.extend({
  ...kept,
  holdsFrom: z.iso.date().meta({ label: '自哪天起' }),
  /** Whether 保障措施 are reported like tasks. */
  withMeasures: z.boolean().meta({ label: '保障措施也要报送' }),
  reason: z.string().meta({ label: '理由' }),
})
export type ReportingSetting = z.infer<typeof ReportingSetting>

/** Who knows a target's figure: the agency that reports, somebody outside, or this system itself. */
export const SourceKind = z
  .enum(['agency', 'outside', 'computed'])
  .meta({ titles: { agency: '由单位填报', outside: '外部提供', computed: '系统计算' } })
export type SourceKind = z.infer<typeof SourceKind>

/** Where a target's figure comes from, when it is not the agency's to say. */
export const TargetSource = z.object({
  ...kept,
  targetId: z.uuid(),
  source: SourceKind.meta({ label: '数据来源', kind: 'radio' }),
  /** 县统计局年报, 技术合同登记系统; null when the agency says it. */
  from: z.string().nullable().meta({ label: '来源单位或系统' }),
})
export type TargetSource = z.infer<typeof TargetSource>

/** A figure the office took over from outside: the day it speaks of, and where it stood. */
export const OutsideValue = z.object({
  ...kept,
  targetId: z.uuid(),
  value: z.number().meta({ label: '数值', half: true }),
  on: z.iso.date().meta({ label: '截至日期', half: true }),
  /** 快报 or 年报, the bulletin, the system. */
  from: z.string().meta({ label: '出处' }),
})
export type OutsideValue = z.infer<typeof OutsideValue>

/** 委托填报: for some time another agency of the task reports it. */
export const Delegation = z.object({
  ...kept,
  taskId: z.uuid().meta({ label: '任务' }),
  fromAgencyId: z.uuid(),
  toAgencyId: z.uuid().meta({ label: '受托单位' }),
  fromOn: z.iso.date().meta({ label: '起' }),
  toOn: z.iso.date().nullable().meta({ label: '委托至', help: '不填日期，直到终止' }),
  reason: z.string().meta({ label: '理由' }),
})
export type Delegation = z.infer<typeof Delegation>

/** 附加问题: one more thing the office asks every agency for one cycle. */
export const Question = z.object({
  ...kept,
  cycle: CycleKey.meta({ label: '报送周期' }),
  text: z.string().meta({ label: '问题' }),
  kind: z
    .enum(['sentence', 'number', 'yesno'])
    .meta({ label: '答法', kind: 'radio', titles: { sentence: '一句话', number: '数字', yesno: '是或否' } }),
  withdrawnAt: Moment.nullable(),
})
export type Question = z.infer<typeof Question>

/** What an agency said to a question. */
export const QuestionAnswer = z.object({
  divisionCode: z.string(),
  questionId: z.uuid(),
  agencyId: z.uuid(),
  answer: z.string().meta({ label: '回答' }),
  answeredBy: z.string(),
  answeredAt: Moment,
})
export type QuestionAnswer = z.infer<typeof QuestionAnswer>
