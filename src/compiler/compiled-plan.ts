import { z } from 'zod'
import { Span } from '#kernel/span.ts'

/**
 * What the compiler says of one document: schema `guatu.plan/1`.
 * Fields may be added, never renamed. Every span is `[start, end)` in UTF-16 code units of `source.text`.
 */

export const AgencyMention = z.object({
  /** As written in the plan. */
  name: z.string(),
  role: z.enum(['lead', 'participant']),
  span: Span,
  /** Given by a document-wide rule (以下均需……负责，不再列出), not written at this task. */
  inherited: z.boolean().optional(),
})
export type AgencyMention = z.infer<typeof AgencyMention>

export const Period = z.object({ start: z.iso.date(), end: z.iso.date() })
export type Period = z.infer<typeof Period>

export const Due = z.object({
  /** The words of the deadline: 2023年底前, 持续推进. */
  text: z.string(),
  span: Span,
  /** The last day; null when the words name none (持续推进, 长期坚持). */
  on: z.iso.date().nullable(),
  kind: z.enum(['day', 'month', 'quarter', 'half', 'year', 'relative', 'ongoing', 'immediate']),
  /** The year was not written there and comes from the plan's period or date of issue. */
  inferred: z.boolean().optional(),
})
export type Due = z.infer<typeof Due>

export const PlanTask = z.object({
  id: z.string(),
  kind: z.enum(['task', 'measure']),
  sectionId: z.string().nullable(),
  /** Headings from the top of the document down to this task. */
  path: z.array(z.string()),
  /** The number as written, without its brackets or dot: `11`, `三`. */
  number: z.string(),
  title: z.string(),
  text: z.string(),
  mode: z.enum(['lead', 'joint', 'sole', 'none']),
  leads: z.array(AgencyMention),
  participants: z.array(AgencyMention),
  due: Due.nullable(),
  span: Span,
  /** The heading or run-in title alone. */
  titleSpan: Span,
})
export type PlanTask = z.infer<typeof PlanTask>

export const TargetOp = z.enum(['>=', '>', '=', '~', '<=', '<', 'range', 'by'])
export type TargetOp = z.infer<typeof TargetOp>

export const TargetKind = z.enum([
  'stock', 'new_in_period', 'new_per_year', 'net_increase', 'ratio', 'per_capita', 'growth', 'amount', 'area',
  'deliverable', 'coverage', 'cadence', 'milestone', 'duration', 'benefit',
]) // biome-ignore format: a list
export type TargetKind = z.infer<typeof TargetKind>

/** How years and reports add up to the figure of a target. */
export const TargetAccrual = z.enum(['standing', 'within', 'each_year', 'of_year', 'always'])
export type TargetAccrual = z.infer<typeof TargetAccrual>

/** 约束性 or 预期性: whether a figure must be met or is expected. */
export const TargetForce = z.enum(['binding', 'expected'])
export type TargetForce = z.infer<typeof TargetForce>

/** What the period of a target was read from: its own words, its task's deadline, the year of a heading, the plan. */
export const PeriodSource = z.enum(['words', 'task', 'heading', 'plan'])
export type PeriodSource = z.infer<typeof PeriodSource>

export const PlanTarget = z.object({
  id: z.string(),
  taskId: z.string().nullable(),
  /** `proposed`: the dictionary has no such measure; it could be defined as one by this name, unit and kind. */
  indicator: z.object({ text: z.string(), code: z.string().nullable(), proposed: z.boolean().optional() }),
  op: TargetOp,
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  /** As written: 户, 亿元, 个百分点. */
  unit: z.string(),
  /** Normal form and value in it (户 → 家, 亿元 → 元). */
  normal: z.object({ unit: z.string(), value: z.number(), valueMax: z.number().nullable() }).nullable(),
  kind: TargetKind,
  accrual: TargetAccrual.optional(),
  /** A second reading the words leave open; null where they settle it. Like all fields below, absent in plans read before. */
  accrualOther: TargetAccrual.nullable().optional(),
  /** Null where neither words nor table say. */
  force: TargetForce.nullable().optional(),
  period: Period.nullable(),
  periodFrom: PeriodSource.nullable().optional(),
  modality: z.string(),
  scopeLevel: z.string(),
  baseline: z.object({ value: z.number(), text: z.string(), span: Span }).nullable(),
  /** Id of the target this one repeats. */
  duplicateOf: z.string().nullable(),
  clause: z.object({ text: z.string(), span: Span }),
  /** The figure itself within the clause. */
  valueSpan: Span,
  /** The clause frame it was read by; absent where no sentence was (tables, plans read before). */
  frame: z.string().optional(),
})
export type PlanTarget = z.infer<typeof PlanTarget>

/** Why a figure was not taken as a target; worded on screen. */
export const UntakenReason = z.enum([
  'past',
  'condition',
  'terms',
  'describes',
  'arrangement',
  'name',
  'aside',
  'rank',
  'aimless',
])
export type UntakenReason = z.infer<typeof UntakenReason>

/** A figure in the words of a task or a goal that was not taken: read like a target, with why it is none. */
export const UntakenFigure = PlanTarget.extend({ reason: UntakenReason })
export type UntakenFigure = z.infer<typeof UntakenFigure>

export const PlanCadence = z.object({
  what: z.string(),
  every: z.enum(['day', 'week', 'half_month', 'month', 'two_months', 'quarter', 'half_year', 'year']),
  times: z.number(),
  taskId: z.string().nullable(),
  span: Span,
})
export type PlanCadence = z.infer<typeof PlanCadence>

export const Citation = z.object({ title: z.string(), number: z.string().nullable(), span: Span })
export type Citation = z.infer<typeof Citation>

export const Diagnostic = z.object({
  /** Stable code such as `GT101`; the catalogue stands in docs/generated/diagnostics.md. */
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** What is the matter and what to do, in Chinese. */
  message: z.string(),
  span: Span,
})
export type Diagnostic = z.infer<typeof Diagnostic>

export const PlanSection = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  level: z.int().min(1),
  number: z.string(),
  heading: z.string(),
  span: Span,
})
export type PlanSection = z.infer<typeof PlanSection>

export const CompiledPlan = z.object({
  schema: z.literal('guatu.plan/1'),
  compiler: z.string(),
  source: z.object({
    file: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    encoding: z.string(),
    text: z.string(),
    /** Pages, from 1, whose words a program recognised from a picture; absent where every word was written. */
    recognisedPages: z.array(z.int()).optional(),
  }),
  document: z.object({
    title: z.string(),
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: z.iso.date().nullable(),
    period: Period.nullable(),
    division: z.string().nullable(),
    cites: z.array(Citation),
  }),
  sections: z.array(PlanSection),
  tasks: z.array(PlanTask),
  targets: z.array(PlanTarget),
  /** Absent in plans read before. */
  untaken: z.array(UntakenFigure).optional(),
  cadences: z.array(PlanCadence),
  diagnostics: z.array(Diagnostic),
})
export type CompiledPlan = z.infer<typeof CompiledPlan>
