import type { Actor } from '#kernel/actor.ts'
import { scheduleErrors } from './errors.ts'

/** What the actor is to the task: of its lead agency, of another that is named, or neither. */
export type Standing = 'lead' | 'participant' | undefined

export interface Permission {
  allowed: boolean
  reason: string | null
}

/** Dates and steps are changed by the office and by the lead agency's reviewer and head. */
export const mayChange = ({ role }: Pick<Actor, 'role'>, standing: Standing): Permission =>
  role === 'office' || (standing === 'lead' && (role === 'reviewer' || role === 'agencyHead'))
    ? { allowed: true, reason: null }
    : { allowed: false, reason: scheduleErrors.notLead({ what: '调整工期' }).message }

/** A step is marked done by the office and by anyone of the lead agency. */
export const mayComplete = ({ role }: Pick<Actor, 'role'>, standing: Standing): Permission =>
  role === 'office' || (standing === 'lead' && (role === 'reviewer' || role === 'agencyHead' || role === 'reporter'))
    ? { allowed: true, reason: null }
    : { allowed: false, reason: scheduleErrors.notLead({ what: '标记步骤办结' }).message }
