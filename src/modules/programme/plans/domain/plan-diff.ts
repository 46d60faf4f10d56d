import { z } from 'zod'
import { Span } from '#kernel/span.ts'

/** One task or target as one version has it: enough to print the comparison without opening both plans. */
export const DiffSide = z.object({
  id: z.string(),
  /** The number as written, without its brackets or dot. */
  number: z.string(),
  /** A task's title; a target's indicator and figure. */
  title: z.string(),
  text: z.string(),
  /** Headings down to it, or the title of the task a target belongs to. */
  place: z.string(),
  span: Span,
})
export type DiffSide = z.infer<typeof DiffSide>

export const DiffField = z.enum([
  'title',
  'kind',
  'text',
  'mode',
  'leads',
  'participants',
  'due', // of a task
  'indicator',
  'figure',
  'targetKind',
  'accrual',
  'period',
  'modality',
  'scopeLevel',
  'baseline', // of a target
  'issuer',
  'number',
  'issuedOn', // of the document, besides title and period
])
export type DiffField = z.infer<typeof DiffField>

/** One thing said differently: both wordings as people read them, and where each stands in its own source. */
export const FieldChange = z.object({
  field: DiffField,
  before: z.string(),
  after: z.string(),
  beforeSpan: Span.nullable(),
  afterSpan: Span.nullable(),
  /** Agencies that fell out of this role and came into it; empty for other fields. */
  dropped: z.array(z.string()),
  added: z.array(z.string()),
})
export type FieldChange = z.infer<typeof FieldChange>

export const ItemChange = z.object({
  kind: z.enum(['added', 'dropped', 'changed', 'moved']),
  /** Null when it was added. */
  before: DiffSide.nullable(),
  /** Null when it was dropped. */
  after: DiffSide.nullable(),
  changes: z.array(FieldChange),
  /** It stands under another action, or in another order; may come with changes. */
  moved: z.boolean(),
})
export type ItemChange = z.infer<typeof ItemChange>

/** The difference between two versions: empty lists when they say the same. In the order of the newer plan, what was dropped where it stood. */
export const PlanDiff = z.object({
  document: z.array(FieldChange),
  tasks: z.array(ItemChange),
  targets: z.array(ItemChange),
})
export type PlanDiff = z.infer<typeof PlanDiff>

export const diffFieldTitles: Record<DiffField, string> = {
  title: '名称',
  kind: '类别',
  text: '内容',
  mode: '责任方式',
  leads: '牵头单位',
  participants: '责任（配合）单位',
  due: '完成时限',
  indicator: '指标',
  figure: '目标值',
  targetKind: '指标类型',
  accrual: '计数方式',
  period: '期限',
  modality: '性质',
  scopeLevel: '层级',
  baseline: '基数',
  issuer: '发文机关',
  number: '文号',
  issuedOn: '成文日期',
}

export const changeKindTitles: Record<ItemChange['kind'], string> = {
  added: '新增',
  dropped: '删除',
  changed: '修改',
  moved: '移动',
}

export const isUnchanged = (diff: PlanDiff): boolean =>
  diff.document.length + diff.tasks.length + diff.targets.length === 0
