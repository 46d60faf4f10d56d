import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { contract } from '#kernel/contract.ts'
import { LedgerImport, LedgerKind } from './domain/ledger.ts'

export { LedgerImport, LedgerKind }

const programmeId = z.uuid()
const day = z.iso.date()
const year = z.coerce.number().int().min(2000).max(2099).optional()
const office = ['office'] as const

export const LedgerPage = z.object({
  today: day,
  year: z.int(),
  counts: z.object({ tasks: z.int(), orders: z.int() }),
  columns: z.array(z.object({ ledger: LedgerKind, taken: z.array(z.string()), computed: z.array(z.string()) })),
  can: z.object({ importLedger: Allowed }),
})
export type LedgerPage = z.infer<typeof LedgerPage>

export const ledgerContract = contract('ledgers', {
  getLedgers: {
    path: 'GET /programmes/:programmeId/ledgers',
    title: '查看清单与台账',
    by: staff,
    input: z.object({ programmeId, year }),
    output: LedgerPage,
  },
  exportLedger: {
    path: 'GET /programmes/:programmeId/ledgers/:ledger',
    title: '导出清单与台账',
    by: staff,
    download: true,
    input: z.object({ programmeId, ledger: LedgerKind, year }),
    output: z.unknown(),
  },
  importLedger: {
    path: 'POST /programmes/:programmeId/ledgers/:ledger/import',
    title: '导入清单与台账',
    by: office,
    upload: true,
    input: z.object({ programmeId, ledger: LedgerKind, year, dryRun: z.stringbool() }),
    output: LedgerImport,
  },
})
