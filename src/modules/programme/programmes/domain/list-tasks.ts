import { daysBetween } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import { matchesText } from '#kernel/search.ts'
import { readSort, sortRows } from '#kernel/sort-rows.ts'
import { agencyKey, keysOfNames, listAgenciesNamed, type NamedAgency } from './agency-names.ts'

/** What lists and filters look at in a task. */
export interface ListedTask {
  number: string
  title: string
  /** Its words in the plan, where somebody looks for words. */
  text: string
  kind: 'task' | 'measure'
  action: string
  initials: string
  dueOn: string | null
  ongoing: boolean
  leads: readonly NamedAgency[]
  participants: readonly NamedAgency[]
}

export const dueFilters = ['past', 'soon', 'later', 'ongoing', 'none'] as const
export type DueFilter = (typeof dueFilters)[number]

export const dueFilterTitles: Record<DueFilter, string> = {
  past: '已过期限',
  soon: '90 天内到期',
  later: '90 天以后到期',
  ongoing: '长期坚持',
  none: '未写明期限',
}

/** Stands in an address for tasks nobody leads. */
export const withoutLead = '未明确牵头单位'

export interface TaskFilter {
  text: string
  /** Names as they stand in the address; empty means all. */
  agencies: readonly string[]
  role: 'any' | 'lead' | 'participant'
  actions: readonly string[]
  due: string
  kind: string
  today: string
}

const soon = 90

/** How the deadline of a task is filed on a day. */
export function dueOf({ dueOn, ongoing }: Pick<ListedTask, 'dueOn' | 'ongoing'>, today: string): DueFilter {
  if (dueOn === null) return ongoing ? 'ongoing' : 'none'
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'past'
  return left <= soon ? 'soon' : 'later'
}

function inRole(task: ListedTask, role: TaskFilter['role']): readonly NamedAgency[] {
  if (role === 'lead') return task.leads
  return role === 'participant' ? task.participants : [...task.leads, ...task.participants]
}

/** The tasks that answer every filter, in their order. */
export function listTasksMatching<T extends ListedTask>(tasks: readonly T[], filter: TaskFilter): readonly T[] {
  const everyone = tasks.flatMap((task) => inRole(task, 'any'))
  const keys = keysOfNames(filter.agencies, everyone)
  const isTheirs = (task: T) =>
    filter.agencies.length === 0 ||
    (keys.has(withoutLead) && task.leads.length === 0) ||
    inRole(task, filter.role).some((agency) => keys.has(agencyKey(agency)))
  const words = (task: T) => [task.title, task.number, task.text, ...inRole(task, 'any').map(({ name }) => name)]
  return tasks.filter(
    (task) =>
      isTheirs(task) &&
      (filter.actions.length === 0 || filter.actions.includes(task.action)) &&
      (filter.due === '' || filter.due === dueOf(task, filter.today)) &&
      (filter.kind === '' || filter.kind === task.kind) &&
      matchesText(filter.text, { words: words(task), initials: task.initials }),
  )
}

export interface Placed<T> {
  row: T
  group: string
}

export type Grouping = 'action' | 'agency' | 'none'

/** What a word of an address means; by action where it means nothing. */
export const groupingOf = (word: string): Grouping => (word === 'agency' || word === 'none' ? word : 'action')

/** What a column is sorted by. */
const sortKeys: Readonly<Record<string, (task: ListedTask & { targets: number }) => string | number | null>> = {
  title: ({ title }) => title,
  lead: ({ leads }) => leads[0]?.name ?? null,
  with: ({ participants }) => participants.length,
  due: ({ dueOn }) => dueOn,
  targets: ({ targets }) => targets,
}

/** In the order of a column, `-due` downwards; in their own where there is no such column. */
export function sortTasks<T extends ListedTask & { targets: number }>(tasks: readonly T[], word: string): readonly T[] {
  const sort = readSort(word)
  return sortRows(tasks, sort && sortKeys[sort.key], sort?.down ?? false)
}

/** The heading of a task where tasks stand under their actions. */
export const headingOf = ({ action }: Pick<ListedTask, 'action'>): string => action || '其他任务'

/** Tasks under their headings; one with two lead agencies stands under both, those nobody leads come last. */
export function groupTasks<T extends ListedTask>(tasks: readonly T[], by: Grouping): readonly Placed<T>[] {
  if (by === 'none') return tasks.map((row) => ({ row, group: '' }))
  if (by === 'action') return tasks.map((row) => ({ row, group: headingOf(row) }))
  const leading = listAgenciesNamed(tasks.flatMap((task) => task.leads))
  const ledBy = groupBy(
    tasks.flatMap((task) => [...new Set(task.leads.map(agencyKey))].map((key) => ({ key, task }))),
    ({ key }) => key,
  )
  const led = leading.flatMap((agency) =>
    (ledBy.get(agencyKey(agency)) ?? []).map(({ task }) => ({ row: task, group: agency.name })),
  )
  return [...led, ...tasks.filter((task) => task.leads.length === 0).map((row) => ({ row, group: withoutLead }))]
}
