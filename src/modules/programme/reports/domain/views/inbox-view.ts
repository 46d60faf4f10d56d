import { z } from 'zod'
import { Cycle, Question } from '#modules/programme/reporting/contract.ts'
import { Draft } from '../report.ts'
import { Evidence, ReportView } from './report-view.ts'

/** A figure asked for: `meaning` says what is counted from when, `last` is the one before. */
const AskedView = z.object({
  targetId: z.uuid(),
  label: z.string(),
  unit: z.string(),
  aim: z.string(),
  ask: z.enum(['number', 'done']),
  meaning: z.string(),
  last: z.object({ value: z.number(), cycle: z.string() }).nullable(),
})
export type AskedView = z.infer<typeof AskedView>

/** A figure not asked for, with the reason and what is known. */
const ShownView = z.object({
  targetId: z.uuid(),
  label: z.string(),
  unit: z.string(),
  aim: z.string(),
  why: z.string(),
  known: z.object({ value: z.number(), on: z.iso.date() }).nullable(),
})

/** A step of the schedule that was or is to be done in this cycle, for whoever may tick it. */
const DueStep = z.object({ revisionId: z.uuid(), stepId: z.string(), title: z.string(), finishOn: z.iso.date() })

export const InboxItem = z.object({
  taskId: z.uuid(),
  number: z.string(),
  title: z.string(),
  action: z.string(),
  cycle: Cycle,
  /** Answered in this cycle; still owed; or asked no more, for the task is finished. */
  standing: z.enum(['answered', 'owed', 'finished']),
  asked: z.array(AskedView),
  shown: z.array(ShownView),
  /** What was said last, of an earlier cycle. */
  last: ReportView.nullable(),
  /** What was said for this cycle, a returned word included. */
  said: ReportView.nullable(),
  draft: Draft.pick({ answer: true, savedAt: true }).nullable(),
  /** Evidence the draft names. */
  draftFiles: z.array(Evidence),
  dueSteps: z.array(DueStep),
  reporter: z.object({ userId: z.string(), name: z.string() }).nullable(),
  delegatedBy: z.string().nullable(),
})
export type InboxItem = z.infer<typeof InboxItem>

export const InboxProgramme = z.object({
  programmeId: z.uuid(),
  title: z.string(),
  cycle: Cycle,
  /** Of this cycle, then what earlier ones still owe. */
  items: z.array(InboxItem),
  questions: z.array(Question.pick({ id: true, text: true, kind: true }).extend({ answer: z.string().nullable() })),
  /** Who signs next, in words. */
  signer: z.string(),
})
export type InboxProgramme = z.infer<typeof InboxProgramme>

export const InboxView = z.object({
  userId: z.string(),
  agencyId: z.uuid().nullable(),
  agencyName: z.string(),
  today: z.iso.date(),
  programmes: z.array(InboxProgramme),
  can: z.object({ assignTask: z.boolean() }),
})
export type InboxView = z.infer<typeof InboxView>
