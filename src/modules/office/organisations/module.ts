import { defineModule } from '#platform/operation/implement.ts'
import { namedAbove } from './server/agencies-above.ts'
import {
  addAlias,
  createAgency,
  getAgency,
  listAgencies,
  listDivisions,
  matchNames,
  saveAgency,
} from './server/agency-operations.ts'
import { listContacts, saveContact } from './server/contacts.ts'
import { findAgencies, findContacts } from './server/finders.ts'
import { importAgencies } from './server/import-agencies.ts'
import type { OrganisationPorts } from './server/ports.ts'
import { agencyRows } from './server/tables.ts'

/** Divisions and agencies: who a plan means when it names somebody, and whom to call there. */
export const organisations = (ports: OrganisationPorts) =>
  defineModule({
    name: 'organisations',
    title: '单位',
    unique: agencyRows,
    references: [namedAbove],
    operations: [
      listAgencies,
      getAgency,
      createAgency,
      saveAgency,
      addAlias,
      importAgencies,
      listDivisions,
      matchNames,
      listContacts(ports),
      saveContact(ports),
    ],
    finds: [findAgencies, findContacts],
    listens: [],
  })
