import { getProgrammeRow, taskReferences } from '#modules/programme/programmes/server/index.ts'
import { defineModule } from '#platform/operation/implement.ts'
import type { RegistryPorts } from '#platform/registry/kit.ts'
import { serveRegistry } from '#platform/registry/serve-registry.ts'
import { policyRegistry, projectRegistry } from './registries.ts'
import { exportLedger } from './server/export-ledger.ts'
import { getLedgers } from './server/get-ledgers.ts'
import { importLedger } from './server/import-ledger.ts'
import { policyTables, projectTables } from './server/tables.ts'

const ofProgramme: RegistryPorts = {
  references: { task: taskReferences },
  enter: async (tx, id, actor) => (await getProgrammeRow(tx, id, actor)).title,
}

/** 项目清单 of a programme. */
export const projectList = defineModule({
  name: 'projectList',
  title: '项目清单',
  listens: [],
  ...serveRegistry(projectRegistry, projectTables, ofProgramme),
})

/** 政策清单 of a programme. */
export const policyList = defineModule({
  name: 'policyList',
  title: '政策清单',
  listens: [],
  ...serveRegistry(policyRegistry, policyTables, ofProgramme),
})

/** 任务清单 and 工作台账 of a programme: out as sheets, filled in, and taken back. */
export const ledgers = defineModule({
  name: 'ledgers',
  title: '清单台账',
  operations: [getLedgers, exportLedger, importLedger],
  listens: [],
})
