import { groupBy } from '#kernel/group-by.ts'
import { matchesText } from '#kernel/search.ts'
import { readSort, sortRows } from '#kernel/sort-rows.ts'
import { kindTitles, type PlanTarget } from '#modules/programme/plans/contract.ts'
import { agencyKey, keysOfNames, listAgenciesNamed, type NamedAgency } from './agency-names.ts'
import { type Grouping, type Placed, withoutLead } from './list-tasks.ts'

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

/** What a column is sorted by. */
const sortKeys: Readonly<Record<string, (target: SortedTarget) => string | number | null>> = {
  indicator: ({ indicator }) => indicator.text,
  value: ({ normal, value }) => normal?.value ?? value,
  kind: ({ kind }) => kindTitles[kind],
  period: ({ period }) => period?.end ?? null,
  modality: ({ modality }) => modality,
  task: ({ taskTitle }) => taskTitle,
  lead: ({ leads }) => leads[0]?.name ?? null,
}

type SortedTarget = ListedTarget & Pick<PlanTarget, 'kind' | 'value' | 'normal'>

/** In the order of a column, `-period` downwards; in their own where there is no such column. */
export function sortTargets<T extends SortedTarget>(targets: readonly T[], word: string): readonly T[] {
  const sort = readSort(word)
  return sortRows(targets, sort && sortKeys[sort.key], sort?.down ?? false)
}

/** The heading of targets that belong to no task. */
export const overall = '总体目标'

/** Targets under their headings; one with two lead agencies stands under both. */
export function groupTargets<T extends ListedTarget>(
  targets: readonly T[],
  by: Grouping,
  taskOf: (taskId: string) => TaskOfTarget | undefined,
): readonly Placed<T>[] {
  if (by === 'none') return targets.map((row) => ({ row, group: '' }))
  if (by === 'action')
    return targets.map((row) => ({ row, group: (row.taskId && taskOf(row.taskId)?.action) || overall }))
  const leading = listAgenciesNamed(targets.flatMap((target) => target.leads))
  const ledBy = groupBy(
    targets.flatMap((target) => [...new Set(target.leads.map(agencyKey))].map((key) => ({ key, target }))),
    ({ key }) => key,
  )
  const led = leading.flatMap((agency) =>
    (ledBy.get(agencyKey(agency)) ?? []).map(({ target }) => ({ row: target, group: agency.name })),
  )
  const unled = targets.filter((target) => target.leads.length === 0)
  return [...led, ...unled.map((row) => ({ row, group: row.taskId === null ? overall : withoutLead }))]
}
