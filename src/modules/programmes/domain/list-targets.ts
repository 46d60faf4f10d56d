import { matchesText } from '#kernel/search.ts'
import { agencyKey, keysOfNames, type NamedAgency } from './agency-names.ts'

/** What lists and filters look at in a target. */
export interface ListedTarget {
  indicator: { text: string; code: string | null }
  shown: string
  kind: string
  modality: string
  period: { end: string } | null
  taskId: string | null
  taskTitle: string | null
  leads: readonly NamedAgency[]
  clause: { text: string }
}

export interface TargetFilter {
  text: string
  agencies: readonly string[]
  kinds: readonly string[]
  modality: string
  /** The year in which it has to be reached, `2028`. */
  year: string
  /** Headings of actions. */
  actions: readonly string[]
}

/** What the task of a target adds to it. */
export interface TaskOfTarget {
  action: string
  initials: string
}

/** The targets that answer every filter, in their order; a target of no task answers by its own words alone. */
export function listTargetsMatching<T extends ListedTarget>(
  targets: readonly T[],
  filter: TargetFilter,
  taskOf: (taskId: string) => TaskOfTarget | undefined,
): readonly T[] {
  const keys = keysOfNames(
    filter.agencies,
    targets.flatMap((target) => target.leads),
  )
  return targets.filter((target) => {
    const task = target.taskId === null ? undefined : taskOf(target.taskId)
    const names = target.leads.map(({ name }) => name)
    const words = [target.indicator.text, target.clause.text, target.shown, target.taskTitle ?? '', ...names]
    return (
      (keys.size === 0 || target.leads.some((lead) => keys.has(agencyKey(lead)))) &&
      (filter.kinds.length === 0 || filter.kinds.includes(target.kind)) &&
      (filter.modality === '' || filter.modality === target.modality) &&
      (filter.year === '' || target.period?.end.startsWith(filter.year) === true) &&
      (filter.actions.length === 0 || (task !== undefined && filter.actions.includes(task.action))) &&
      matchesText(filter.text, { words, initials: task?.initials ?? '' })
    )
  })
}
