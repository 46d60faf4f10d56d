import { may } from '#kernel/contract.ts'
import { getProgrammeRow, visibleTaskFilter } from '#modules/programme/programmes/server/index.ts'
import { countIssuedOrders } from '#modules/programme/supervision/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { ledgerContract } from '../contract.ts'
import { policyColumns, projectColumns } from '../domain/entry-ledger.ts'
import type { LedgerColumn, LedgerKind } from '../domain/ledger.ts'
import { taskColumns, workbookColumns } from '../domain/task-ledger.ts'
import { listPolicies, listProjects, loadTitles } from './load-ledger.ts'

/** Which columns may come back filled in, which are computed. */
const describe = (ledger: LedgerKind, columns: readonly LedgerColumn[]) => ({
  ledger,
  taken: columns.filter(({ read }) => read !== undefined).map(({ title }) => title),
  computed: columns.filter(({ read }) => read === undefined).map(({ title }) => title),
})

export const getLedgers = implement(ledgerContract.getLedgers, async ({ input, tx, actor, today }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const year = input.year ?? Number(today.slice(0, 4))
  const titles = await loadTitles(tx, programme)
  const projects = await listProjects(tx, programme)
  const policies = await listPolicies(tx, programme)
  const isOwn = await visibleTaskFilter(tx, programme.id, actor)
  const taskTitle = (taskId: string | null) => (taskId === null ? null : (titles.get(taskId) ?? null))
  const allowed = may(actor, ledgerContract.importLedger)
  const can = { allowed, reason: allowed ? null : '清单与台账由专班办公室填写和导入。' }
  return {
    today,
    year,
    counts: {
      tasks: [...titles.keys()].filter(isOwn).length,
      projects: projects.length,
      policies: policies.length,
      orders: await countIssuedOrders(tx, programme.id, actor),
    },
    columns: [
      describe('tasks', taskColumns(year)),
      describe('projects', projectColumns(titles)),
      describe('policies', policyColumns(titles)),
      describe('workbook', workbookColumns(year)),
    ],
    projects: projects.map((entry) => ({ ...entry, taskTitle: taskTitle(entry.taskId) })),
    policies: policies.map((entry) => ({ ...entry, taskTitle: taskTitle(entry.taskId) })),
    can: { importLedger: can, saveEntry: can },
  }
})
