import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'
import { ReadDecision } from './read-decision.ts'

export const DecisionFate = z.enum(['open', 'placed', 'joined', 'setAside'])
export type DecisionFate = z.infer<typeof DecisionFate>

export const decisionFateTitles: Record<DecisionFate, string> = {
  open: '待落实',
  placed: '已立为任务',
  joined: '已并入任务',
  setAside: '不立任务',
}

/** Who is to do it, as the minutes name them and as the register knows them. */
export const DecisionOwner = z.object({
  name: z.string().trim().min(2).max(60),
  /** Null while the register does not know the name. */
  agencyId: z.uuid().nullable(),
  role: z.enum(['lead', 'participant']),
})
export type DecisionOwner = z.infer<typeof DecisionOwner>

/** What a person has put in the place of what was read; null keeps what was read. */
export const DecisionCorrection = z.object({
  words: z.string().trim().min(4, '议定内容至少四个字。').max(500).nullable(),
  owners: z.array(DecisionOwner).nullable(),
  dueOn: z.iso.date('日期应写成 2026-11-22。').nullable(),
  /** The day was taken away: there is none. */
  noDue: z.boolean(),
  by: z.string(),
  at: Moment,
})
export type DecisionCorrection = z.infer<typeof DecisionCorrection>

/** Something a meeting decided, on its way to being done. */
export const Decision = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  meetingId: z.uuid(),
  position: z.int(),
  /** As read from the minutes; a decision added by hand carries the words that were picked. */
  read: ReadDecision,
  readOwners: z.array(DecisionOwner),
  /** By hand, and kept apart from what was read. */
  byHand: z.boolean(),
  correction: DecisionCorrection.nullable(),
  fate: DecisionFate,
  taskId: z.uuid().nullable(),
  /** Why it became no task. */
  reason: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: Moment.nullable(),
  doneOn: z.iso.date().nullable(),
  doneNote: z.string().nullable(),
  doneBy: z.string().nullable(),
})
export type Decision = z.infer<typeof Decision>

/** A decision is open, or exactly one of: a task of its own, part of a task, set aside with a reason. */
export const decisionFlow = workflow('meetings.decision', decisionFateTitles, {
  place: { from: ['open'], to: 'placed', title: '立为任务' },
  join: { from: ['open'], to: 'joined', title: '并入任务' },
  setAside: { from: ['open'], to: 'setAside', title: '不立任务' },
  reopen: { from: ['joined', 'setAside'], to: 'open', title: '撤回处理' },
})

/** What holds of a decision now: what was read, with what people corrected laid over it. */
export interface DecisionInForce {
  words: string
  owners: readonly DecisionOwner[]
  dueOn: string | null
}

export function inForce({
  read,
  readOwners,
  correction,
}: Pick<Decision, 'read' | 'readOwners' | 'correction'>): DecisionInForce {
  const dueOn = correction?.noDue ? null : (correction?.dueOn ?? read.due?.on ?? null)
  return { words: correction?.words ?? read.words, owners: correction?.owners ?? readOwners, dueOn }
}

/** Done by its own mark, or with the task it became or joined. */
export const doneOnOf = (
  { doneOn, taskId }: Pick<Decision, 'doneOn' | 'taskId'>,
  finishedTasks: ReadonlyMap<string, string>,
): string | null => doneOn ?? (taskId === null ? null : (finishedTasks.get(taskId) ?? null))

/** Neither done nor set aside, and its day is over. */
export const isOverdue = (decision: Decision, doneOn: string | null, today: string): boolean => {
  const { dueOn } = inForce(decision)
  return doneOn === null && decision.fate !== 'setAside' && dueOn !== null && dueOn < today
}

/** 由某局牵头, 会同某局, 于10月底前: who and when open many decisions and name none. */
const OPENING =
  /^(?:由|请|责成)?[^，,。；;]{0,40}(?:牵头|负责|会同[^，,。；;]*)[，,]\s*|^会同[^，,。；;]*[，,]\s*|^(?:[^，,。；;]{2,12}[局委办会院镇乡])?(?:要|应)?[于在][^，,。；;]{2,14}前[，,]?(?=.{4})/u

/** A title short enough for a list: the first words of what is to be done. */
export function titleOf(words: string): string {
  let rest = words
  for (let bare = rest.replace(OPENING, ''); bare !== rest && bare.length >= 4; bare = rest.replace(OPENING, ''))
    rest = bare
  const first = rest.split(/[。；;，,]/)[0] ?? rest
  const title = first.length >= 4 ? first : rest
  return title.length > 60 ? `${title.slice(0, 59)}…` : title
}
