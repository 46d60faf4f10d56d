import { desc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import type { Standing } from '#modules/office/organisations/contract.ts'
import { once } from '#platform/database/once.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { FindCall, Finder } from '#platform/operation/finder.ts'
import { supervisionContract } from '../contract.ts'
import type { Order } from '../domain/order.ts'
import { seesPaper } from '../domain/order-acts.ts'
import { titleOfPaper } from '../domain/paper.ts'
import { levelTitle } from '../domain/paper-form.ts'
import { isVisible, loadActing } from './load-order.ts'
import { orders, papers } from './tables.ts'

const listVisible = ({ tx, actor }: FindCall): Promise<Order[]> =>
  once(tx, `supervision.visible ${actor.divisionCode} ${actor.agencyId}`, () => loadVisible(tx, actor))

async function loadVisible(tx: Tx, actor: Actor): Promise<Order[]> {
  const rows = await tx
    .select()
    .from(orders)
    .where(eq(orders.divisionCode, actor.divisionCode))
    .orderBy(desc(orders.createdAt), desc(orders.id))
  const acting = await loadActing(tx, actor)
  return rows.filter((order) => isVisible(order, actor, acting))
}

export const findOrders: Finder = {
  title: '督办事项',
  shows: supervisionContract.getOrder,
  list: async (call) =>
    (await listVisible(call)).map(({ id, matter, number, level, standing }) => ({
      title: matter,
      note: [levelTitle({ level, standing }), number].filter((part) => part !== null).join(' '),
      to: `/orders/${id}`,
      words: number === null ? [] : [number],
    })),
}

/** Papers by number and title; each is opened where its case is, a circular on the page of supervision. */
export const findPapers: Finder = {
  title: '文书',
  shows: supervisionContract.getPaper,
  list: async (call) => {
    const { tx, actor } = call
    const acting = await loadActing(tx, actor)
    const matters = new Map((await listVisible(call)).map((order) => [order.id, order]))
    const { id, programmeId, orderId, kind, number, issuedOn, content } = papers
    const title = sql<string | null>`${content} #>> '{circular,title}'`
    const matter = sql<string>`${content} ->> 'matter'`
    const standing = sql<Standing | null>`${content} ->> 'standing'`
    const rows = await tx
      .select({ id, programmeId, orderId, kind, number, issuedOn, title, matter, standing })
      .from(papers)
      .where(eq(papers.divisionCode, actor.divisionCode))
      .orderBy(desc(papers.issuedAt), desc(papers.id))
    return rows.flatMap((paper) => {
      const order = paper.orderId === null ? undefined : matters.get(paper.orderId)
      const isSeen = paper.orderId === null || (order !== undefined && seesPaper(paper, order, acting))
      if (!isSeen) return []
      const found = {
        title: paper.title ?? `${titleOfPaper(paper.kind, paper.standing)}：${paper.matter}`,
        words: [paper.number],
      }
      const to = order ? `/orders/${order.id}` : `/programmes/${paper.programmeId}/supervision`
      return [{ ...found, note: `${paper.number} · ${paper.issuedOn}`, to }]
    })
  },
}
