import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'

export const CorrectionStatus = z.enum(['asked', 'granted', 'refused'])
export type CorrectionStatus = z.infer<typeof CorrectionStatus>

export const correctionTitles: Record<CorrectionStatus, string> = {
  asked: '待同意',
  granted: '已更正',
  refused: '不予更正',
}

/** 更正: a figure that was signed for is asked to be another one; whoever may sign grants it. */
export const correctionFlow = workflow('reports.correction', correctionTitles, {
  grant: { from: ['asked'], to: 'granted', title: '同意' },
  refuse: { from: ['asked'], to: 'refused', title: '不同意' },
})

/** One figure of a signed report. The report itself is never changed: both figures stay to be read. */
export const Correction = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  taskId: z.uuid(),
  reportId: z.uuid(),
  targetId: z.uuid(),
  before: z.number(),
  after: z.number().meta({ label: '应为' }),
  reason: z.string().meta({ label: '更正理由' }),
  askedById: z.string(),
  askedBy: z.string().meta({ label: '申请人' }),
  askedAt: Moment.meta({ label: '申请时间' }),
  status: CorrectionStatus.meta({ label: '更正状态' }),
  settledBy: z.string().nullable().meta({ label: '同意人' }),
  settledAt: Moment.nullable().meta({ label: '同意时间' }),
  settledReason: z.string().nullable().meta({ label: '不同意的理由' }),
})
export type Correction = z.infer<typeof Correction>

export type GrantedCorrection = Pick<Correction, 'reportId' | 'targetId' | 'before' | 'after' | 'status' | 'settledAt'>

/** Those granted by a moment, in the order they were granted. */
export const grantedBy = <C extends GrantedCorrection>(corrections: readonly C[], asOf: Date): C[] =>
  corrections
    .filter(({ status, settledAt }) => status === 'granted' && settledAt !== null && settledAt <= asOf)
    .sort((a, b) => (a.settledAt?.getTime() ?? 0) - (b.settledAt?.getTime() ?? 0))
