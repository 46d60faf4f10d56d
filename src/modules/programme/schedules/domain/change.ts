import { z } from 'zod'
import { stepLength } from './step.ts'

const stepId = z.string().min(1).max(24)
const steps = z.array(stepId).max(40)
const after = steps.meta({ label: '须等哪些步骤完成' })
const before = steps.meta({ label: '哪些步骤须等它完成' })
const title = z.string().trim().min(1, '请填写步骤名称。').max(60).meta({ label: '步骤名称' })
const node = z.iso.date().nullable()
const notBefore = node.meta({ label: '不早于', half: true })
const notAfter = node.meta({ label: '最迟完成日', half: true })

const MoveStep = z.object({
  kind: z.literal('moveStep'),
  stepId,
  edge: z
    .enum(['start', 'finish'])
    .meta({ label: '定哪个日期', kind: 'radio', titles: { start: '定开始日期', finish: '定完成日期' } }),
  on: z.iso.date().meta({ label: '日期' }),
})
/** `before`: steps that wait for the new one from then on. */
const AddStep = z.object({ kind: z.literal('addStep'), title, ...stepLength, after, before, notAfter })
const EditStep = z.object({
  kind: z.literal('editStep'),
  stepId,
  title,
  ...stepLength,
  after,
  notBefore,
  notAfter,
})
/** The deadline is only taken where the plan names none. */
const TakeTemplate = z.object({
  kind: z.literal('takeTemplate'),
  template: z.string().min(1).meta({ label: '工期模板' }),
  deadlineOn: node.meta({ label: '完成期限' }),
})

/** What a person is asked for a change. */
export const askedFor = {
  moveStep: MoveStep.omit({ kind: true, stepId: true }),
  addStep: AddStep.omit({ kind: true }),
  editStep: EditStep.omit({ kind: true, stepId: true }),
  takeTemplate: TakeTemplate.omit({ kind: true }),
}

/** What a person may change in a schedule; each becomes a revision with its reason. */
export const ScheduleChange = z.discriminatedUnion('kind', [
  MoveStep,
  z.object({ kind: z.literal('freeStep'), stepId }),
  AddStep,
  z.object({ kind: z.literal('removeStep'), stepId }),
  EditStep,
  z.object({ kind: z.literal('compress') }),
  z.object({ kind: z.literal('addFigures') }),
  TakeTemplate,
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
