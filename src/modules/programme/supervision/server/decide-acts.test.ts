import { expect, test } from 'vitest'
import { actorOf, type Role } from '#kernel/actor.ts'
import { partyAgency } from '#kernel/party.ts'
import { anOrder } from '../domain/order.fixture.ts'
import { type Order, OrderState } from '../domain/order.ts'
import type { Request } from '../domain/request.ts'
import { decideActs } from './decide-acts.ts'

const [host, helper] = [anOrder().agencyId, anOrder().assistIds[0] ?? '']
const people = {
  office: { role: 'office' as const, agencyIds: [] },
  leader: { role: 'leader' as const, agencyIds: [] },
  host: { role: 'reporter' as const, agencyIds: [host] },
  helper: { role: 'reporter' as const, agencyIds: [helper] },
  observer: { role: 'observer' as const, agencyIds: [] },
}

const aRequest = (state: Request['state']): Request => ({
  divisionCode: '470326',
  id: '01890000-0000-7000-8000-0000000000a1',
  orderId: anOrder().id,
  kind: 'extension',
  state,
  reason: '设备到货晚于预期',
  wantedOn: '2026-12-30',
  agencyId: host,
  askedBy: '苏砚秋',
  askedAt: new Date(0),
  answer: null,
  answeredBy: null,
  answeredAt: null,
})

function actsOf(
  who: { role: Role; agencyIds: readonly string[] },
  order: Order,
  requests: readonly Request[] = [],
): string[] {
  const party = partyAgency(who.agencyIds[0] ?? null)
  const actor = actorOf({ userId: 'u', name: '某人' }, { id: 'm', role: who.role, divisionCode: '470326', party })
  const can = decideActs(order, { actor, acting: who, requests })
  for (const { allowed, reason } of Object.values(can)) expect(reason === null).toBe(allowed)
  return Object.entries(can).flatMap(([act, { allowed }]) => (allowed ? [act] : []))
}

/** Who may do what while a case stands where: by state, for the office, the host and who helps. */
const table: Record<OrderState, { office: string; host: string; helper: string }> = {
  registered: { office: 'issue withdraw', host: '', helper: 'assist' },
  issued: { office: 'escalate withdraw', host: 'receive submitRequest', helper: 'assist' },
  received: { office: 'escalate withdraw', host: 'handle answer submitRequest', helper: 'assist' },
  handling: { office: 'escalate withdraw', host: 'handle answer submitRequest', helper: 'assist' },
  answered: { office: 'review withdraw', host: '', helper: 'assist' },
  reviewed: { office: 'close', host: '', helper: 'assist' },
  closed: { office: 'reopen', host: '', helper: '' },
  withdrawn: { office: '', host: '', helper: '' },
}

const listed = (words: string) => words.split(' ').filter((word) => word !== '')

test.each(OrderState.options)('%s: each may do their own acts and no other', (state) => {
  const order = anOrder({ state, issuedOn: state === 'registered' ? null : '2026-11-12' })
  const { office: byOffice, host: byHost, helper: byHelper } = table[state]
  expect(actsOf(people.office, order).sort()).toEqual(listed(byOffice).sort())
  expect(actsOf(people.host, order).sort()).toEqual(listed(byHost).sort())
  expect(actsOf(people.helper, order).sort()).toEqual(listed(byHelper).sort())
  expect(actsOf(people.observer, order)).toEqual([])
})

test('nothing is pressed harder than an interview, and a circular may still lead to one', () => {
  expect(actsOf(people.office, anOrder({ level: 'interview' }))).toContain('escalate')
  expect(actsOf(people.office, anOrder({ level: 'circular' }))).toContain('escalate')
})

test('a request is answered while it waits, and a second one has to wait for that', () => {
  const [asked, refused] = [[aRequest('asked')], [aRequest('refused')]]
  expect(actsOf(people.office, anOrder(), asked)).toContain('answerRequest')
  expect(actsOf(people.office, anOrder(), refused)).not.toContain('answerRequest')
  expect(actsOf(people.host, anOrder(), asked)).not.toContain('submitRequest')
  expect(actsOf(people.host, anOrder(), refused)).toContain('submitRequest')
})

test('a leader instructs until the end', () => {
  expect(actsOf(people.leader, anOrder())).toContain('instruct')
  expect(actsOf(people.leader, anOrder({ state: 'closed' }))).not.toContain('instruct')
})
