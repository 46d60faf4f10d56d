import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { lampCell } from '#modules/programme/lamps/contract.ts'
import { judgeToday } from '#modules/programme/lamps/server/index.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { answerWorkbook } from '#platform/spreadsheet/answer-workbook.ts'
import type { WorkbookColumn } from '#platform/spreadsheet/workbook-column.ts'
import { supervisionContract } from '../contract.ts'
import { orderRatingTitles, orderStateTitles } from '../domain/order.ts'
import { levelTitle } from '../domain/paper-form.ts'
import { daysLeftInWords } from '../domain/time-limit.ts'
import { listEntries, listIssuedOrders, loadActing } from './load-order.ts'

/** 编号·督办事项·来源·交办日期·承办·协办·时限·第n次催办·进展·颜色·办结日期·销号·评价, with the level beside the number. */
const columns: readonly WorkbookColumn[] = [
  { title: '编号', width: 20 },
  { title: '层级', width: 9 },
  { title: '督办事项', width: 30 },
  { title: '来源', width: 20 },
  { title: '交办日期', width: 12, kind: 'date' },
  { title: '承办', width: 20 },
  { title: '协办', width: 20 },
  { title: '时限', width: 12, kind: 'date' },
  { title: '第n次催办', width: 9, kind: 'number' },
  { title: '进展', width: 40 },
  { title: '颜色', width: 10 },
  { title: '办结日期', width: 12, kind: 'date' },
  { title: '销号', width: 7 },
  { title: '评价', width: 7 },
]

/** States in which the agency has to act. */
const waits: readonly string[] = ['issued', 'received', 'handling']

/** 督办台账: every case this person may see, open ones and closed ones. */
export const exportOrders = implementDownload(
  supervisionContract.exportOrders,
  async ({ input, tx, actor, today, about }) => {
    const programme = await getProgrammeRow(tx, input.programmeId, actor)
    const orders = await listIssuedOrders(tx, programme.id, actor)
    const names = await getAgencyNames(
      tx,
      [...new Set(orders.flatMap(({ agencyId, assistIds }) => [agencyId, ...assistIds]))],
      actor,
    )
    const lamps = new Map((await judgeToday(tx, programme, today)).map(({ taskId, summary }) => [taskId, summary]))
    const acting = await loadActing(tx, actor)
    const rows = []
    for (const order of orders) {
      const said = (await listEntries(tx, { order, acting })).findLast(
        ({ act }) => act === 'answer' || act === 'handle',
      )
      const left = waits.includes(order.state) ? `，${daysLeftInWords(order.dueOn, today)}` : ''
      rows.push([
      order.number, levelTitle(order), order.matter, order.source, order.issuedOn, names.get(order.agencyId) ?? '',
      order.assistIds.flatMap((id) => names.get(id) ?? []).join('、'), order.dueOn, order.urges,
      `${orderStateTitles[order.state]}${left}${said && said.words !== '' ? `；${said.words}` : ''}`, lampCell[lamps.get(order.taskId) ?? 'grey'],
      order.closedOn, order.state === 'closed' ? '是' : '否', order.rating === null ? '' : orderRatingTitles[order.rating],
    ]) // biome-ignore format: in the order of the columns
    }
    about(`工作方案《${programme.title}》督办台账`, { 行数: rows.length })
    const title = `${programme.title}督办台账`
    return answerWorkbook(title, [{ name: '督办台账', columns, rows }], {
      title,
      note: `截至 ${today}，共 ${rows.length} 件`,
      paper: 'a3',
      orientation: 'landscape',
    })
  },
)
