import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'
import { CycleKey } from '#modules/programme/reporting/contract.ts'

/** What an agency says of a task in one tap. */
export const Progress = z.enum(['unchanged', 'progressed', 'difficult', 'finished'])
export type Progress = z.infer<typeof Progress>

export const progressTitles: Record<Progress, string> = {
  unchanged: '无变化',
  progressed: '有进展',
  difficult: '有困难',
  finished: '已完成',
}

export const StatementStatus = z.enum(['submitted', 'signed', 'returned', 'withdrawn'])
export type StatementStatus = z.infer<typeof StatementStatus>

export const statusTitles: Record<StatementStatus, string> = {
  submitted: '待审核',
  signed: '已签收',
  returned: '已退回',
  withdrawn: '已撤回',
}

/** What a reviewer or the reporter may do with a statement that was handed in; a new attempt is a new statement. */
export const statementFlow = workflow('reports.report', statusTitles, {
  sign: { from: ['submitted'], to: 'signed', title: '签收' },
  return: { from: ['submitted'], to: 'returned', title: '退回' },
  withdraw: { from: ['submitted'], to: 'withdrawn', title: '撤回' },
})

/** A figure for a target; 做到 is 1, 未做到 is 0. */
export const TargetValue = z.object({ targetId: z.uuid(), value: z.number() })
export type TargetValue = z.infer<typeof TargetValue>

/** What one agency says of one task for one cycle. Never changed once handed in; only what became of it is added. */
export const Statement = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  taskId: z.uuid(),
  agencyId: z.uuid(),
  cycle: CycleKey.meta({ label: '报送周期' }),
  /** The day it was due and the last day it speaks of, as the cycle stood then. */
  dueOn: z.iso.date(),
  endOn: z.iso.date(),
  attempt: z.int().min(1).meta({ label: '第几次' }),
  submissionId: z.uuid(),
  progress: Progress.meta({ label: '状态' }),
  text: z.string().max(500).meta({ label: '进展说明' }),
  needsCoordination: z.boolean().meta({ label: '需要协调' }),
  values: z.array(TargetValue),
  /** Number of files handed in with it. */
  evidence: z.int().min(0).meta({ label: '佐证材料' }),
  submittedById: z.string(),
  submittedBy: z.string().meta({ label: '填报人' }),
  submittedAt: Moment.meta({ label: '报送时间' }),
  submittedOn: z.iso.date(),
  status: StatementStatus.meta({ label: '审核状态' }),
  settledBy: z.string().nullable().meta({ label: '审核人' }),
  settledAt: Moment.nullable().meta({ label: '审核时间' }),
  settledOn: z.iso.date().nullable(),
  settledReason: z.string().nullable().meta({ label: '退回理由' }),
})
export type Statement = z.infer<typeof Statement>

/** What a person fills in for a task: a tap, figures where a target needs them, a sentence, evidence. */
export const Answer = z.object({
  progress: Progress,
  text: z.string().trim().max(500, '说明最多 500 个字。'),
  needsCoordination: z.boolean(),
  values: z.array(TargetValue).max(50),
  fileIds: z.array(z.uuid()).max(20, '一项任务最多附 20 个文件。'),
})
export type Answer = z.infer<typeof Answer>

/** A task's answer not yet handed in, kept for the person who began it. */
export const Draft = z.object({
  divisionCode: z.string(),
  userId: z.string(),
  agencyId: z.uuid(),
  taskId: z.uuid(),
  cycle: CycleKey,
  answer: Answer.partial(),
  savedAt: Moment,
})
export type Draft = z.infer<typeof Draft>

/** What became of one answer of a submission: a statement, or the sentence why not. */
export const Outcome = z.object({ taskId: z.uuid(), statementId: z.uuid().nullable(), refusal: z.string().nullable() })
export type Outcome = z.infer<typeof Outcome>

/** One press of 报送. Its key comes from the browser, so that a press repeated after a lost line is the same one. */
export const Submission = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  userId: z.string(),
  clientKey: z.string().min(8).max(64),
  agencyId: z.uuid(),
  submittedAt: Moment,
  /** From opening the form to pressing; null when the browser could not tell. */
  seconds: z.int().nullable(),
  /** What was asked: a tap for each task and a figure for each target. */
  cells: z.int(),
  outcomes: z.array(Outcome),
})
export type Submission = z.infer<typeof Submission>
