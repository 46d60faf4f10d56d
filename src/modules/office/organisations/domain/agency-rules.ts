import type { Agency } from './agency.ts'
import { organisationErrors } from './errors.ts'
import { listNameConflicts } from './name-conflicts.ts'

/**
 * What must hold of an agency before it is kept.
 * @param register the agencies stored now; one with the same id is the state before
 * @throws nameTaken, notAGroup, unknownMember, ownMember
 */
export function assertStorable(agency: Agency, register: readonly Agency[]): void {
  const others = register.filter(({ id }) => id !== agency.id)
  const pointed = [...agency.memberIds, ...(agency.mergedIntoId === null ? [] : [agency.mergedIntoId])]
  if (pointed.includes(agency.id)) throw organisationErrors.ownMember({ name: agency.name })
  if (agency.memberIds.length > 0 && agency.kind !== 'group') throw organisationErrors.notAGroup({ name: agency.name })
  if (pointed.some((id) => others.every((other) => other.id !== id))) throw organisationErrors.unknownMember({})
  const conflict = listNameConflicts([...others, agency]).find(({ agencies }) => agencies.includes(agency))
  if (conflict === undefined) return
  throw organisationErrors.nameTaken({ name: conflict.name, owner: conflict.agencies[0].name })
}

/** The agency with one more alias; the same alias again changes nothing. */
export const withAlias = (agency: Agency, alias: Agency['aliases'][number]): Agency =>
  agency.aliases.some(({ name, from, to }) => name === alias.name && from === alias.from && to === alias.to)
    ? agency
    : { ...agency, aliases: [...agency.aliases, alias] }
