import { listFilesOf } from '#modules/office/files/server/index.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import {
  type CallAgency,
  callAgencies,
  getProgrammeRow,
  listTaskTitles,
} from '#modules/programme/programmes/server/index.ts'
import { ofRows } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { EntryView, OrderPage, OrderView, PaperView } from '../contract.ts'
import { type Entry, nodeLine } from '../domain/entry.ts'
import { isOverdue, type Order } from '../domain/order.ts'
import { listPapersNow, readsWordsOf, seesPaper } from '../domain/order-acts.ts'
import { type Paper, paperTitles } from '../domain/paper.ts'
import { entryFiles } from './add-entry.ts'
import { decideActs } from './decide-acts.ts'
import { choosePapers } from './due-days.ts'
import { countOpenRequests, listEntries, listRequests, loadActing } from './load-order.ts'
import { loadSettings } from './load-settings.ts'
import { papers } from './tables.ts'

/** Cases of one programme as lists show them. */
export async function viewOrders(tx: Tx, rows: readonly Order[], today: string): Promise<OrderView[]> {
  const [first] = rows
  if (!first) return []
  const titles = await listTaskTitles(tx, [...new Set(rows.map(({ taskId }) => taskId))], first.divisionCode)
  const named = rows.flatMap(({ agencyId, assistIds }) => [agencyId, ...assistIds])
  const nameOf = await callAgencies(tx, first, named)
  const asked = await countOpenRequests(
    tx,
    rows.map(({ id }) => id),
    first,
  )
  const calendar = await loadCalendar(tx, first.divisionCode)
  return rows.map((order) => ({
    ...order,
    taskTitle: titles.get(order.taskId) ?? order.matter,
    host: nameOf(order.agencyId),
    assists: order.assistIds.map((agencyId) => ({ agencyId, name: nameOf(agencyId) })),
    overdue: isOverdue(order, today),
    provisional: calendar.unpublishedIn(order.issuedOn ?? today, order.dueOn).length > 0,
    requestsOpen: asked.get(order.id) ?? 0,
  }))
}

const titleOf = ({ kind, content }: Paper): string => content.circular?.title ?? paperTitles[kind]

export const viewPaper = (paper: Paper): PaperView => ({
  id: paper.id,
  kind: paper.kind,
  number: paper.number,
  issuedOn: paper.issuedOn,
  issuedBy: paper.issuedBy,
  dueOn: paper.dueOn,
  title: titleOf(paper),
  interview: paper.content.interview,
})

async function viewEntries(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  entries: readonly Entry[],
  { given, nameOf }: { given: readonly Paper[]; nameOf: CallAgency },
): Promise<EntryView[]> {
  const files = await listFilesOf(
    tx,
    entries.filter(({ words }) => words !== '').map(({ id }) => ({ kind: entryFiles, id })),
    actor,
  )
  const numbers = new Map(given.map(({ id, number }) => [id, number]))
  return entries.map((entry) => ({
    ...entry,
    agency: entry.agencyId === null ? null : nameOf(entry.agencyId),
    number: numbers.get(entry.paperId ?? '') ?? null,
    files: files.get(entry.id) ?? [],
  }))
}

/** One case with everything that was done in it, and what this person may do next. */
export async function viewOrderPage(
  { tx, actor, today }: Pick<Call<unknown>, 'tx' | 'actor' | 'today'>,
  order: Order,
): Promise<OrderPage> {
  const programme = await getProgrammeRow(tx, order.programmeId, actor)
  const { settings } = await loadSettings(tx, programme)
  const [view] = await viewOrders(tx, [order], today)
  const acting = await loadActing(tx, actor)
  const entries = await listEntries(tx, { order, acting })
  const paperIds = entries.flatMap(({ paperId }) => (paperId === null ? [] : [paperId]))
  const given =
    paperIds.length === 0
      ? []
      : await tx
          .select()
          .from(papers)
          .where(ofRows(papers.id, paperIds, actor))
  const requests = await listRequests(tx, order)
  const read = requests.filter(({ agencyId }) => readsWordsOf(order, agencyId, acting))
  const nameOf = await callAgencies(tx, actor, [order.agencyId, ...entries.flatMap(({ agencyId }) => agencyId ?? [])])
  if (!view) throw new Error('a case has a view')
  return {
    ...view,
    programmeTitle: programme.title,
    today,
    nodes: nodeLine(entries).map(({ node, entry }) => ({
      node,
      entry: entry && {
        at: entry.at,
        byName: entry.byName,
        agencyId: entry.agencyId,
        words: entry.words,
        agency: entry.agencyId === null ? null : nameOf(entry.agencyId),
      },
    })),
    entries: await viewEntries({ tx, actor }, entries, { given, nameOf }),
    papers: given
      .filter((paper) => seesPaper(paper, order, acting))
      .map(viewPaper)
      .sort((a, b) => paperIds.indexOf(a.id) - paperIds.indexOf(b.id)),
    requests: read.map((request) => ({ ...request, agency: nameOf(request.agencyId) })),
    nextPapers: await choosePapers({ tx, actor, today }, listPapersNow(order), settings),
    can: decideActs(order, { actor, acting, requests }),
  }
}
