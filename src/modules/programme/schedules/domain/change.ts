import { z } from 'zod'

const stepId = z.string().min(1).max(24)
const steps = z.array(stepId).max(40)
const title = z.string().trim().min(1, '请填写步骤名称。').max(60)
const workingDays = z.int().min(1).max(750)
const node = z.iso.date().nullable()

/** What a person may change in a schedule; each becomes a revision with its reason. */
export const ScheduleChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moveStep'), stepId, edge: z.enum(['start', 'finish']), on: z.iso.date() }),
  z.object({ kind: z.literal('freeStep'), stepId }),
  /** `before`: steps that wait for the new one from then on. */
  z.object({ kind: z.literal('addStep'), title, workingDays, after: steps, before: steps, notAfter: node }),
  z.object({ kind: z.literal('removeStep'), stepId }),
  z.object({ kind: z.literal('editStep'), stepId, title, workingDays, after: steps, notBefore: node, notAfter: node }),
  z.object({ kind: z.literal('compress') }),
  /** The deadline is only taken where the plan names none. */
  z.object({ kind: z.literal('takeTemplate'), template: z.string(), deadlineOn: node }),
])
export type ScheduleChange = z.infer<typeof ScheduleChange>

/** A change as it travels in an address, where it is only tried out. */
export const ChangeText = z
  .string()
  .max(4000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: '变更的写法不对，请刷新后再试。' })
      return z.NEVER
    }
  })
  .pipe(ScheduleChange)
