import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { getProgrammeRow, getTaskRow, programmeErrors } from '#modules/programme/programmes/server/index.ts'
import { type Owner, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type Registration, supervisionContract } from '../contract.ts'
import { supervisionErrors } from '../domain/errors.ts'
import { type Ground, type Order, openStates } from '../domain/order.ts'
import { stepFor } from '../domain/paper-form.ts'
import { addEntry } from './add-entry.ts'
import { namedDue } from './due-days.ts'
import { loadSettings } from './load-settings.ts'
import { standingsOf } from './standings-of.ts'
import { orders } from './tables.ts'
import { viewOrderPage } from './view-order.ts'

type Acting = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>

export interface Registering extends Registration {
  programmeId: string
  grounds: Ground[]
  words: string
}

/** 立项: a case is put on the books; nothing has gone out yet. */
export async function createOrder(call: Acting, { words, ...given }: Registering): Promise<Order> {
  const { tx, actor, now } = call
  const task = await getTaskRow(tx, given.taskId, actor)
  if (task.programmeId !== given.programmeId || task.droppedIn !== null) throw programmeErrors.taskElsewhere({})
  const assistIds = [...new Set(given.assistIds)].filter((id) => id !== given.agencyId)
  await refuseUnknown(tx, [given.agencyId, ...assistIds], actor)
  await refuseSecond(tx, { ...given, divisionCode: actor.divisionCode })
  const standing = await standingOfHost(call, given)
  const order: Order = {
    ...given,
    standing,
    level: stepFor(given.level, standing, false),
    assistIds,
    divisionCode: actor.divisionCode,
    id: newId(now.getTime()),
    state: 'registered',
    number: null,
    issuedOn: null,
    closedOn: null,
    urges: 0,
    rating: null,
    createdAt: now,
  }
  await tx.insert(orders).values(order)
  await addEntry(call, order, { act: 'register', words })
  return order
}

async function standingOfHost(call: Acting, { programmeId, agencyId }: Pick<Order, 'programmeId' | 'agencyId'>) {
  const programme = await getProgrammeRow(call.tx, programmeId, call.actor)
  const { settings } = await loadSettings(call, programme)
  return (await standingsOf(call.tx, [agencyId], { ...programme, ...settings })).get(agencyId) ?? 'below'
}

async function refuseUnknown(tx: Tx, agencyIds: readonly string[], owner: Owner): Promise<void> {
  const known = await getAgencyNames(tx, agencyIds, owner)
  if (agencyIds.some((id) => !known.has(id))) throw supervisionErrors.agencyUnknown({})
}

/** One task has one open case for one agency; more of the same belongs to it. */
export async function refuseSecond(
  tx: Tx,
  { taskId, agencyId, divisionCode }: Pick<Order, 'taskId' | 'agencyId' | 'divisionCode'>,
): Promise<void> {
  const same = and(ofRow(orders.taskId, { id: taskId, divisionCode }), eq(orders.agencyId, agencyId))
  const [other] = await tx
    .select()
    .from(orders)
    .where(and(same, inArray(orders.state, ['registered', ...openStates])))
  if (other) throw supervisionErrors.alreadyOpen({ number: other.number ?? '已立项，待交办' })
}

export const registerOrder = implement(supervisionContract.registerOrder, async (call) => {
  const { input, tx, actor, about, today } = call
  await getProgrammeRow(tx, input.programmeId, actor)
  if (input.dueOn < today) throw supervisionErrors.dueInPast({ dueOn: input.dueOn, today })
  const order = await createOrder(call, { ...input, dueOn: await namedDue(call, input.dueOn), grounds: [] })
  if (actor.role === 'leader' && input.words !== '')
    await addEntry(call, order, { act: 'instruct', words: input.words })
  about(`督办事项“${order.matter}”`)
  return viewOrderPage(call, order)
})
