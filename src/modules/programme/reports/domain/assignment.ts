import { z } from 'zod'

/** The person of an agency who looks after a task's reporting. */
export const Assignment = z.object({
  divisionCode: z.string(),
  taskId: z.uuid(),
  agencyId: z.uuid(),
  userId: z.string(),
  userName: z.string(),
})
export type Assignment = z.infer<typeof Assignment>
