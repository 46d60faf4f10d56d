import type { Basis, DutyFact, ProgrammeFacts, ReportFact, ScheduleFact, TargetFact, TaskFact } from './facts.ts'
import { editionOn } from './rules/editions.ts'

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const taskId = uuid(1)
export const targetId = uuid(100)
export const agencyId = uuid(900)

export const aTask = (fields: Partial<TaskFact> = {}): TaskFact => ({
  id: taskId,
  kind: 'task',
  number: '1',
  title: '建设科技服务站',
  dueOn: null,
  ongoing: false,
  agencies: [{ agencyId, name: '县科技局', isLead: true }],
  addedIn: 1,
  planTaskId: 't1',
  ...fields,
})

export const aTarget = (fields: Partial<TargetFact> = {}): TargetFact => ({
  id: targetId,
  taskId,
  indicator: '科技服务站',
  code: null,
  op: '>=',
  value: 100,
  valueMax: null,
  unit: '家',
  kind: 'new_in_period',
  whole: true,
  ranked: false,
  startOn: '2026-01-01',
  endOn: '2026-12-31',
  baseline: null,
  repeats: null,
  words: '',
  ...fields,
})

let made = 0

export const aReport = (fields: Partial<ReportFact> = {}): ReportFact => {
  const submittedOn = fields.submittedOn ?? '2026-06-30'
  made += 1
  return {
    id: uuid(10_000 + made),
    taskId,
    agencyId,
    cycle: submittedOn.slice(0, 7),
    state: 'progressed',
    text: '',
    evidence: 1,
    submittedOn,
    signedOn: submittedOn,
    needsCoordination: false,
    values: [],
    ...fields,
  }
}

/** One report a figure, each on its day. */
export const stating = (
  figures: readonly (readonly [on: string, value: number])[],
  of: string = targetId,
): ReportFact[] => figures.map(([on, value]) => aReport({ submittedOn: on, values: [{ targetId: of, value, on }] }))

export const aDuty = (fields: Partial<DutyFact> = {}): DutyFact => ({
  taskId,
  agencyId,
  cycle: '2026-06',
  opensOn: '2026-06-01',
  dueOn: '2026-06-25',
  ...fields,
})

export const aSchedule = (steps: ScheduleFact['steps']): ScheduleFact => ({
  taskId,
  startOn: steps[0]?.startOn ?? '2026-01-01',
  finishOn: steps.at(-1)?.finishOn ?? '2026-12-31',
  deadlineOn: '2026-12-31',
  steps,
})

export const aBasis = (fields: Partial<Basis> = {}): Basis => ({
  startOn: '2026-01-01',
  endOn: '2028-12-31',
  tasks: [aTask()],
  targets: [aTarget()],
  ...fields,
})

type Known = Partial<Omit<ProgrammeFacts, 'thresholds'>> & { thresholds?: Partial<ProgrammeFacts['thresholds']> }

export const known = ({ thresholds, ...fields }: Known = {}): ProgrammeFacts => ({
  basis: aBasis(),
  schedules: new Map(),
  reports: [],
  duties: [],
  outside: [],
  openings: [],
  courses: new Map(),
  nameOf: () => '报送单位',
  thresholds: { ...editionOn('2026-06-30').defaults, ...thresholds },
  ...fields,
})
