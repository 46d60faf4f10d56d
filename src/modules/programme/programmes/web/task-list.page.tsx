import { useRead } from '#ui/client.ts'
import type { Filter } from '#ui/filter-bar.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { type ProgrammeView, programmeContract, type TaskView } from '../contract.ts'
import { listAgenciesNamed } from '../domain/agency-names.ts'
import {
  dueFilters,
  dueFilterTitles,
  groupTasks,
  listTasksMatching,
  type TaskFilter,
  type TaskGrouping,
  withoutLead,
} from '../domain/list-tasks.ts'
import { PrintButton } from './print-button.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { TaskTable } from './task-table.tsx'

const same = (name: string) => ({ value: name, label: name })

function filtersOf(tasks: readonly TaskView[]): readonly Filter[] {
  const agencies = listAgenciesNamed(tasks.flatMap((task) => [...task.leads, ...task.participants]))
  const actions = [...new Set(tasks.map((task) => task.action))].filter(Boolean)
  const unled = tasks.some((task) => task.leads.length === 0) ? [same(withoutLead)] : []
  return [
    { kind: 'text', word: 'q', placeholder: '任务、单位或拼音首字母' },
    { kind: 'many', word: 'agency', label: '单位', options: [...agencies.map(({ name }) => same(name)), ...unled] },
    {
      kind: 'one',
      word: 'role',
      label: '牵头或参与',
      options: [
        { value: 'lead', label: '牵头' },
        { value: 'participant', label: '参与' },
      ],
    },
    { kind: 'many', word: 'action', label: '行动', options: actions.map(same) },
    {
      kind: 'one',
      word: 'due',
      label: '期限',
      options: dueFilters.map((due) => ({ value: due, label: dueFilterTitles[due] })),
    },
    {
      kind: 'view',
      word: 'group',
      label: '分组',
      options: [
        { value: 'action', label: '按行动' },
        { value: 'agency', label: '按牵头单位' },
        { value: 'none', label: '不分组' },
      ],
    },
  ]
}

function useTaskFilter(today: string): TaskFilter {
  const role = useUrlWord('role')
  return {
    text: useUrlWord('q'),
    agencies: useUrlList('agency'),
    role: role === 'lead' || role === 'participant' ? role : 'any',
    actions: useUrlList('action'),
    due: useUrlWord('due'),
    kind: useUrlWord('kind'),
    today,
  }
}

function useGrouping(): TaskGrouping {
  const word = useUrlWord('group')
  return word === 'agency' || word === 'none' ? word : 'action'
}

function TaskList({ tasks, today }: { tasks: readonly TaskView[]; today: string }) {
  const found = listTasksMatching(tasks, useTaskFilter(today))
  const grouping = useGrouping()
  const count = found.length === tasks.length ? `${tasks.length} 项` : `${found.length} 项，共 ${tasks.length} 项`
  return (
    <>
      <FilterBar filters={filtersOf(tasks)} count={count} aside={<PrintButton />} />
      <p className="only-print">
        {count}，截至 {today}
      </p>
      <TaskTable placed={groupTasks(found, grouping)} grouped={grouping !== 'none'} today={today} all={tasks.length} />
    </>
  )
}

function Tasks({ programme }: { programme: ProgrammeView }) {
  const tasks = useRead(programmeContract.listTasks, { programmeId: programme.id })
  return <Reading of={tasks}>{(all) => <TaskList tasks={all} today={programme.today} />}</Reading>
}

/** All tasks of a programme: found, filtered, grouped, sorted, printed; the address keeps it all. */
export function Page() {
  return <ProgrammeFrame tab="任务清单">{(programme) => <Tasks programme={programme} />}</ProgrammeFrame>
}
