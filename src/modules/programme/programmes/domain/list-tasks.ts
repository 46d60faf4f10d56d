import { daysBetween } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import { matchesText } from '#kernel/search.ts'
import { agencyKey, keysOfNames, listAgenciesNamed, type NamedAgency } from './agency-names.ts'

/** What lists and filters look at in a task. */
export interface ListedTask {
  number: string
  title: string
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

export interface PlacedTask<T> {
  task: T
  group: string
}

export type TaskGrouping = 'action' | 'agency' | 'none'

/** Tasks under their headings; one with two lead agencies stands under both, those nobody leads come last. */
export function groupTasks<T extends ListedTask>(tasks: readonly T[], by: TaskGrouping): readonly PlacedTask<T>[] {
  if (by === 'none') return tasks.map((task) => ({ task, group: '' }))
  if (by === 'action') return tasks.map((task) => ({ task, group: task.action || '其他任务' }))
  const leading = listAgenciesNamed(tasks.flatMap((task) => task.leads))
  const ledBy = groupBy(
    tasks.flatMap((task) => [...new Set(task.leads.map(agencyKey))].map((key) => ({ key, task }))),
    ({ key }) => key,
  )
  const led = leading.flatMap((agency) =>
    (ledBy.get(agencyKey(agency)) ?? []).map(({ task }) => ({ task, group: agency.name })),
  )
  return [...led, ...tasks.filter((task) => task.leads.length === 0).map((task) => ({ task, group: withoutLead }))]
}
