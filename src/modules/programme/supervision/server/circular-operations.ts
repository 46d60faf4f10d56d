import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { getAgencyNames, loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { ProgrammeSummary } from '#modules/programme/programmes/contract.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import { draftCircularText } from '../domain/circular-words.ts'
import { levelFlow } from '../domain/level.ts'
import { isOpen, isOverdue, type Order } from '../domain/order.ts'
import { escalateOrder } from '../domain/order-acts.ts'
import { type Paper, seriesWord } from '../domain/paper.ts'
import { roundAround } from '../domain/rounds.ts'
import type { SupervisionSettings } from '../domain/settings.ts'
import { listAgencyProgress } from '../domain/standings.ts'
import { dueAfter } from '../domain/time-limit.ts'
import { usualRequirement } from '../domain/usual-words.ts'
import { addEntry } from './add-entry.ts'
import { namedDue } from './due-days.ts'
import { issuePaper, peekNumber } from './issue-paper.ts'
import { viewSupervision } from './list-orders.ts'
import { listVisibleOrders, lockOrder, saveOrder } from './load-order.ts'
import { loadSettings } from './load-settings.ts'
import { loadStandings } from './load-standings.ts'
import { proposals } from './tables.ts'
import { tellIssued } from './tell.ts'
import { viewOrders } from './view-order.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

async function loadFacts({ tx, actor, today }: Asking, programme: Pick<ProgrammeSummary, 'id' | 'divisionCode'>) {
  const tasks = await loadStandings(tx, programme, today)
  const orders = await listVisibleOrders(tx, programme.id, actor)
  const ids = [...tasks.flatMap(({ hosts }) => hosts), ...orders.map(({ agencyId }) => agencyId)]
  const names = await getAgencyNames(tx, [...new Set(ids)], actor)
  return { tasks, orders, names, standings: listAgencyProgress({ tasks, orders, names, today }) }
}

/** A circular may name what the ladder lets up to it, and what it has named before and is late again. */
const mayName = (order: Order): boolean =>
  isOpen(order) && order.state !== 'answered' && order.state !== 'reviewed' && levelFlow.can(order.level, 'circular')

const roundName = ({ supervises, reports }: SupervisionSettings, today: string): string =>
  (roundAround(supervises, today) ?? roundAround(reports, today))?.name ?? ''

export const draftCircular = implement(supervisionContract.draftCircular, async ({ input, ...call }) => {
  const { tx, actor, today } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const { settings } = await loadSettings(tx, programme)
  const facts = await loadFacts(call, programme)
  const dueOn = dueAfter(today, settings.limits.circular, await loadCalendar(tx, actor.divisionCode))
  const word = seriesWord(settings.prefix, 'circular')
  const namable = facts.orders.filter(mayName)
  const late = [...namable].sort((a, b) => Number(isOverdue(b, today)) - Number(isOverdue(a, today)))
  return {
    ...draftCircularText({ ...facts, programme: programme.title, round: roundName(settings, today), today, dueOn }),
    today,
    dueOn,
    number: await peekNumber(tx, { divisionCode: actor.divisionCode, word, year: Number(today.slice(0, 4)) }),
    standings: facts.standings,
    orders: await viewOrders(tx, late, today),
  }
})

export const issueCircular = implement(supervisionContract.issueCircular, async (call) => {
  const { input, tx, actor, today, about } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const { settings } = await loadSettings(tx, programme)
  const dueOn = await namedDue(call, input.dueOn)
  const { standings } = await loadFacts(call, programme)
  const paper = await issuePaper(call, {
    programmeId: programme.id,
    orderId: null,
    kind: 'circular',
    dueOn,
    settings,
    content: {
      programme: programme.title,
      matter: input.text.title,
      source: '',
      host: '',
      assists: [],
      requirement: input.text.next,
      progress: [],
      urges: 0,
      interview: null,
      circular: { ...input.text, standings, on: today },
    },
  })
  for (const orderId of input.orderIds) await nameOrder(call, { orderId, paper, dueOn })
  await settleProposals(call, programme.id, input.orderIds)
  about(`通报${paper.number}“${input.text.title}”`, { 点名: input.orderIds.length })
  return viewSupervision({ tx, actor, today }, programme.id)
})

/** A case named in a circular stands at its level from now on and is due on its day. */
async function nameOrder(
  call: Call<unknown>,
  { orderId, paper, dueOn }: { orderId: string; paper: Paper; dueOn: string },
): Promise<void> {
  const { order } = await lockOrder(call.tx, orderId, call.actor)
  const terms = { kind: 'circular' as const, number: paper.number, dueOn, requirement: usualRequirement('circular') }
  const named = escalateOrder(order, terms, call.today)
  await saveOrder(call.tx, named)
  await addEntry(call, named, { act: 'escalate', words: `在通报中点名：${paper.content.matter}`, paperId: paper.id })
  await tellIssued(call, named, paper.number)
}

/** The round's proposal, and those to name these cases, are settled with the circular. */
async function settleProposals(
  { tx, actor, now }: Call<unknown>,
  programmeId: string,
  orderIds: readonly string[],
): Promise<void> {
  const here = and(eq(proposals.divisionCode, actor.divisionCode), eq(proposals.programmeId, programmeId))
  const meant =
    orderIds.length > 0
      ? or(isNull(proposals.orderId), inArray(proposals.orderId, [...orderIds]))
      : isNull(proposals.orderId)
  const settled = { state: 'taken' as const, settledBy: actor.name, settledReason: '已通报', settledAt: now }
  await tx
    .update(proposals)
    .set(settled)
    .where(and(here, eq(proposals.state, 'open'), eq(proposals.level, 'circular'), meant))
}
