import { z } from 'zod'
import { type CompiledPlan, TargetAccrual, TargetForce, TargetKind, TargetOp } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import type { FieldHere } from '#ui/form/control.ts'
import { forceTitles, roleTitles, taskKindTitles } from '../../domain/labels.data.ts'
import { accrualTitles, kindTitles, opTitles } from '../../domain/target/wording.ts'
import type { Draft } from './draft.ts'

const title = z.string().trim().min(1).max(80).meta({ label: '任务名称' })
const name = z.string().trim().min(2).max(60).meta({ label: '单位名称' })
const role = z.enum(['lead', 'participant']).meta({ label: '怎样参与', kind: 'radio', titles: roleTitles })
const taskKind = z.enum(['task', 'measure']).meta({ label: '类别', kind: 'radio', titles: taskKindTitles })
const others = z
  .array(z.string())
  .min(1, '请选择要并入的任务。')
  .meta({ label: '并入哪些任务', placeholder: '合并后名称用本任务的，单位和目标都并过来' })
const due = {
  on: z.iso.date().nullable().meta({ label: '最后一天' }),
  text: z.string().trim().max(60).meta({ label: '期限的说法', help: '没有确定日期时填写，如“持续推进”' }),
}
const day = z.iso.date().nullable()
/** A target in its parts: what, how compared, how much, of which unit, of which kind, until when. */
const Target = z.object({
  indicator: z.string().trim().meta({ label: '指标' }),
  op: TargetOp.meta({ label: '比较', titles: opTitles, half: true }),
  value: z.number().nullable().meta({ label: '数字', half: true }),
  valueMax: z.number().nullable().meta({ label: '至', half: true }),
  unit: z.string().trim().max(12).meta({ label: '单位', half: true }),
  kind: TargetKind.meta({ label: '类型', titles: kindTitles, half: true }),
  accrual: TargetAccrual.meta({ label: '计数方式', titles: accrualTitles, half: true }),
  force: TargetForce.nullable().meta({ label: '属性', titles: forceTitles, half: true }),
  modality: z.enum(['应当', '力争', '支持']).meta({ label: '要求', half: true }),
  start: day.meta({ label: '期限从', half: true }),
  end: day.meta({ label: '到', half: true }),
})

const schemas: Readonly<Record<Draft['kind'], z.ZodObject>> = {
  retitleTask: z.object({ title }),
  splitTask: z.object({ title: title.meta({ label: '后半部分的名称' }) }),
  addTask: z.object({ title, taskKind }),
  mergeTasks: z.object({ others }),
  changeDue: z.object(due),
  addAgency: z.object({ name, role }),
  renameAgency: z.object({ to: name }),
  addTarget: Target,
  changeTarget: Target,
}

const sameSpan = (a: Span, b: Span) => a[0] === b[0] && a[1] === b[1]

type Values = Readonly<Record<string, unknown>>

interface CorrectionForm {
  schema: z.ZodObject
  first: Values
  fields: (values: Values) => Readonly<Record<string, FieldHere>>
  /** The draft with what was filled in; it is parsed before it is kept. */
  take: (values: Values) => object
}

const withTarget = (target: Extract<Draft, { kind: 'changeTarget' }>['target']): Values => ({
  ...target,
  indicator: target.indicator?.text,
  start: target.period?.start,
  end: target.period?.end,
})

/** What is asked for a kind of correction, and how it goes into it. */
export function correctionFormOf(plan: CompiledPlan, draft: Draft): CorrectionForm {
  const plain = { schema: schemas[draft.kind], first: draft, fields: () => ({}) }
  if (draft.kind === 'mergeTasks') {
    const tasks = plan.tasks.filter((task) => !sameSpan(task.titleSpan, draft.at))
    const options = tasks.map(({ id, number, title: words }) => ({ value: id, label: `${number} ${words}` }))
    const spansOf = (ids: unknown) =>
      tasks.filter(({ id }) => Array.isArray(ids) && ids.includes(id)).map(({ titleSpan }) => titleSpan)
    return {
      ...plain,
      first: {},
      fields: () => ({ others: { options } }),
      take: (values) => ({ ...draft, others: spansOf(values['others']) }),
    }
  }
  if (draft.kind === 'addTarget' || draft.kind === 'changeTarget') {
    const code = draft.target.indicator?.code ?? null
    return {
      ...plain,
      first: withTarget(draft.target),
      fields: ({ op }) => ({ valueMax: { hidden: op !== 'range' } }),
      take: ({ indicator, start, end, ...values }) => {
        const period = start === null && end === null ? null : { start: start ?? end, end: end ?? start }
        return { ...draft, target: { ...values, indicator: { text: indicator, code }, period } }
      },
    }
  }
  return { ...plain, take: (values) => ({ ...draft, ...values }) }
}
