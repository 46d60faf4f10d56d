import { z } from 'zod'
import { Cycle, Rhythm } from '../cycle.ts'
import { Delegation, OutsideValue, Question, ReportingSetting, SourceKind } from '../reporting.ts'

const AgencyChoice = z.object({ agencyId: z.uuid(), name: z.string() })

export const ReportingView = z.object({
  programmeId: z.uuid(),
  planId: z.uuid(),
  today: z.iso.date(),
  /** What the plan itself orders, with its words. */
  fromPlan: z
    .object({ rhythm: Rhythm, quote: z.string(), span: z.tuple([z.int(), z.int()]), dayNamed: z.boolean() })
    .nullable(),
  rhythm: Rhythm,
  withMeasures: z.boolean(),
  cycle: Cycle.nullable(),
  settings: z.array(ReportingSetting.omit({ divisionCode: true, programmeId: true })),
  targets: z.array(
    z.object({
      targetId: z.uuid(),
      label: z.string(),
      aim: z.string(),
      unit: z.string(),
      taskTitle: z.string().nullable(),
      source: SourceKind,
      from: z.string().nullable(),
      /** Nobody set it; it follows from the indicator. */
      usual: z.boolean(),
      why: z.string().nullable(),
      value: OutsideValue.pick({ value: true, on: true, from: true }).nullable(),
    }),
  ),
  delegations: z.array(
    Delegation.pick({ id: true, taskId: true, fromOn: true, toOn: true, reason: true, savedBy: true }).extend({
      taskTitle: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ),
  /** Tasks this person may delegate, with who may give and take them. */
  delegable: z.array(
    z.object({ taskId: z.uuid(), title: z.string(), from: z.array(AgencyChoice), to: z.array(AgencyChoice) }),
  ),
  questions: z.array(Question.pick({ id: true, text: true, cycle: true, savedBy: true, savedAt: true })),
  can: z.object({ saveReporting: z.boolean() }),
})
export type ReportingView = z.infer<typeof ReportingView>
