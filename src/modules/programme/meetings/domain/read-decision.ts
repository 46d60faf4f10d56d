import { z } from 'zod'
import { PlanTarget } from '#compiler/compiled-plan.ts'
import { Span } from '#kernel/span.ts'
import { NamedOwner } from './minutes-sentence.ts'

/** A decision as read from the minutes; every span indexes their text. */
export const ReadDecision = z.object({
  span: Span,
  /** The sentences themselves, without their number. */
  words: z.string(),
  /** The heading it stands under: 关于科技服务站建设. */
  topic: z.string().nullable(),
  owners: z.array(NamedOwner),
  due: z.object({ text: z.string(), span: Span, on: z.iso.date().nullable() }).nullable(),
  /** Figures it sets, typed as a plan's are; absent in minutes read before. */
  targets: z.array(PlanTarget).optional(),
})
export type ReadDecision = z.infer<typeof ReadDecision>

/** A figure that names no time itself is to be reached by the day of its decision, counted from the meeting. */
export function targetsUntil(
  { targets = [], due }: { targets?: readonly PlanTarget[]; due: { on: string | null } | null },
  on: string,
): PlanTarget[] {
  const period = due?.on && due.on >= on ? { start: on, end: due.on } : null
  return targets.map((target, i) => {
    const dated = target.period ? target : { ...target, period, periodFrom: period && ('task' as const) }
    return { ...dated, id: `t${i + 1}` }
  })
}
