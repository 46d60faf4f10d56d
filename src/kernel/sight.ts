import { type Actor, seesWholeCounty } from './actor.ts'

/** Who would read: the person and the agencies they act for (their own and the groups it is a member of). */
export interface Reading {
  actor: Pick<Actor, 'role'>
  ownAgencyIds: readonly string[]
}

/**
 * Whether a person reads what was said of a task — words, figures, files: who sees the whole county, the people of the
 * agency that said it, and those of an agency that leads the task and answers for it. Every other agency, one that takes
 * part in the same task too, sees the lamp and what the plan wants. Without `saidBy`: what all of them said.
 */
export function mayReadSaid(
  { leadIds, saidBy }: { leadIds: readonly string[]; saidBy: string | null },
  { actor, ownAgencyIds }: Reading,
): boolean {
  if (seesWholeCounty(actor)) return true
  return ownAgencyIds.some((id) => id === saidBy || leadIds.includes(id))
}
