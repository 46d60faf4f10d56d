import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { Conflict } from './conflict.ts'
import { Step, StepDates } from './step.ts'

export const RevisionKind = z.enum([
  'created', 'templateTaken', 'dateMoved', 'dateFreed', 'stepAdded', 'stepRemoved', 'stepEdited', 'compressed',
  'stepDone', 'stepReopened', 'figuresAdded', 'figureReached', 'figureFell', 'deadlineChanged', 'calendarAdded', 'dropped',
]) // biome-ignore format: a list
export type RevisionKind = z.infer<typeof RevisionKind>

export const revisionTitles: Record<RevisionKind, string> = {
  created: '首次排定',
  templateTaken: '按模板重排',
  dateMoved: '调整日期',
  dateFreed: '恢复推算',
  stepAdded: '增加步骤',
  stepRemoved: '删去步骤',
  stepEdited: '修改步骤',
  compressed: '压缩工期',
  stepDone: '步骤办结',
  stepReopened: '撤销办结',
  figuresAdded: '年度目标节点',
  figureReached: '数字达到',
  figureFell: '数字不足',
  deadlineChanged: '期限变化',
  calendarAdded: '补录放假安排',
  dropped: '任务取消',
}

/** Where the last day of a task comes from. */
export const DeadlineSource = z.enum(['task', 'target', 'programme', 'office'])
export type DeadlineSource = z.infer<typeof DeadlineSource>

export const deadlineSourceTitles: Record<DeadlineSource, string> = {
  task: '原文完成期限',
  target: '目标期限',
  programme: '方案实施期末',
  office: '专班办公室指定',
}

/** Why a task has no dates. */
export const ScheduleFailure = z.discriminatedUnion('why', [
  z.object({ why: z.literal('noDeadline') }),
  z.object({ why: z.literal('conflict'), conflict: Conflict }),
])
export type ScheduleFailure = z.infer<typeof ScheduleFailure>

/** A task's schedule as it was decided at one moment, whole; the newest one is in force, none is ever changed. */
export const ScheduleRevision = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  programmeId: z.uuid(),
  taskId: z.uuid(),
  /** 1, 2, 3 … within the task. */
  number: z.int().min(1),
  kind: RevisionKind,
  reason: z.string().meta({ label: '理由' }),
  templateKey: z.string(),
  templateTitle: z.string(),
  /** The words or figures that chose the template. */
  because: z.string(),
  floorOn: z.iso.date(),
  deadlineOn: z.iso.date().nullable(),
  deadlineFrom: DeadlineSource.nullable(),
  steps: z.array(Step),
  /** Empty when there is a failure. */
  dates: z.array(StepDates),
  failure: ScheduleFailure.nullable(),
  /** Years counted Monday to Friday because nobody has published their calendar. */
  unpublished: z.array(z.int()),
  recordedAt: Moment,
  recordedBy: z.string(),
})
export type ScheduleRevision = z.infer<typeof ScheduleRevision>

/** What of a revision is decided by planning; the rest says who and when. */
export type ScheduleState = Pick<
  ScheduleRevision,
  | 'templateKey'
  | 'templateTitle'
  | 'because'
  | 'floorOn'
  | 'deadlineOn'
  | 'deadlineFrom'
  | 'steps'
  | 'dates'
  | 'failure'
  | 'unpublished'
>
