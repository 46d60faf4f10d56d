import { z } from 'zod'
import { Period } from '#compiler/compiled-plan.ts'
import { Moment } from '#kernel/moment.ts'
import { Span } from '#kernel/span.ts'
import { workflow } from '#kernel/workflow.ts'
import { Ground } from './corrections/ground.ts'

export const PlanState = z.enum(['draft', 'published', 'superseded', 'discarded'])
export type PlanState = z.infer<typeof PlanState>

export const planStateTitles: Record<PlanState, string> = {
  draft: '待校核',
  published: '已发布',
  superseded: '已被新版替代',
  discarded: '已作废',
}

/** A plan as it was handed in: the document's own facts, where it stands, and which issue of a series it is. */
export const Plan = z.object({
  id: z.uuid(),
  divisionCode: z.string().regex(/^\d{6}$/),
  title: z.string().min(1).max(200).meta({ label: '文件标题' }),
  issuer: z.string().nullable().meta({ label: '发文机关' }),
  number: z.string().nullable().meta({ label: '文号' }),
  issuedOn: z.iso.date().nullable().meta({ label: '成文日期' }),
  period: Period.nullable().meta({ label: '实施期' }),
  state: PlanState.meta({ label: '状态' }),
  /** The same for every issue of one plan; the first issue's own id. */
  seriesId: z.uuid(),
  version: z.int().min(1).meta({ label: '版本' }),
  fileName: z.string().meta({ label: '来源文件' }),
  /** Of the text, so that one plan handed in as .docx and again as .txt is recognised. */
  textSha256: z.string().length(64),
  fileSha256: z.string().length(64),
  compiler: z.string().meta({ label: '编译器版本' }),
  /** Counts changes, so that two clerks do not overwrite each other. */
  revision: z.int().min(0),
  handedInBy: z.string(),
  handedInAt: Moment,
  publishedBy: z.string().nullable(),
  publishedAt: Moment.nullable(),
  /** Of a plan in force: corrections made, or taken back, later than this are proposed and not yet in force. */
  amendedAt: Moment.nullable(),
  /** Of a draft that carries on an earlier issue: which, and its corrections whose words this issue has not. */
  carried: z
    .object({
      from: z.uuid(),
      open: z.array(z.object({ at: Span, what: z.string(), ground: Ground.nullable() })),
    })
    .nullable(),
})
export type Plan = z.infer<typeof Plan>

export const planFlow = workflow('plans.plan', planStateTitles, {
  correct: { from: ['draft'], to: 'draft', title: '更正' },
  publish: { from: ['draft'], to: 'published', title: '发布' },
  propose: { from: ['published'], to: 'published', title: '拟更正' },
  amend: { from: ['published'], to: 'published', title: '更正生效' },
  supersede: { from: ['published'], to: 'superseded', title: '替代' },
  discard: { from: ['draft'], to: 'discarded', title: '作废' },
})

/** A draft is corrected; of a plan in force a correction is proposed, and holds when its ground is given. */
export const correctingStep = ({ state }: Pick<Plan, 'state'>): 'correct' | 'propose' =>
  state === 'published' ? 'propose' : 'correct'
