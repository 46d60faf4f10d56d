import { attachToRecord } from '#modules/office/files/server/index.ts'
import { agencyReferences } from '#modules/office/organisations/server/index.ts'
import { defineModule } from '#platform/operation/implement.ts'
import { serveRegistry } from '#platform/registry/serve-registry.ts'
import { allianceRegistry } from './contract.ts'
import { allianceTables } from './server/tables.ts'

/** 产业技术创新联盟 of the county. */
export const alliances = defineModule({
  name: 'alliances',
  title: '产业联盟',
  listens: [],
  ...serveRegistry(allianceRegistry, allianceTables, {
    references: { agency: agencyReferences },
    attach: attachToRecord,
  }),
})
