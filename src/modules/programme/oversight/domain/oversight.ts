import { z } from 'zod'

/** One thing a leader looks after (分管、重点关注): an agency with all it leads, or a single task. */
export const Oversight = z.object({
  divisionCode: z.string(),
  userId: z.string(),
  kind: z.enum(['agency', 'task']),
  subjectId: z.uuid(),
  addedBy: z.string(),
})
export type Oversight = z.infer<typeof Oversight>

/** Everything one leader looks after. */
export const Overseen = z.object({
  agencyIds: z.array(z.uuid()).max(200).meta({ label: '分管单位' }),
  taskIds: z.array(z.uuid()).max(200).meta({ label: '重点关注任务' }),
})
export type Overseen = z.infer<typeof Overseen>

interface LedTask {
  id: string
  leads: readonly { agencyId: string | null }[]
}

/** Whether a leader looks after a task: it is named itself, or one of its lead agencies is. */
export const isOverseen = ({ agencyIds, taskIds }: Overseen, { id, leads }: LedTask): boolean =>
  taskIds.includes(id) || leads.some(({ agencyId }) => agencyId !== null && agencyIds.includes(agencyId))

/** Leaders of many leaders, gathered by leader. */
export function overseenByLeader(rows: readonly Oversight[]): ReadonlyMap<string, Overseen> {
  const gathered = new Map<string, Overseen>()
  for (const { userId, kind, subjectId } of rows) {
    const { agencyIds, taskIds } = gathered.get(userId) ?? { agencyIds: [], taskIds: [] }
    gathered.set(userId, {
      agencyIds: kind === 'agency' ? [...agencyIds, subjectId] : agencyIds,
      taskIds: kind === 'task' ? [...taskIds, subjectId] : taskIds,
    })
  }
  return gathered
}

/** The office sets it for everyone, a leader for themself. */
export const maySetOversight = ({ role, userId }: { role: string; userId: string }, ofUserId: string): boolean =>
  role === 'office' || (role === 'leader' && userId === ofUserId)
