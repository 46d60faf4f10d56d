import { z } from 'zod'

export const CheckLevel = z.enum(['good', 'warning', 'bad'])
export type CheckLevel = z.infer<typeof CheckLevel>

/** One finding of a check-up, with what to do when it is not good. */
export const Check = z.object({
  /** `disk`, `clock`, `chain`: stable, for machines that watch. */
  code: z.string(),
  level: CheckLevel,
  title: z.string(),
  sentence: z.string(),
})
export type Check = z.infer<typeof Check>

export const checkSigns: Record<CheckLevel, string> = { good: '✓', warning: '！', bad: '✗' }

/** Whether something needs a hand now. */
export const isSick = (checks: readonly Check[]): boolean => checks.some(({ level }) => level === 'bad')
