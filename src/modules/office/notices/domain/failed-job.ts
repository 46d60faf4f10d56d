import { z } from 'zod'
import { Moment, minuteOf } from '#kernel/moment.ts'

/** A job that has failed and is tried again, or no longer. */
export const FailedJob = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  attempts: z.int(),
  maxAttempts: z.int(),
  /** The first line of what went wrong. */
  reason: z.string(),
  addedAt: Moment,
  failedAt: Moment,
  /** When it is tried again by itself; null when it is not. */
  nextAt: Moment.nullable(),
})
export type FailedJob = z.infer<typeof FailedJob>

/** What the administrator reads of it, with the next step. */
export function failureSentence({ title, attempts, reason, nextAt }: FailedJob): string {
  const fact = `“${title}”已失败 ${attempts} 次：${reason.replace(/。$/, '')}。`
  return nextAt
    ? `${fact}系统将于 ${minuteOf(nextAt)} 自动重试；排除原因后也可以立即重试。`
    : `${fact}系统不再自动重试，请排除原因后点“立即重试”。`
}
