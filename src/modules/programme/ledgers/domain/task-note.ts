import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

const short = (label: string, most = 200) => z.string().trim().max(most).meta({ label })
const long = (label: string) => z.string().trim().max(1000).meta({ label })

/** What the office writes beside a task in its ledgers; everything else there is computed. */
export const TaskNote = z.object({
  divisionCode: z.string(),
  taskId: z.uuid(),
  programmeId: z.uuid(),
  person: short('责任人', 60),
  phone: short('联系人电话', 40),
  measures: long('措施'),
  /** Null while nobody wrote one: the newest report's difficulty stands there. */
  problem: long('存在问题').nullable(),
  nextStep: long('下步措施'),
  remark: short('备注'),
  /** Nodes of quarters the schedule says nothing of: `2026-Q1` → words. */
  quarters: z.record(z.string(), z.string().max(200)),
  savedBy: z.string(),
  savedAt: Moment,
})
export type TaskNote = z.infer<typeof TaskNote>
