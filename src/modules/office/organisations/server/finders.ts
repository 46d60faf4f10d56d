import { agencyStaff } from '#kernel/actor.ts'
import type { Finder } from '#platform/operation/finder.ts'
import { organisationContract } from '../contract.ts'
import { agencyKindTitles, isActive } from '../domain/agency.ts'
import { agencyRegistry } from '../registry.ts'
import { loadContacts } from './contacts.ts'
import { getAgencyNames, listDivisionAgencies } from './register.ts'

/** Agencies by all their names, past and present. */
export const findAgencies: Finder = {
  title: '单位',
  shows: agencyRegistry.operations.listRecords,
  list: async ({ tx, actor, today }) =>
    (await listDivisionAgencies(tx, actor.divisionCode)).map((agency) => ({
      title: agency.name,
      note: isActive(agency, today) ? agencyKindTitles[agency.kind] : '已撤并',
      to: `/agencies/${agency.id}`,
      words: [
        ...(agency.shortName === null ? [] : [agency.shortName]),
        ...[...agency.aliases, ...agency.formerNames].map(({ name }) => name),
      ],
    })),
}

/** Whom to call; people of an agency find their own. */
export const findContacts: Finder = {
  title: '联络员',
  shows: organisationContract.listContacts,
  people: true,
  list: async ({ tx, actor }) => {
    const all = [...(await loadContacts(tx, actor.divisionCode)).values()]
    const seen = all.filter(({ agencyId }) => !agencyStaff.includes(actor.role) || agencyId === actor.agencyId)
    const ids = seen.map(({ agencyId }) => agencyId)
    const names = await getAgencyNames(tx, ids, actor)
    return seen.map(({ agencyId, name }) => ({ title: name, note: names.get(agencyId) ?? null, to: '/contacts' }))
  },
}
