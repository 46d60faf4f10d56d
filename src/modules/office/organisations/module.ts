import { defineModule } from '#platform/operation/implement.ts'
import { serveKit } from '#platform/registry/serve-registry.ts'
import { namedAbove } from './server/agencies-above.ts'
import { agencyKit } from './server/agency-kit.ts'
import { addAlias, listAgencyNames, listDivisions, matchNames, tellStanding } from './server/agency-operations.ts'
import { listContacts, saveContact } from './server/contacts.ts'
import { findAgencies, findContacts } from './server/finders.ts'
import type { OrganisationPorts } from './server/ports.ts'

/** Divisions and agencies: who a plan means when it names somebody, and whom to call there. */
export const organisations = (ports: OrganisationPorts) => {
  const register = serveKit(agencyKit)
  return defineModule({
    ...register,
    name: 'organisations',
    title: '单位',
    references: [namedAbove],
    operations: [
      ...register.operations,
      listAgencyNames,
      addAlias,
      listDivisions,
      matchNames,
      tellStanding,
      listContacts(ports),
      saveContact(ports),
    ],
    finds: [findAgencies, findContacts],
    listens: [],
  })
}
