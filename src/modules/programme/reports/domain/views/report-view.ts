import { z } from 'zod'
import { Allowed } from '#kernel/allowed.ts'
import { Moment } from '#kernel/moment.ts'
import { Cycle } from '#modules/programme/reporting/contract.ts'
import { Correction } from '../correction.ts'
import { Flag } from '../flags.ts'
import { Report } from '../report.ts'
import { OpeningView } from './opening-view.ts'

/** A figure as shown: what it counts, in which unit, or whether it was done. */
const FigureView = z.object({
  targetId: z.uuid(),
  label: z.string(),
  unit: z.string(),
  ask: z.enum(['number', 'done']),
  value: z.number(),
})

/** A file that proves something, as lists show it. */
export const Evidence = z.object({
  id: z.uuid(),
  name: z.string(),
  byteLength: z.int(),
  shownAs: z.enum(['picture', 'words', 'nothing']),
  uploadedBy: z.string(),
  uploadedAt: Moment,
})
export type Evidence = z.infer<typeof Evidence>

/** A figure asked to be another one, with what became of it. */
const CorrectionView = Correction.omit({
  divisionCode: true,
  programmeId: true,
  taskId: true,
  reportId: true,
  askedById: true,
})

/** One that waits, with what it speaks of. */
export const WaitingCorrection = CorrectionView.extend({
  taskId: z.uuid(),
  taskTitle: z.string(),
  agencyName: z.string(),
  cycle: z.string(),
  label: z.string(),
  unit: z.string(),
})
export type WaitingCorrection = z.infer<typeof WaitingCorrection>

/** A report with the names of what it speaks of, and what this person may do with it. */
export const ReportView = Report.omit({ divisionCode: true, submissionId: true, values: true }).extend({
  taskTitle: z.string(),
  taskNumber: z.string(),
  agencyName: z.string(),
  late: z.boolean(),
  values: z.array(FigureView),
  files: z.array(Evidence),
  corrections: z.array(CorrectionView),
  can: z.object({ review: Allowed, withdraw: Allowed, correct: Allowed }),
})
export type ReportView = z.infer<typeof ReportView>

/** A report waiting for a reviewer, beside what was said before and with what is striking. */
export const ReviewView = ReportView.extend({
  programmeTitle: z.string(),
  previous: ReportView.nullable(),
  flags: z.array(Flag),
})
export type ReviewView = z.infer<typeof ReviewView>

export const TaskReportsView = z.object({
  reports: z.array(ReportView),
  cycle: Cycle.nullable(),
  /** Agencies that have not yet said anything in this cycle. */
  waitingFor: z.array(z.string()),
  /** What the office said of how it stood when the programme began here; whether it still counts. */
  opening: OpeningView.extend({ isReported: z.boolean() }).nullable(),
  openingFigures: z.array(OpeningView.extend({ targetId: z.uuid(), label: z.string(), unit: z.string() })),
})
export type TaskReportsView = z.infer<typeof TaskReportsView>
