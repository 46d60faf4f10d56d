import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'

export const RequestState = z.enum(['asked', 'granted', 'refused'])
export type RequestState = z.infer<typeof RequestState>

export const requestStateTitles: Record<RequestState, string> = {
  asked: '待答复',
  granted: '已同意',
  refused: '不同意',
}

export const requestFlow = workflow<RequestState, 'grant' | 'refuse'>('supervision.request', requestStateTitles, {
  grant: { from: ['asked'], to: 'granted', title: '同意' },
  refuse: { from: ['asked'], to: 'refused', title: '不同意' },
})

export const requestKindTitles = { extension: '延期', objection: '异议' } as const

/** What the agency asks of the office in a case: more time (申请延期), or to be let off it (异议). */
export const Request = z.object({
  divisionCode: z.string(),
  id: z.uuid(),
  orderId: z.uuid(),
  kind: z.enum(['extension', 'objection']),
  state: RequestState,
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
export type Request = z.infer<typeof Request>
