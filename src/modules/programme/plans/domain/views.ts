import { z } from 'zod'
import { CompiledPlan, Diagnostic } from '#compiler/compiled-plan.ts'
import { Allowed } from '#kernel/allowed.ts'
import { Moment } from '#kernel/moment.ts'
import { ReadingNotice } from '#kernel/reading-notice.ts'
import { Span } from '#kernel/span.ts'
import { AgencyMatch } from '#modules/office/organisations/contract.ts'
import { Correction } from './corrections/correction.ts'
import { Ground } from './corrections/ground.ts'
import { HandIn } from './hand-in.ts'
import { Plan } from './plan.ts'

const planId = z.uuid()

export const PlanSummary = Plan.extend({
  counts: z.object({ tasks: z.int(), targets: z.int(), cadences: z.int(), errors: z.int(), warnings: z.int() }),
})
export type PlanSummary = z.infer<typeof PlanSummary>

export const HandInView = HandIn.extend({ planTitle: z.string().nullable() })
export type HandInView = z.infer<typeof HandInView>

/** A correction as it was made: kept apart from what was compiled, with what stood there before. */
export const CorrectionView = z.object({
  id: z.uuid(),
  correction: Correction,
  title: z.string(),
  before: z.string(),
  after: z.string(),
  madeBy: z.string(),
  madeAt: Moment,
  /** The words it points at no longer hold what it changed; it is kept but has no effect. */
  lost: z.boolean(),
  /** Of a plan in force: proposed and not yet in force. */
  proposed: z.boolean(),
  ground: Ground.nullable(),
})
export type CorrectionView = z.infer<typeof CorrectionView>

/** An agency name of the plan held against the register. */
export const NameMatch = z.object({ name: z.string(), mentions: z.array(Span), leads: z.int(), match: AgencyMatch })
export type NameMatch = z.infer<typeof NameMatch>

/** Something that must be mended, or accepted with a reason, before publishing. */
export const Problem = Diagnostic.extend({
  accepted: z.object({ id: z.uuid(), reason: z.string(), by: z.string(), at: Moment }).nullable(),
  /** A cutting of the scanned page, as a data address. */
  picture: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>

export const PlanView = Plan.extend({
  /** With all corrections applied. */
  plan: CompiledPlan,
  corrections: z.array(CorrectionView),
  names: z.array(NameMatch),
  problems: z.array(Problem),
  notices: z.array(ReadingNotice),
  pages: z.array(z.object({ page: z.int(), start: z.int(), end: z.int() })),
  /** A newer compiler is installed than the one that read this plan. */
  outdated: z.boolean(),
  /** Published plans this draft may be a new issue of, likeliest first. */
  earlierIssues: z.array(
    z.object({
      planId,
      title: z.string(),
      number: z.string().nullable(),
      version: z.int(),
      likely: z.boolean(),
      corrections: z.int(),
    }),
  ),
  /** Of a plan in force, how many corrections and withdrawals of corrections are proposed. */
  proposed: z.int(),
  can: z.object({
    correctPlan: Allowed,
    publishPlan: Allowed,
    amendPlan: Allowed,
    discardPlan: Allowed,
    recompilePlan: Allowed,
  }),
})
export type PlanView = z.infer<typeof PlanView>

/** How an unknown agency name is settled on the spot. */
export const Settlement = z.discriminatedUnion('as', [
  z.object({ as: z.literal('alias'), name: z.string().min(1), agencyId: z.uuid() }),
  z.object({
    as: z.literal('new'),
    name: z.string().min(1),
    standardName: z.string().trim().min(2, '单位名称至少两个字。').max(60),
  }),
])
export type Settlement = z.infer<typeof Settlement>
