import { z } from 'zod'
import { AgencyMention, PlanTarget, PlanTask, TargetAccrual } from '#compiler/compiled-plan.ts'
import { Span } from '#kernel/span.ts'

/**
 * What a clerk changes in a compiled plan. A correction never names a compiler's id: it points at the words of the
 * source (`at`), which stay where they are when a newer compiler reads the same text, so it can be applied again.
 */
const at = Span
const title = z.string().trim().min(1, '请填写任务名称。').max(80, '任务名称不超过 80 个字，请缩短。')
const agencyName = z.string().trim().min(2, '单位名称至少两个字。').max(60, '单位名称不超过 60 个字，请核对。')

const TargetFields = PlanTarget.pick({
  indicator: true, op: true, value: true, valueMax: true, unit: true, kind: true, accrual: true, force: true, period: true, modality: true,
}) // biome-ignore format: a list

export const Correction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retitleTask'), at, title }),
  z.object({ kind: z.literal('mergeTasks'), at, others: z.array(Span).min(1, '请选择要并入的任务。') }),
  z.object({ kind: z.literal('splitTask'), at, offset: z.int().min(0), title }),
  z.object({ kind: z.literal('addTask'), at, title, taskKind: PlanTask.shape.kind }),
  z.object({ kind: z.literal('dropTask'), at }),
  z.object({ kind: z.literal('changeTaskKind'), at, taskKind: PlanTask.shape.kind }),
  z.object({ kind: z.literal('addAgency'), at, name: agencyName, role: AgencyMention.shape.role }),
  z.object({ kind: z.literal('dropAgency'), at, name: z.string() }),
  z.object({ kind: z.literal('renameAgency'), at, name: z.string(), to: agencyName }),
  z.object({ kind: z.literal('changeRole'), at, name: z.string(), role: AgencyMention.shape.role }),
  z.object({ kind: z.literal('changeDue'), at, on: z.iso.date().nullable(), text: z.string().trim().max(60) }),
  // `figure`: the number within the words; without it they are the figure themselves.
  z.object({ kind: z.literal('addTarget'), at, task: Span.nullable(), target: TargetFields, figure: Span.optional() }),
  z.object({ kind: z.literal('changeTarget'), at, figure: Span, target: TargetFields.partial() }),
  z.object({ kind: z.literal('dropTarget'), at, figure: Span }),
  z.object({ kind: z.literal('settleAccrual'), at, figures: z.array(Span).min(1).max(2000), accrual: TargetAccrual }),
  z.object({ kind: z.literal('changeDocument'), at, document: z.object({
    title: z.string().trim().min(1).max(200), issuer: z.string().trim().max(100).nullable(), number: z.string().trim().max(60).nullable(),
    issuedOn: z.iso.date().nullable(), period: z.object({ start: z.iso.date(), end: z.iso.date() }).nullable(),
  }).partial() }),
]) // biome-ignore format: one line per kind
export type Correction = z.infer<typeof Correction>

export const correctionTitles: Record<Correction['kind'], string> = {
  retitleTask: '改任务名称',
  mergeTasks: '合并任务',
  splitTask: '拆分任务',
  addTask: '增加任务',
  dropTask: '删除任务',
  changeTaskKind: '改任务类别',
  addAgency: '增加单位',
  dropAgency: '删除单位',
  renameAgency: '改单位名称',
  changeRole: '改单位角色',
  changeDue: '改完成期限',
  addTarget: '增加目标',
  changeTarget: '改目标',
  dropTarget: '删除目标',
  settleAccrual: '确认计数方式',
  changeDocument: '改文件要素',
}
