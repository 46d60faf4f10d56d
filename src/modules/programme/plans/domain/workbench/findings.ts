import type {
  CompiledPlan,
  PlanCadence,
  PlanSection,
  PlanTarget,
  PlanTask,
  UntakenFigure,
} from '#compiler/compiled-plan.ts'
import { groupBy } from '#kernel/group-by.ts'
import { isOpen } from './open-readings.ts'

export interface TaskFinding {
  task: PlanTask
  targets: readonly PlanTarget[]
  cadences: readonly { cadence: PlanCadence; item: string }[]
  /** Figures of its words that were not taken as targets. */
  untaken: readonly UntakenFigure[]
}

/** What was found under one heading of the plan. */
export interface FindingGroup {
  key: string
  /** `（一）科技服务行动`; the document's title where nothing stands above. */
  heading: string
  /** Headings further up, outermost first. */
  above: readonly string[]
  tasks: readonly TaskFinding[]
  /** Targets and cadences that belong to no task. */
  targets: readonly PlanTarget[]
  cadences: readonly { cadence: PlanCadence; item: string }[]
  untaken: readonly UntakenFigure[]
  start: number
}

const headingOf = ({ number, heading }: PlanSection): string =>
  heading.startsWith(number) ? heading : `${number}${heading}`

/** The innermost section that holds a place; null before the first heading. */
function sectionAt(sections: readonly PlanSection[], at: number): PlanSection | null {
  return sections.reduce<PlanSection | null>((best, section) => {
    const [start, end] = section.span
    if (at < start || at >= end) return best
    return best === null || section.level >= best.level ? section : best
  }, null)
}

type Item = { cadence: PlanCadence; item: string }

/** The group a place of the text belongs to, still empty: by the headings above a task, by the section otherwise. */
function groupFor(plan: CompiledPlan, at: number, path: readonly string[]): FindingGroup {
  const section = path.length > 0 ? null : sectionAt(plan.sections, at)
  const own = path.at(-1) ?? (section ? headingOf(section) : plan.document.title)
  const above = path.slice(0, -1)
  return {
    key: [...above, own].join('\n'),
    heading: own,
    above,
    tasks: [],
    targets: [],
    cadences: [],
    untaken: [],
    start: at,
  }
}

/** Headings from the top down to a section, as a task's path would be. */
function pathTo(sections: readonly PlanSection[], at: number): readonly string[] {
  const path: string[] = []
  let section = sectionAt(sections, at)
  while (section) {
    path.unshift(headingOf(section))
    const { parent } = section
    section = sections.find((s) => s.id === parent) ?? null
  }
  return path
}

/** Tasks, targets and cadences under the plan's own headings, all in the order of the text. */
export function groupFindings(plan: CompiledPlan): readonly FindingGroup[] {
  const cadences = plan.cadences.map((cadence, i): Item => ({ cadence, item: `cadence:${i}` }))
  const known = new Set(plan.tasks.map((task) => task.id))
  const isFree = (taskId: string | null) => taskId === null || !known.has(taskId)
  const untaken = groupBy(plan.untaken ?? [], ({ valueSpan }) => taskAt(plan.tasks, valueSpan[0]))
  const groups = new Map<string, FindingGroup>()
  const add = (at: number, path: readonly string[], change: (group: FindingGroup) => Partial<FindingGroup>) => {
    const empty = groupFor(plan, at, path)
    const group = groups.get(empty.key) ?? empty
    groups.set(empty.key, { ...group, ...change(group), start: Math.min(group.start, at) })
  }
  for (const task of plan.tasks) {
    const targets = plan.targets.filter((target) => target.taskId === task.id)
    const own = {
      task,
      targets,
      cadences: cadences.filter(({ cadence }) => cadence.taskId === task.id),
      untaken: untaken.get(task) ?? [],
    }
    add(task.span[0], task.path, (group) => ({ tasks: [...group.tasks, own] }))
  }
  for (const target of plan.targets.filter((t) => isFree(t.taskId))) {
    const at = target.valueSpan[0]
    add(at, pathTo(plan.sections, at), (group) => ({ targets: [...group.targets, target] }))
  }
  for (const free of cadences.filter((c) => isFree(c.cadence.taskId))) {
    const at = free.cadence.span[0]
    add(at, pathTo(plan.sections, at), (group) => ({ cadences: [...group.cadences, free] }))
  }
  for (const figure of untaken.get(undefined) ?? []) {
    const at = figure.valueSpan[0]
    add(at, pathTo(plan.sections, at), (group) => ({ untaken: [...group.untaken, figure] }))
  }
  return [...groups.values()].sort((a, b) => a.start - b.start)
}

/** The task whose words hold a place; the innermost where one stands within another. */
const taskAt = (tasks: readonly PlanTask[], at: number): PlanTask | undefined =>
  tasks.findLast(({ span: [start, end] }) => start <= at && at < end)

/** What is listed: everything, targets whose reading is open, those whose indicator is proposed as a new one, or figures not taken. */
export type Shown = 'all' | 'open' | 'proposed' | 'untaken'

const targetsShown: Readonly<Partial<Record<Shown, (target: PlanTarget) => boolean>>> = {
  open: isOpen,
  proposed: ({ indicator }) => indicator.proposed === true,
}

/** The same groups with what is asked for alone; what then holds nothing is left out. */
export function narrowTo(groups: readonly FindingGroup[], shown: Shown): readonly FindingGroup[] {
  if (shown === 'all') return groups
  const isShown = targetsShown[shown]
  const keep = <T extends { targets: readonly PlanTarget[]; untaken: readonly UntakenFigure[] }>(found: T): T => ({
    ...found,
    targets: isShown ? found.targets.filter(isShown) : [],
    untaken: shown === 'untaken' ? found.untaken : [],
    cadences: [],
  })
  const holds = ({ targets, untaken }: Pick<FindingGroup, 'targets' | 'untaken'>) => targets.length + untaken.length > 0
  return groups
    .map((group) => ({ ...keep(group), tasks: group.tasks.map(keep).filter(holds) }))
    .filter((group) => group.tasks.length > 0 || holds(group))
}
