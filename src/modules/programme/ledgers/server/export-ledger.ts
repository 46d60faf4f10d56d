import { type Actor, agencyStaff } from '#kernel/actor.ts'
import { getProgrammeRow, saidSight, visibleTaskFilter } from '#modules/programme/programmes/server/index.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { mediaTypes } from '#platform/operation/media-types.ts'
import type { WorkbookColumn } from '#platform/spreadsheet/workbook-column.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { ledgerContract } from '../contract.ts'
import { type LedgerColumn, type LedgerKind, ledgerTitles, markColumn } from '../domain/ledger.ts'
import { type Ledger, loadLedger } from './load-ledger.ts'

/** Telephone numbers are for those who work with them (个人信息保护法第六条: no more than is needed). */
const seesPhones = ({ role }: Actor): boolean => role === 'office' || role === 'leader' || agencyStaff.includes(role)

const masked = (phone: string): string => phone.replace(/(\d{3})\d{4,}(\d{2,4})/gu, '$1****$2')

/** An agency's people take out the rows of the tasks that name them. */
function cut(ledger: Ledger, may: (taskId: string) => boolean, actor: Actor): Ledger {
  const own = ledger.rows.filter(({ id }) => may(id))
  if (seesPhones(actor)) return { ...ledger, rows: own }
  const rows = own.map((row) => ({ ...row, cells: { ...row.cells, phone: masked(row.cells['phone'] ?? '') } }))
  return { ...ledger, rows }
}

const workbookColumn = ({ title, width, kind = 'text' }: LedgerColumn): WorkbookColumn => ({ title, width, kind })

/** Printed on A3 lying across; the mark by which rows are known again stands hidden at the end. */
export function writeLedger(
  { columns, rows }: Ledger,
  of: { kind: LedgerKind; programme: string; today: string },
): Promise<Uint8Array> {
  const title = ledgerTitles[of.kind]
  const taken = columns.filter(({ read }) => read !== undefined).map((column) => column.title)
  const sheet = {
    name: title,
    columns: [...columns.map(workbookColumn), { title: markColumn.title, width: 4, hidden: true }],
    rows: rows.map(({ id, cells }) => [...columns.map((column) => valueOf(cells[column.key] ?? '', column)), id]),
  }
  return writeWorkbook([sheet], {
    title: `${of.programme}${title}`,
    note: `截至 ${of.today}，共 ${rows.length} 项。可填写后导入：${taken.join('、')}；其余各栏由系统计算。`,
    paper: 'a3',
    orientation: 'landscape',
  })
}

const valueOf = (text: string, { kind }: LedgerColumn): string | number | null =>
  kind === 'number' && /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : text

export const exportLedger = implementDownload(
  ledgerContract.exportLedger,
  async ({ input, tx, actor, today, about }) => {
    const programme = await getProgrammeRow(tx, input.programmeId, actor)
    const year = input.year ?? Number(today.slice(0, 4))
    const sight = await saidSight(tx, programme.id, actor)
    const whole = await loadLedger(tx, { programme, ledger: input.ledger, year, today, sight })
    const may = await visibleTaskFilter(tx, programme.id, actor)
    const ledger = cut(whole, may, actor)
    const title = ledgerTitles[input.ledger]
    about(`工作方案《${programme.title}》`, { 表: title, 行数: ledger.rows.length })
    return {
      name: `${programme.title}${title}.xlsx`,
      mediaType: mediaTypes.xlsx,
      bytes: await writeLedger(ledger, { kind: input.ledger, programme: programme.title, today }),
    }
  },
)
