import { defineModule } from '#platform/operation/implement.ts'
import {
  addPolicy, addProject, removePolicy, removeProject, savePolicy, saveProject,
} from './server/entry-operations.ts' // biome-ignore format: one list
import { exportLedger } from './server/export-ledger.ts'
import { getLedgers } from './server/get-ledgers.ts'
import { importLedger } from './server/import-ledger.ts'

/** The lists and ledgers of a programme (任务清单、项目清单、政策清单、工作台账): out as sheets, filled in, and taken back. */
export const ledgers = defineModule({
  name: 'ledgers',
  title: '清单台账',
  operations: [
    getLedgers,
    exportLedger,
    importLedger,
    addProject,
    saveProject,
    removeProject,
    addPolicy,
    savePolicy,
    removePolicy,
  ],
  listens: [],
})
