import type { Order } from './order.ts'

/** A case that was issued as an order ten days before 2026-11-22. */
export const anOrder = (given: Partial<Order> = {}): Order => ({
  divisionCode: '470326',
  id: '01890000-0000-7000-8000-000000000001',
  programmeId: '01890000-0000-7000-8000-000000000002',
  taskId: '01890000-0000-7000-8000-000000000003',
  agencyId: '01890000-0000-7000-8000-00000000000a',
  assistIds: ['01890000-0000-7000-8000-00000000000b'],
  level: 'order',
  standing: 'below',
  state: 'issued',
  number: '澄督〔2026〕3号',
  matter: '1 建设科技服务站',
  source: '督办建议（红灯）',
  requirement: '请对照任务要求逐项整改。',
  grounds: [{ code: 'red', text: '亮红灯已 12 天' }],
  dueOn: '2026-11-27',
  issuedOn: '2026-11-12',
  closedOn: null,
  urges: 0,
  rating: null,
  createdAt: new Date('2026-11-12T02:00:00Z'),
  ...given,
})
