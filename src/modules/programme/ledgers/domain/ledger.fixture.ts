import type { LedgerTask } from './task-ledger.ts'

export const aLedgerTask = (given: Partial<LedgerTask> = {}): LedgerTask => ({
  id: '01890000-0000-7000-8000-000000000003',
  title: '1 建设科技服务站',
  targets: ['科技服务站 ≥ 12 个'],
  leads: ['县科技局'],
  participants: ['县财政局', '各乡镇'],
  due: '2026-12-31',
  steps: [],
  lamp: 'red',
  ratio: 1 / 3,
  said: { text: '已建4个', difficult: true, on: '2026-10-28' },
  note: null,
  ...given,
})
