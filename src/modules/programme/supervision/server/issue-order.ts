import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { supervisionContract } from '../contract.ts'
import { lettersFor } from '../domain/addressing.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order, OrderLevel } from '../domain/order.ts'
import * as acts from '../domain/order-acts.ts'
import type { Interview } from '../domain/paper.ts'
import { stepFor } from '../domain/paper-form.ts'
import { factsOf } from '../domain/propose.ts'
import { isUsual, usualRequirement } from '../domain/usual-words.ts'
import { addEntry } from './add-entry.ts'
import { namedDue } from './due-days.ts'
import { lockOrder, saveOrder } from './load-order.ts'
import { loadSettings } from './load-settings.ts'
import { loadStandings } from './load-standings.ts'
import { addressAgencies } from './standings-of.ts'
import { tellIssued } from './tell.ts'
import { viewOrderPage } from './view-order.ts'
import { writePapers } from './write-paper.ts'

export interface Sending {
  kind: OrderLevel
  dueOn: string
  requirement: string
  words: string
  interview?: Interview | null
}

/**
 * A step of a case: what goes out is decided by how the host stands to who signs today, states how things stand today, and is
 * numbered, entered, told. Whoever assists and stands otherwise gets a letter of his own.
 */
export async function sendPaper(call: Call<unknown>, kept: Order, sending: Sending): Promise<Order> {
  const { tx, actor, today } = call
  const { words, interview = null } = sending
  const programme = await getProgrammeRow(tx, kept.programmeId, actor)
  const { settings } = await loadSettings(call, programme)
  const parties = await addressAgencies(tx, [kept.agencyId, ...kept.assistIds], { ...programme, ...settings })
  const host = parties.get(kept.agencyId)
  if (!host) throw supervisionErrors.agencyUnknown({})
  const first = kept.state === 'registered'
  const order = { ...kept, standing: host[0].standing }
  const kind = first ? stepFor(sending.kind, order.standing, false) : sending.kind
  const requirement = isUsual(sending.requirement) ? usualRequirement(kind, order.standing) : sending.requirement
  const dueOn = await namedDue(call, sending.dueOn)
  const decide = first ? acts.issueOrder : acts.escalateOrder
  const terms = { kind, dueOn, requirement }
  const letters = lettersFor({
    host,
    assists: kept.assistIds.flatMap((id) => parties.get(id) ?? []),
    kind,
    isFurther: !first,
  })
  decide(order, { ...terms, number: '' }, today)
  const task = (await loadStandings(tx, programme, today)).find(({ taskId }) => taskId === order.taskId)
  const facts = factsOf(task, order, today)
  const [paper, ...beside] = await writePapers(call, { order, letters, dueOn, requirement, facts, settings, interview })
  if (!paper) throw supervisionErrors.agencyUnknown({})
  const sent = decide(order, { ...terms, number: paper.number }, today)
  await saveOrder(tx, sent)
  const also = beside.map(({ number, content }) => `另致${content.host} ${number}`)
  await addEntry(call, sent, {
    act: first ? 'issue' : 'escalate',
    words: [words, ...also].filter(Boolean).join('；'),
    paperId: paper.id,
  })
  await tellIssued(call, sent, paper.number)
  call.about(`督办事项“${sent.matter}”`, {
    编号: [paper, ...beside].map(({ number }) => number).join('、'),
    时限: dueOn,
  })
  return sent
}

export const issueOrder = implement(supervisionContract.issueOrder, async (call) => {
  const { input, tx, actor } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  return viewOrderPage(call, await sendPaper(call, order, { ...input, kind: order.level }))
})

export const escalateOrder = implement(supervisionContract.escalateOrder, async (call) => {
  const { input, tx, actor } = call
  const { order } = await lockOrder(tx, input.orderId, actor)
  return viewOrderPage(call, await sendPaper(call, order, input))
})
