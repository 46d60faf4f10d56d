import type { z } from 'zod'
import { useRead } from '#ui/client.ts'
import type { Filter } from '#ui/filter-bar.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { type ProgrammeView, programmeContract } from '../contract.ts'
import { dueFilters, dueFilterTitles, withoutLead } from '../domain/list-tasks.ts'
import { countOf, ListPages, ListPrint, useListWords, usePrint } from './list-page.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { TaskTable } from './task-table.tsx'

type TaskPage = z.output<typeof programmeContract.listTasks.output>

const same = (name: string) => ({ value: name, label: name })

function filtersOf({ agencies, headings, opening }: ProgrammeView): readonly Filter[] {
  const names = [...agencies.map(({ name }) => name), ...(opening.unled > 0 ? [withoutLead] : [])]
  return [
    { kind: 'text', word: 'q', placeholder: '任务、单位或拼音首字母' },
    { kind: 'many', word: 'agency', label: '单位', options: names.map(same) },
    {
      kind: 'one',
      word: 'role',
      label: '牵头或参与',
      options: [
        { value: 'lead', label: '牵头' },
        { value: 'participant', label: '参与' },
      ],
    },
    { kind: 'many', word: 'action', label: '行动', options: headings.map(same) },
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

interface TaskListProps {
  programme: ProgrammeView
  page: TaskPage
  print: () => void
}

function TaskList({ programme, page, print }: TaskListProps) {
  const grouped = useUrlWord('group') !== 'none'
  const count = countOf(page, '项')
  return (
    <>
      <FilterBar filters={filtersOf(programme)} count={count} aside={<ListPrint print={print} />} />
      <p className="only-print">
        {count}，截至 {programme.today}
      </p>
      <TaskTable page={page} programme={programme} grouped={grouped} />
      <ListPages rows={page.rows} measure="项" />
    </>
  )
}

function Tasks({ programme }: { programme: ProgrammeView }) {
  const { id: programmeId } = programme
  const list = useListWords()
  const own = { role: useUrlWord('role'), due: useUrlWord('due'), kind: useUrlWord('kind') }
  const page = useRead(programmeContract.listTasks, { programmeId, ...list.words, ...own }, { keepOld: true })
  const print = usePrint(list, page)
  return <Reading of={page}>{(found) => <TaskList programme={programme} page={found} print={print} />}</Reading>
}

/** All tasks of a programme: found, filtered, grouped, sorted, paged at the server, printed whole; the address keeps it all. */
export function Page() {
  return <ProgrammeFrame tab="任务清单">{(programme) => <Tasks programme={programme} />}</ProgrammeFrame>
}
