import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { Moment } from '#kernel/moment.ts'
import { Ground, PlanDiff, PlanTarget, TargetAccrual } from '#modules/programme/plans/contract.ts'
import { Programme, Task, TaskSource } from './domain/programme.ts'

export { callTask } from './domain/task-name.ts'

const programmeId = z.uuid()

export const AgencyShown = z.object({ agencyId: z.uuid().nullable(), name: z.string(), inherited: z.boolean() })
export type AgencyShown = z.infer<typeof AgencyShown>

/** A target in force: the compiled target with its own id here and the task it belongs to. */
export const TargetView = PlanTarget.omit({ id: true, taskId: true, duplicateOf: true }).extend({
  id: z.uuid(),
  programmeId,
  planId: z.uuid(),
  taskId: z.uuid().nullable(),
  taskTitle: z.string().nullable(),
  leads: z.array(AgencyShown),
  accrual: TargetAccrual,
  /** `每年 ≥ 20 家`: in a line. */
  shown: z.string(),
  /** `2026—2028年每年不低于 20 家`: in a sentence. */
  sentence: z.string(),
  /** The same target stated elsewhere in the plan. */
  repeats: z.uuid().nullable(),
  position: z.int(),
})
export type TargetView = z.infer<typeof TargetView>

export const TaskView = Task.extend({
  action: z.string(),
  leads: z.array(AgencyShown),
  participants: z.array(AgencyShown),
  targets: z.array(TargetView),
})
export type TaskView = z.infer<typeof TaskView>

/** A task as lists show it; its words, its place in the plan and its figures stand on its own page. */
const TaskRow = Task.pick({
  id: true,
  kind: true,
  number: true,
  title: true,
  dueOn: true,
  dueText: true,
  ongoing: true,
}).extend({
  /** Names alone. */
  leads: z.array(z.string()),
  participants: z.array(z.string()),
  targets: z.int(),
})
export type TaskRow = z.infer<typeof TaskRow>

/** A task as it is chosen in a form: found by its number, its name or first letters in pinyin. */
const TaskName = Task.pick({ id: true, number: true, title: true, initials: true }).extend({
  leads: z.array(AgencyShown),
})
export type TaskName = z.infer<typeof TaskName>

/** A target as lists show it, with the sentence it stands in. */
const TargetRow = TargetView.pick({
  id: true,
  programmeId: true,
  planId: true,
  indicator: true,
  op: true,
  value: true,
  valueMax: true,
  unit: true,
  kind: true,
  accrual: true,
  sentence: true,
  period: true,
  modality: true,
  force: true,
  taskId: true,
  taskTitle: true,
  leads: true,
  clause: true,
  valueSpan: true,
  repeats: true,
})
export type TargetRow = z.infer<typeof TargetRow>

/** One word of an address or several of one name. */
const words = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(100)])
  .optional()
  .transform((said) => [said ?? []].flat().filter(Boolean))
const word = z.string().trim().max(80).default('')

/** What a list of a programme is asked for; the words are those of its address. */
const asked = z.object({
  programmeId,
  q: word,
  agency: words,
  action: words,
  group: word,
  /** `due`, `-due`: a column, downwards with a stroke before it. */
  sort: word,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(10_000).default(200),
})

/** A page of a list. */
const pageOf = <R extends z.ZodType>(row: R) =>
  z.object({
    /** Under the heading they stand under; one of two lead agencies stands under both. */
    placed: z.array(z.object({ row, group: z.string() })),
    /** How many rows all pages have, headings' repeats included. */
    rows: z.int(),
    /** How many records answer, and how many there are. */
    total: z.int(),
    all: z.int(),
    /** Headings of this page with all that stands under each. */
    groups: z.array(z.object({ heading: z.string(), rows: z.int() })),
  })

export const ProgrammeSummary = Programme.extend({
  counts: z.object({ tasks: z.int(), measures: z.int(), targets: z.int(), agencies: z.int() }),
})
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>

export const ProgrammeView = ProgrammeSummary.extend({
  actions: z.array(z.object({ heading: z.string(), tasks: z.int(), targets: z.int() })),
  agencies: z.array(
    z.object({ name: z.string(), agencyId: z.uuid().nullable(), leads: z.int(), participates: z.int() }),
  ),
  /** Tasks whose deadline falls next, soonest first, with the day it was asked. */
  upcoming: z.array(
    z.object({ taskId: z.uuid(), title: z.string(), dueOn: z.iso.date(), leads: z.array(AgencyShown) }),
  ),
  cadences: z.array(
    z.object({ what: z.string(), every: z.string(), times: z.number(), span: z.tuple([z.int(), z.int()]) }),
  ),
  versions: z.array(
    z.object({
      version: z.int(),
      planId: z.uuid(),
      number: z.string().nullable(),
      publishedAt: Moment,
      publishedBy: z.string(),
      /** Of a correction of the same text what it rests on; null for an issue. */
      ground: Ground.nullable(),
    }),
  ),
  /** Headings tasks and measures stand under, each once. */
  headings: z.array(z.string()),
  /** How many agencies lead something; tasks whose deadline is over, and tasks nobody leads. */
  opening: z.object({ leaders: z.int(), past: z.int(), unled: z.int() }),
  today: z.iso.date(),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>

/** A task's words with what stands around them in the plan. */
export const TaskPage = TaskView.extend({
  programmeTitle: z.string(),
  /** What decided a task that is not in the plan; null for the plan's own. */
  source: TaskSource.nullable(),
  passage: z.object({ before: z.string(), text: z.string(), after: z.string(), start: z.int() }),
  marks: z.array(z.object({ kind: z.enum(['title', 'agency', 'target', 'due']), span: z.tuple([z.int(), z.int()]) })),
  history: z.array(z.object({ version: z.int(), change: z.string(), before: z.string(), after: z.string() })),
})
export type TaskPage = z.infer<typeof TaskPage>

const table = z.object({ programmeId, table: z.enum(['tasks', 'targets']), format: z.enum(['xlsx', 'docx']) })

export const programmeContract = contract('programmes', {
  listProgrammes: {
    path: 'GET /programmes',
    title: '查看工作方案列表',
    by: staff,
    input: z.object({}),
    output: z.array(ProgrammeSummary),
  },
  getProgramme: {
    path: 'GET /programmes/:programmeId',
    title: '查看工作方案',
    by: staff,
    input: z.object({ programmeId }),
    output: ProgrammeView,
  },
  listTasks: {
    path: 'GET /programmes/:programmeId/tasks',
    title: '查看任务清单',
    by: staff,
    input: asked.extend({ role: word, due: word, kind: word }),
    output: pageOf(TaskRow),
  },
  listTaskNames: {
    path: 'GET /programmes/:programmeId/task-names',
    title: '查看任务名称',
    by: staff,
    input: z.object({ programmeId }),
    output: z.array(TaskName),
  },
  getTask: {
    path: 'GET /tasks/:taskId',
    title: '查看任务',
    by: staff,
    input: z.object({ taskId: z.uuid() }),
    output: TaskPage,
  },
  listTargets: {
    path: 'GET /programmes/:programmeId/targets',
    title: '查看目标清单',
    by: staff,
    input: asked.extend({ kind: words, modality: word, year: word }),
    output: pageOf(TargetRow).extend({
      kinds: z.array(TargetView.shape.kind),
      years: z.array(z.string()),
      modalities: z.array(z.string()),
    }),
  },
  compareVersions: {
    path: 'GET /programmes/:programmeId/versions/:version/changes',
    title: '查看版本变化',
    by: staff,
    input: z.object({ programmeId, version: z.coerce.number().int().min(2) }),
    output: z.object({ version: z.int(), diff: PlanDiff }),
  },
  exportTable: {
    path: 'GET /programmes/:programmeId/export',
    title: '导出任务分解表、目标表',
    by: staff,
    download: true,
    input: table,
    output: z.unknown(),
  },
})

/** Emitted when an issue of the plan is in force: the programme's tasks and targets are as this version says. */
export const programmeIssued = event(
  'programmes.programmeIssued',
  z.object({ programmeId, version: z.int(), occasion: z.string() }),
)

/** Emitted when a task that is not in the plan has been added to a programme. */
export const taskAdded = event('programmes.taskAdded', z.object({ programmeId, taskId: z.uuid() }))
