import { may } from '#kernel/contract.ts'
import { getProgrammeRow, loadContents, visibleTaskFilter } from '#modules/programme/programmes/server/index.ts'
import { countIssuedOrders } from '#modules/programme/supervision/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { ledgerContract } from '../contract.ts'
import type { LedgerColumn, LedgerKind } from '../domain/ledger.ts'
import { taskColumns, workbookColumns } from '../domain/task-ledger.ts'

/** Which columns may come back filled in, which are computed. */
const describe = (ledger: LedgerKind, columns: readonly LedgerColumn[]) => ({
  ledger,
  taken: columns.filter(({ read }) => read !== undefined).map(({ title }) => title),
  computed: columns.filter(({ read }) => read === undefined).map(({ title }) => title),
})

export const getLedgers = implement(ledgerContract.getLedgers, async ({ input, tx, actor, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const year = input.year ?? Number(today.slice(0, 4))
  const { tasks } = await loadContents(tx, programme)
  const isOwn = await visibleTaskFilter(tx, programme.id, actor)
  const allowed = may(actor, ledgerContract.importLedger)
  return {
    today,
    year,
    counts: {
      tasks: tasks.filter(({ id }) => isOwn(id)).length,
      orders: await countIssuedOrders(tx, programme.id, actor),
    },
    columns: [describe('tasks', taskColumns(year)), describe('workbook', workbookColumns(year))],
    can: { importLedger: { allowed, reason: allowed ? null : '清单与台账由专班办公室填写和导入。' } },
  }
})
