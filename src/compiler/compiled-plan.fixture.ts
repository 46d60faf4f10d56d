import type { AgencyMention, CompiledPlan, PlanTarget, PlanTask } from './compiled-plan.ts'

/** Invented pieces of a compiled plan; every field can be given. */

export const anAgency = (name: string, role: AgencyMention['role'] = 'lead'): AgencyMention => ({
  name,
  role,
  span: [0, name.length],
})

export function aTask(given: Partial<PlanTask> = {}): PlanTask {
  const title = given.title ?? '建设科技服务站'
  return {
    id: 't1',
    kind: 'task',
    sectionId: null,
    path: ['二、重点任务', '（一）科技服务行动'],
    number: '1',
    title,
    text: `${title}。在每个乡镇设立科技服务站，选派服务人员驻站。`,
    mode: 'lead',
    leads: [anAgency('县科技局')],
    participants: [anAgency('县农业农村局', 'participant')],
    due: null,
    span: [0, 0],
    titleSpan: [0, 0],
    ...given,
  }
}

export const aTarget = (given: Partial<PlanTarget> = {}): PlanTarget => ({
  id: 'g1',
  taskId: 't1',
  indicator: { text: '新建科技服务站', code: null },
  op: '>=',
  value: 12,
  valueMax: null,
  unit: '个',
  normal: { unit: '个', value: 12, valueMax: null },
  kind: 'new_in_period',
  period: { start: '2026-01-01', end: '2026-12-31' },
  modality: '应当',
  scopeLevel: '县',
  baseline: null,
  duplicateOf: null,
  clause: { text: '新建科技服务站12个以上', span: [0, 11] },
  valueSpan: [7, 9],
  ...given,
})

export const aPlan = (given: Partial<CompiledPlan> = {}): CompiledPlan => ({
  schema: 'guatu.plan/1',
  compiler: '0.0.0',
  source: { file: '方案.txt', sha256: '', mediaType: 'text/plain', encoding: 'utf-8', text: '' },
  document: {
    title: '云溪县科技服务提升行动方案',
    issuer: '云溪县人民政府办公室',
    number: '云政办发〔2026〕8号',
    issuedOn: '2026-03-02',
    period: { start: '2026-01-01', end: '2026-12-31' },
    division: null,
    cites: [],
  },
  sections: [],
  tasks: [],
  targets: [],
  cadences: [],
  diagnostics: [],
  ...given,
})
