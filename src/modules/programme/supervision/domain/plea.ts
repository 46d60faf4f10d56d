import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'

export const PleaState = z.enum(['asked', 'granted', 'refused'])
export type PleaState = z.infer<typeof PleaState>

export const pleaStateTitles: Record<PleaState, string> = { asked: '待答复', granted: '已同意', refused: '不同意' }

export const pleaFlow = workflow<PleaState, 'grant' | 'refuse'>('supervision.plea', pleaStateTitles, {
  grant: { from: ['asked'], to: 'granted', title: '同意' },
  refuse: { from: ['asked'], to: 'refused', title: '不同意' },
})

export const pleaKindTitles = { extension: '延期', objection: '异议' } as const

/** What the agency asks of the office in a matter: more time (申请延期), or to be let off it (异议). */
export const Plea = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  orderId: z.uuid(),
  kind: z.enum(['extension', 'objection']),
  state: PleaState,
  reason: z.string().min(4).max(500).meta({ label: '理由' }),
  /** Only of an extension. */
  wantedOn: z.iso.date().nullable().meta({ label: '申请延至' }),
  agencyId: z.uuid(),
  askedBy: z.string(),
  askedAt: Moment,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Moment.nullable(),
})
export type Plea = z.infer<typeof Plea>
