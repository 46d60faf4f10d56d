import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** What a county runs from a published plan. Each new issue of the plan adds a version; nothing of an old one is lost. */
export const Programme = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  title: z.string().meta({ label: '方案名称' }),
  issuer: z.string().nullable().meta({ label: '发文机关' }),
  number: z.string().nullable().meta({ label: '文号' }),
  issuedOn: z.iso.date().nullable().meta({ label: '成文日期' }),
  startOn: z.iso.date().nullable().meta({ label: '开始' }),
  endOn: z.iso.date().nullable().meta({ label: '结束' }),
  /** The issue of the plan in force. */
  planId: z.uuid(),
  version: z.int().min(1).meta({ label: '版本' }),
  createdAt: Moment,
})
export type Programme = z.infer<typeof Programme>

/** A task of the programme with its sentence in the plan. */
export const Task = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  /** The issue whose words these are, and the task's id in it. */
  planId: z.uuid(),
  planTaskId: z.string(),
  position: z.int().meta({ label: '序号' }),
  kind: z.enum(['task', 'measure']).meta({ label: '类别' }),
  number: z.string().meta({ label: '编号' }),
  title: z.string().meta({ label: '任务名称' }),
  text: z.string(),
  /** Headings above it, outermost first; the last one is its action (行动). */
  path: z.array(z.string()),
  spanStart: z.int(),
  spanEnd: z.int(),
  dueOn: z.iso.date().nullable().meta({ label: '完成期限' }),
  dueText: z.string().nullable(),
  ongoing: z.boolean().meta({ label: '长期' }),
  /** First letters in pinyin of the title and of its agencies. */
  initials: z.string(),
  /** Version it came with; version that no longer has it. */
  addedIn: z.int(),
  droppedIn: z.int().nullable(),
})
export type Task = z.infer<typeof Task>

/** What decided a task that is not in the plan: the meeting's id, and how people call it. */
export const TaskSource = z.object({ kind: z.enum(['meeting']), id: z.uuid(), title: z.string() })
export type TaskSource = z.infer<typeof TaskSource>

/** A task outside the plan; no issue of the plan drops it. */
export const AddedTask = z.object({
  divisionCode: z.string(),
  programmeId: z.uuid(),
  taskId: z.uuid(),
  source: TaskSource,
  addedBy: z.string(),
  addedAt: Moment,
})
export type AddedTask = z.infer<typeof AddedTask>

export const TaskAgency = z.object({
  divisionCode: z.string(),
  taskId: z.uuid(),
  position: z.int(),
  /** Null while the name is not in the register. */
  agencyId: z.uuid().nullable(),
  name: z.string(),
  role: z.enum(['lead', 'participant']),
  inherited: z.boolean(),
})
export type TaskAgency = z.infer<typeof TaskAgency>
