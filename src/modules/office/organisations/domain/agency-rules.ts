import type { Agency } from './agency.ts'
import { organisationErrors } from './errors.ts'
import { listNameConflicts } from './name-conflicts.ts'

/**
 * What must hold of agencies that were written.
 * @param register the agencies of the county as they are now, the written ones among them
 * @throws nameTaken, notAGroup, unknownMember, ownMember
 */
export function assertStorable(ids: ReadonlySet<string>, register: readonly Agency[]): void {
  const known = new Set(register.map(({ id }) => id))
  for (const { id, name, kind, memberIds, successorId } of register.filter((agency) => ids.has(agency.id))) {
    const pointed = [...memberIds, ...(successorId === null ? [] : [successorId])]
    if (pointed.includes(id)) throw organisationErrors.ownMember({ name })
    if (memberIds.length > 0 && kind !== 'group') throw organisationErrors.notAGroup({ name })
    if (pointed.some((one) => !known.has(one))) throw organisationErrors.unknownMember({})
  }
  const conflict = listNameConflicts(register).find(({ agencies }) => agencies.some(({ id }) => ids.has(id)))
  if (conflict === undefined) return
  const owner = conflict.agencies.find(({ id }) => !ids.has(id)) ?? conflict.agencies[0]
  throw organisationErrors.nameTaken({ name: conflict.name, owner: owner.name })
}

/** The agency with one more alias; a name it bears already, or the same alias again, changes nothing. */
export const withAlias = (agency: Agency, alias: Agency['aliases'][number]): Agency =>
  [agency.name, agency.shortName].includes(alias.name) ||
  agency.aliases.some(({ name, from, to }) => name === alias.name && from === alias.from && to === alias.to)
    ? agency
    : { ...agency, aliases: [...agency.aliases, alias] }
