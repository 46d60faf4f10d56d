import { and, desc, eq, inArray } from 'drizzle-orm'
import { may } from '#kernel/contract.ts'
import {
  callAgencies,
  getProgrammeRow,
  getTaskRow,
  listTaskTitles,
} from '#modules/programme/programmes/server/index.ts'
import { ofRow, ofRows, owned } from '#platform/database/same-row.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type ProposalView, type SupervisionPage, supervisionContract } from '../contract.ts'
import { listPapersAfter } from '../domain/level.ts'
import { type Order, OrderLevel } from '../domain/order.ts'
import { seesPaper } from '../domain/order-acts.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { SupervisionSettings } from '../domain/settings.ts'
import { choosePapers, holdUntil } from './due-days.ts'
import { listVisibleOrders, loadActing, openOrder } from './load-order.ts'
import { loadSettings } from './load-settings.ts'
import { standingsOf } from './standings-of.ts'
import { papers, proposalRuns, proposals } from './tables.ts'
import { viewOrderPage, viewOrders, viewPapers } from './view-order.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

export const listOrders = implement(supervisionContract.listOrders, ({ input, ...call }) =>
  viewSupervision(call, input.programmeId),
)

/** Proposals are for those who issue papers and those who may tell them to. */
const seesProposals = ({ actor }: Asking): boolean => actor.role === 'office' || actor.role === 'leader'

export async function viewSupervision(call: Asking, programmeId: string): Promise<SupervisionPage> {
  const { tx, actor, today } = call
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const orders = await listVisibleOrders(tx, programmeId, actor)
  const here = ofRow(proposals.programmeId, programme)
  const waiting = inArray(proposals.state, ['open', 'setAside'])
  const kept = seesProposals(call) ? await tx.select().from(proposals).where(and(here, waiting)) : []
  const { settings } = await loadSettings(call, programme)
  const shown = await viewProposals(call, kept, { orders, settings })
  const [run] = await tx.select().from(proposalRuns).where(ofRow(proposalRuns.programmeId, programme))
  const given = await tx
    .select()
    .from(papers)
    .where(and(ofRow(papers.programmeId, programme), eq(papers.kind, 'circular')))
    .orderBy(desc(papers.issuedAt), desc(papers.id))
  const allow = (operation: { by: Parameters<typeof may>[1]['by']; title: string }) =>
    may(actor, operation)
      ? { allowed: true, reason: null }
      : { allowed: false, reason: `您的角色不能“${operation.title}”。` }
  return {
    today,
    proposedOn: run?.ranOn ?? null,
    proposals: shown.filter(({ state }) => state === 'open'),
    setAside: shown.filter(({ state }) => state === 'setAside'),
    orders: await viewOrders(tx, orders, today),
    circulars: await viewPapers(tx, given, { programme, taskId: null, actor }),
    papers: await choosePapers(call, listPapersAfter('none', 'below'), settings),
    holdUntilOn: await holdUntil(call, settings),
    can: {
      registerOrder: allow(supervisionContract.registerOrder),
      takeProposal: allow(supervisionContract.takeProposal),
      issueCircular: allow(supervisionContract.issueCircular),
      saveSettings: allow(supervisionContract.saveSettings),
    },
  }
}

interface ProposalFacts {
  orders: readonly Order[]
  settings: SupervisionSettings
}

const gravest = ['interview', 'circular', 'order', 'urge', 'prompt']

async function viewProposals(
  call: Asking,
  kept: readonly Proposal[],
  { orders, settings }: ProposalFacts,
): Promise<ProposalView[]> {
  if (kept.length === 0) return []
  const { tx, actor, today } = call
  const taskIds = [...new Set(kept.flatMap(({ taskId }) => taskId ?? []))]
  const titles = await listTaskTitles(tx, taskIds, actor.divisionCode)
  const numbers = new Map(orders.map(({ id, number }) => [id, number]))
  const named = kept.flatMap(({ agencyId, assistIds }) => [...(agencyId ? [agencyId] : []), ...assistIds])
  const nameOf = await callAgencies(tx, actor, named)
  const all = await choosePapers({ tx, actor, today }, OrderLevel.options, settings)
  const standings = await standingsOf(tx, named, { ...actor, ...settings })
  const views = kept.map((proposal) => {
    const standing = standings.get(proposal.agencyId ?? '') ?? 'below'
    const kinds =
      proposal.orderId === null && proposal.taskId !== null ? listPapersAfter('none', standing) : [proposal.level]
    return {
      ...proposal,
      standing,
      taskTitle: titles.get(proposal.taskId ?? '') ?? null,
      host: proposal.agencyId === null ? null : nameOf(proposal.agencyId),
      assists: proposal.assistIds.map((agencyId) => ({ agencyId, name: nameOf(agencyId) })),
      number: numbers.get(proposal.orderId ?? '') ?? null,
      papers: all.filter(({ kind }) => kinds.includes(kind)),
    }
  })
  return views.sort((a, b) => gravest.indexOf(a.level) - gravest.indexOf(b.level) || (a.sinceOn < b.sinceOn ? -1 : 1))
}

export const getOrder = implement(supervisionContract.getOrder, async ({ input, ...call }) => {
  const { order } = await openOrder(call.tx, input.orderId, call.actor)
  return viewOrderPage(call, order)
})

export const listTaskOrders = implement(supervisionContract.listTaskOrders, async ({ input, tx, actor, today }) => {
  const task = await getTaskRow(tx, input.taskId, actor)
  const own = await listVisibleOrders(tx, task.programmeId, actor, task.id)
  const orderIds = own.map(({ id }) => id)
  const given =
    orderIds.length === 0
      ? []
      : await tx
          .select()
          .from(papers)
          .where(ofRows(papers.orderId, orderIds, actor))
  const acting = given.length === 0 ? null : await loadActing(tx, actor)
  const seen = given.filter((paper) =>
    own.some((order) => order.id === paper.orderId && acting !== null && seesPaper(paper, order, acting)),
  )
  const programme = owned(task.programmeId, actor)
  const shown = await viewPapers(tx, seen, { programme, taskId: task.id, actor })
  return {
    today,
    orders: await viewOrders(tx, own, today),
    papers: shown.filter(({ corrected }) => corrected.length > 0),
  }
})
