import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { contract } from '#kernel/contract.ts'
import { LedgerImport, LedgerKind } from './domain/ledger.ts'
import { PolicyEntry, ProjectEntry } from './domain/list-entry.ts'

export { LedgerImport, LedgerKind }

const programmeId = z.uuid()
const entryId = z.uuid()
const day = z.iso.date()
const year = z.coerce.number().int().min(2000).max(2099).optional()
const office = ['office'] as const
const done = z.object({ done: z.literal(true) })

export const LedgerPage = z.object({
  today: day,
  year: z.int(),
  counts: z.object({ tasks: z.int(), projects: z.int(), policies: z.int(), orders: z.int() }),
  columns: z.array(z.object({ ledger: LedgerKind, taken: z.array(z.string()), computed: z.array(z.string()) })),
  projects: z.array(ProjectEntry.omit({ divisionCode: true }).extend({ taskTitle: z.string().nullable() })),
  policies: z.array(PolicyEntry.omit({ divisionCode: true }).extend({ taskTitle: z.string().nullable() })),
  can: z.object({ importLedger: Allowed, saveEntry: Allowed }),
})
export type LedgerPage = z.infer<typeof LedgerPage>

const projectFields = ProjectEntry.omit({
  divisionCode: true, id: true, programmeId: true, position: true, savedBy: true, savedAt: true,
}) // biome-ignore format: one line
const policyFields = PolicyEntry.omit({
  divisionCode: true, id: true, programmeId: true, position: true, savedBy: true, savedAt: true,
}) // biome-ignore format: one line
export const ledgerContract = contract('ledgers', {
  getLedgers: { path: 'GET /programmes/:programmeId/ledgers', title: '查看清单与台账', by: staff, input: z.object({ programmeId, year }), output: LedgerPage },
  exportLedger: { path: 'GET /programmes/:programmeId/ledgers/:ledger', title: '导出清单与台账', by: staff, download: true, input: z.object({ programmeId, ledger: LedgerKind, year }), output: z.unknown() },
  importLedger: {
    path: 'POST /programmes/:programmeId/ledgers/:ledger/import', title: '导入清单与台账', by: office, upload: true,
    input: z.object({ programmeId, ledger: LedgerKind, year, dryRun: z.stringbool() }), output: LedgerImport,
  },
  addProject: { path: 'POST /programmes/:programmeId/projects', title: '登记清单项目', by: office, input: projectFields.extend({ programmeId }), output: done },
  saveProject: { path: 'PUT /project-entries/:entryId', title: '修改清单项目', by: office, input: projectFields.extend({ entryId }), output: done },
  removeProject: { path: 'DELETE /project-entries/:entryId', title: '移除清单项目', by: office, input: z.object({ entryId }), output: done },
  addPolicy: { path: 'POST /programmes/:programmeId/policies', title: '登记清单政策', by: office, input: policyFields.extend({ programmeId }), output: done },
  savePolicy: { path: 'PUT /policy-entries/:entryId', title: '修改清单政策', by: office, input: policyFields.extend({ entryId }), output: done },
  removePolicy: { path: 'DELETE /policy-entries/:entryId', title: '移除清单政策', by: office, input: z.object({ entryId }), output: done },
}) // biome-ignore format: one line where it fits
