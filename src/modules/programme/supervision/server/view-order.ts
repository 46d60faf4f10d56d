import { inArray } from 'drizzle-orm'
import { listFilesOf } from '#modules/office/files/server/index.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { getProgrammeRow, listTaskTitles } from '#modules/programme/programmes/server/index.ts'
import { loadCalendar } from '#modules/programme/schedules/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { OrderPage, OrderView, PaperView, StampView } from '../contract.ts'
import { isOverdue, type Order } from '../domain/order.ts'
import { listPapersNow, readsWordsOf, seesPaper } from '../domain/order-acts.ts'
import { type Paper, paperTitles } from '../domain/paper.ts'
import { limitOf } from '../domain/settings.ts'
import { nodeLine, type Stamp } from '../domain/stamp.ts'
import { dueAfter, limitInWords } from '../domain/time-limit.ts'
import { decideActs } from './decide-acts.ts'
import { countOpenPleas, listPleas, listStamps, loadActing } from './load-order.ts'
import { loadSettings } from './load-settings.ts'
import { stampFiles } from './put-stamp.ts'
import { papers } from './tables.ts'

/** Matters of one programme as lists show them. */
export async function viewOrders(tx: Tx, rows: readonly Order[], today: string): Promise<OrderView[]> {
  const [first] = rows
  if (!first) return []
  const titles = await listTaskTitles(tx, [...new Set(rows.map(({ taskId }) => taskId))], first.divisionCode)
  const names = await getAgencyNames(
    tx,
    rows.flatMap(({ agencyId, assistIds }) => [agencyId, ...assistIds]),
  )
  const asked = await countOpenPleas(
    tx,
    rows.map(({ id }) => id),
  )
  const calendar = await loadCalendar(tx, first.divisionCode)
  return rows.map((order) => ({
    ...order,
    taskTitle: titles.get(order.taskId) ?? order.matter,
    host: names.get(order.agencyId) ?? '',
    assists: order.assistIds.map((agencyId) => ({ agencyId, name: names.get(agencyId) ?? '' })),
    overdue: isOverdue(order, today),
    provisional: calendar.unpublishedIn(order.issuedOn ?? today, order.dueOn).length > 0,
    pleasOpen: asked.get(order.id) ?? 0,
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

async function viewStamps(tx: Tx, stamps: readonly Stamp[], given: readonly Paper[]): Promise<StampView[]> {
  const names = await getAgencyNames(
    tx,
    stamps.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])),
  )
  const files = await listFilesOf(
    tx,
    stamps.filter(({ words }) => words !== '').map(({ id }) => ({ kind: stampFiles, id })),
  )
  const numbers = new Map(given.map(({ id, number }) => [id, number]))
  return stamps.map((stamp) => ({
    ...stamp,
    agency: stamp.agencyId === null ? null : (names.get(stamp.agencyId) ?? null),
    number: numbers.get(stamp.paperId ?? '') ?? null,
    files: files.get(stamp.id) ?? [],
  }))
}

/** One matter with everything that was done in it, and what this person may do next. */
export async function viewOrderPage(
  { tx, actor, today }: Pick<Call<unknown>, 'tx' | 'actor' | 'today'>,
  order: Order,
): Promise<OrderPage> {
  const programme = await getProgrammeRow(tx, order.programmeId, actor)
  const { settings } = await loadSettings(tx, programme)
  const [view] = await viewOrders(tx, [order], today)
  const acting = await loadActing(tx, actor)
  const stamps = await listStamps(tx, { order, acting })
  const paperIds = stamps.flatMap(({ paperId }) => (paperId === null ? [] : [paperId]))
  const given = paperIds.length === 0 ? [] : await tx.select().from(papers).where(inArray(papers.id, paperIds))
  const pleas = await listPleas(tx, order.id)
  const read = pleas.filter(({ agencyId }) => readsWordsOf(order, agencyId, acting))
  const names = await getAgencyNames(tx, [order.agencyId, ...stamps.flatMap(({ agencyId }) => agencyId ?? [])])
  const calendar = await loadCalendar(tx, order.divisionCode)
  if (!view) throw new Error('a matter has a view')
  return {
    ...view,
    programmeTitle: programme.title,
    today,
    nodes: nodeLine(stamps).map(({ node, stamp }) => ({
      node,
      stamp: stamp && {
        at: stamp.at,
        byName: stamp.byName,
        agencyId: stamp.agencyId,
        words: stamp.words,
        agency: stamp.agencyId === null ? null : (names.get(stamp.agencyId) ?? null),
      },
    })),
    stamps: await viewStamps(tx, stamps, given),
    papers: given
      .filter((paper) => seesPaper(paper, order, acting))
      .map(viewPaper)
      .sort((a, b) => paperIds.indexOf(a.id) - paperIds.indexOf(b.id)),
    pleas: read.map((plea) => ({ ...plea, agency: names.get(plea.agencyId) ?? view.host })),
    nextPapers: listPapersNow(order).map((kind) => {
      const limit = limitOf(settings, kind)
      return { kind, limit: limitInWords(limit), dueOn: dueAfter(today, limit, calendar) }
    }),
    can: decideActs(order, { actor, acting, pleas }),
  }
}
