import type { Actor } from '#kernel/actor.ts'
import { scheduleErrors } from './errors.ts'

/** What the actor is to the task: of its lead agency, of another that is named, or neither. */
export type TaskRole = 'lead' | 'participant' | undefined

export interface Permission {
  allowed: boolean
  reason: string | null
}

const changers = { what: '调整工期', who: '牵头单位的审核员、负责人' }
const finishers = { what: '标记或撤销步骤办结', who: '这项任务的牵头单位' }

/** Dates and steps are changed by the office and by the lead agency's reviewer and head. */
export const mayChange = ({ role }: Pick<Actor, 'role'>, taskRole: TaskRole): Permission =>
  role === 'office' || (taskRole === 'lead' && (role === 'reviewer' || role === 'agencyHead'))
    ? { allowed: true, reason: null }
    : { allowed: false, reason: scheduleErrors.notLead(changers).message }

/** A step is marked done by the office and by anyone of the lead agency. */
export const mayComplete = ({ role }: Pick<Actor, 'role'>, taskRole: TaskRole): Permission =>
  role === 'office' || (taskRole === 'lead' && (role === 'reviewer' || role === 'agencyHead' || role === 'reporter'))
    ? { allowed: true, reason: null }
    : { allowed: false, reason: scheduleErrors.notLead(finishers).message }

/** Refuses what is not permitted, with the sentence the view shows. */
export function insistChange(actor: Pick<Actor, 'role'>, taskRole: TaskRole): void {
  if (!mayChange(actor, taskRole).allowed) throw scheduleErrors.notLead(changers)
}

export function insistComplete(actor: Pick<Actor, 'role'>, taskRole: TaskRole): void {
  if (!mayComplete(actor, taskRole).allowed) throw scheduleErrors.notLead(finishers)
}
