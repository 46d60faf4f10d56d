import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { listFilesOf } from '#modules/office/files/server/index.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import {
  type CallAgency,
  callAgencies,
  getProgrammeRow,
  listTaskTitles,
  saidSight,
} from '#modules/programme/programmes/server/index.ts'
import { correctedAfter, correctionInWords } from '#modules/programme/reports/contract.ts'
import { listCorrected } from '#modules/programme/reports/server/index.ts'
import type { Owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { EntryView, OrderPage, OrderView, PaperView } from '../contract.ts'
import { type Entry, nodeLine } from '../domain/entry.ts'
import { isOverdue, type Order } from '../domain/order.ts'
import { listPapersNow, readsWordsOf, seesPaper } from '../domain/order-acts.ts'
import { type Paper, titleOfPaper } from '../domain/paper.ts'
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

const titleOf = ({ kind, content }: Paper): string =>
  content.circular?.title ?? titleOfPaper(kind, content.standing ?? null)

/** Papers as screens show them, each with what of it was corrected afterwards. */
export async function viewPapers(
  tx: Tx,
  all: readonly Paper[],
  { programme, taskId, actor }: PapersOf,
): Promise<PaperView[]> {
  if (all.length === 0) return []
  const corrected = await listCorrected(tx, programme)
  const sight = corrected.length > 0 && (await saidSight(tx, programme.id, actor))
  const read = corrected.filter((one) => sight && sight(one.taskId, [one.agencyId]))
  return all.map((paper) => {
    // What the plan asks for is no figure that anybody stated.
    const { task: _asked, ...own } = paper.content
    const written = { at: paper.issuedAt, taskId, words: JSON.stringify(own) }
    return viewPaper(paper, correctedAfter(read, written).map(correctionInWords))
  })
}

interface PapersOf {
  programme: Owned
  /** The task they press for; null of circulars. */
  taskId: string | null
  actor: Actor
}

const viewPaper = (paper: Paper, corrected: string[]): PaperView => ({
  id: paper.id,
  kind: paper.kind,
  number: paper.number,
  issuedOn: paper.issuedOn,
  issuedBy: paper.issuedBy,
  dueOn: paper.dueOn,
  title: titleOf(paper),
  standing: paper.content.standing ?? 'below',
  interview: paper.content.interview,
  corrected,
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
  call: Pick<Call<unknown>, 'tx' | 'actor' | 'today'>,
  order: Order,
): Promise<OrderPage> {
  const { tx, actor, today } = call
  const programme = await getProgrammeRow(tx, order.programmeId, actor)
  const { settings } = await loadSettings(call, programme)
  const [view] = await viewOrders(tx, [order], today)
  const acting = await loadActing(tx, actor)
  const entries = await listEntries(tx, { order, acting })
  const paperIds = entries.flatMap(({ paperId }) => (paperId === null ? [] : [paperId]))
  const ofCase = [eq(papers.orderId, order.id), ...(paperIds.length > 0 ? [inArray(papers.id, paperIds)] : [])]
  const given = await tx
    .select()
    .from(papers)
    .where(and(eq(papers.divisionCode, actor.divisionCode), or(...ofCase)))
    .orderBy(asc(papers.issuedAt), asc(papers.id))
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
    papers: await viewPapers(
      tx,
      given.filter((paper) => seesPaper(paper, order, acting)),
      { programme, taskId: order.taskId, actor },
    ),
    requests: read.map((request) => ({ ...request, agency: nameOf(request.agencyId) })),
    nextPapers: await choosePapers({ tx, actor, today }, listPapersNow(order), settings),
    can: decideActs(order, { actor, acting, requests }),
  }
}
