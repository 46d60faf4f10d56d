import { z } from 'zod'

/** A date a person set by hand; it holds until it is freed. */
export const Pin = z.object({ edge: z.enum(['start', 'finish']), on: z.iso.date() })
export type Pin = z.infer<typeof Pin>

/** The signed report a figure stands in that makes a step done, and what it says: 县科技局2026年9月报送31家. */
export const Proof = z.object({ reportId: z.uuid(), words: z.string() })
export type Proof = z.infer<typeof Proof>

const donePlanned = z.object({ on: z.iso.date(), startOn: z.iso.date(), finishOn: z.iso.date() })
/** A step finished on a day, with the dates it was planned for when that was said. */
export const StepDone = donePlanned.extend({ proof: Proof.nullable() })
export type StepDone = z.infer<typeof StepDone>

/** 工作日, or days of the calendar as the law counts them (公示7日). */
const DayUnit = z.enum(['working_day', 'day'])

/** How long a step takes, and how long it waits for what goes before. */
export const stepLength = {
  /** 0 is a mark: a day without a length. */
  days: z.int().min(0).max(1100).meta({ label: '需时', help: '天数，0 表示节点', half: true }),
  unit: DayUnit.meta({
    label: '需时按',
    kind: 'radio',
    titles: { working_day: '工作日', day: '日历日（公示期等）' },
    half: true,
  }),
  /** 0: at once. */
  lagDays: z.int().min(0).max(1100).meta({
    label: '前一步完成后第几日起',
    help: '0 为紧接',
    half: true,
  }),
  lagUnit: DayUnit.meta({
    label: '间隔按',
    kind: 'radio',
    titles: { working_day: '工作日', day: '日历日' },
    half: true,
  }),
}

/** A figure of the task's target that a step stands for: what signed reports say of a stretch of time has to reach it. */
export const Claim = z.object({
  targetId: z.uuid(),
  startOn: z.iso.date(),
  endOn: z.iso.date(),
  value: z.number(),
  /** 技术合同登记额2亿元. */
  words: z.string(),
})
export type Claim = z.infer<typeof Claim>

/** One step of a task: what it needs and what holds it, not yet its dates. */
export const Step = z.object({
  /** Unique within the task for good: `r3s2` is the second step that revision 3 brought. */
  id: z.string().min(1).max(24),
  title: z.string().min(1).max(60).meta({ label: '步骤' }),
  ...stepLength,
  /** Steps that must be finished before this one begins. */
  after: z.array(z.string()),
  /** The step does not begin before this day. */
  notBefore: z.iso.date().nullable().meta({ label: '不早于' }),
  /** A node of its own: the step is finished by this day. */
  notAfter: z.iso.date().nullable().meta({ label: '节点' }),
  pin: Pin.nullable(),
  /** A step that is done by a figure, and by nobody’s word. */
  claim: Claim.nullable(),
  done: StepDone.nullable(),
})
export type Step = z.infer<typeof Step>

/** What fixes the latest finish of a step; with its length the dates follow (`datesFrom`). */
export const LatestBound = z.discriminatedUnion('by', [
  z.object({ by: z.literal('deadline'), on: z.iso.date() }),
  z.object({ by: z.literal('notAfter'), on: z.iso.date() }),
  z.object({ by: z.literal('pin'), edge: z.enum(['start', 'finish']), on: z.iso.date() }),
  /** A later step that begins on this day. */
  z.object({ by: z.literal('step'), stepId: z.string(), on: z.iso.date() }),
  donePlanned.extend({ by: z.literal('done') }),
])
export type LatestBound = z.infer<typeof LatestBound>

/** When a step begins and ends at the latest, and why. */
export const StepDates = z.object({
  stepId: z.string(),
  startOn: z.iso.date(),
  finishOn: z.iso.date(),
  bound: LatestBound,
  /** The dates count days of a year whose calendar is not published. */
  tentative: z.boolean(),
})
export type StepDates = z.infer<typeof StepDates>

/** What fixes the earliest start of a step. */
export const EarliestBound = z.discriminatedUnion('by', [
  z.object({ by: z.literal('floor'), why: z.enum(['start', 'today']), on: z.iso.date() }),
  z.object({ by: z.literal('notBefore'), on: z.iso.date() }),
  z.object({ by: z.literal('pin'), edge: z.enum(['start', 'finish']), on: z.iso.date() }),
  /** An earlier step that ends on this day at the earliest. */
  z.object({ by: z.literal('step'), stepId: z.string(), on: z.iso.date() }),
  z.object({ by: z.literal('done'), stepId: z.string(), on: z.iso.date() }),
])
export type EarliestBound = z.infer<typeof EarliestBound>

/** The other side of a step: how early it can be, and how many working days lie between that and too late. */
export const StepSlack = z.object({
  stepId: z.string(),
  startOn: z.iso.date(),
  finishOn: z.iso.date(),
  bound: EarliestBound,
  /** Working days; negative when the latest start cannot be kept any more. */
  slackDays: z.int(),
})
export type StepSlack = z.infer<typeof StepSlack>
