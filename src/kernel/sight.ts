import { type Actor, seesWholeCounty } from './actor.ts'

/** Who would read: the person and the agencies they act for (their own and the groups it is a member of). */
export interface Reading {
  actor: Pick<Actor, 'role'>
  ownAgencyIds: readonly string[]
}

/** Something said of a task, or worked out from what was said: whose it is. */
export interface Said {
  leadIds: readonly string[]
  /** Every agency the task names, its leads among them. */
  namedIds: readonly string[]
  /** All whose words and figures it rests on; none when it rests on the plan, the calendar or the office alone; null when that is not known. */
  saidBy: readonly string[] | null
}

/**
 * Whether a person reads what was said of a task — words, figures, files, and the reasons that rest on them: who sees the
 * whole county; the people of an agency that leads the task and answers for it; those of the agency that said it, where
 * no other had a part in it. What nobody said is for all the task names. Every other agency, one that takes part in the same task
 * too, sees the lamp and what the plan wants.
 */
export function mayReadSaid({ leadIds, namedIds, saidBy }: Said, { actor, ownAgencyIds }: Reading): boolean {
  if (seesWholeCounty(actor)) return true
  const isOwn = (id: string): boolean => ownAgencyIds.includes(id)
  if (leadIds.some(isOwn)) return true
  if (saidBy === null) return false
  return saidBy.length === 0 ? namedIds.some(isOwn) : saidBy.every(isOwn)
}
