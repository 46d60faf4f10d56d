import { kindTitles } from '#modules/programme/plans/contract.ts'
import { useRead } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { type ProgrammeView, programmeContract, type TargetView, type TaskView } from '../contract.ts'
import { listAgenciesNamed } from '../domain/agency-names.ts'
import { groupTargets, listTargetsMatching, type TargetFilter } from '../domain/list-targets.ts'
import type { TaskGrouping } from '../domain/list-tasks.ts'
import { PrintButton } from './print-button.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { TargetTable } from './target-table.tsx'

const same = (name: string) => ({ value: name, label: name })
const distinct = (words: readonly string[]) => [...new Set(words)].filter(Boolean)

function filtersOf(targets: readonly TargetView[], actions: readonly string[]): readonly Filter[] {
  const agencies = listAgenciesNamed(targets.flatMap((target) => target.leads))
  const kinds = [...new Set(targets.map((target) => target.kind))]
  const years = distinct(targets.map((target) => target.period?.end.slice(0, 4) ?? '')).sort()
  return [
    { kind: 'text', word: 'q', placeholder: '指标、原文或所属任务' },
    { kind: 'many', word: 'agency', label: '牵头单位', options: agencies.map(({ name }) => same(name)) },
    { kind: 'many', word: 'action', label: '行动', options: actions.map(same) },
    {
      kind: 'many',
      word: 'kind',
      label: '目标类型',
      options: kinds.map((kind) => ({ value: kind, label: kindTitles[kind] })),
    },
    {
      kind: 'one',
      word: 'year',
      label: '到期年份',
      options: years.map((year) => ({ value: year, label: `${year} 年` })),
    },
    {
      kind: 'one',
      word: 'modality',
      label: '语气',
      options: distinct(targets.map((target) => target.modality)).map(same),
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

function useTargetFilter(): TargetFilter {
  return {
    text: useUrlWord('q'),
    agencies: useUrlList('agency'),
    kinds: useUrlList('kind'),
    modality: useUrlWord('modality'),
    year: useUrlWord('year'),
    actions: useUrlList('action'),
  }
}

function TargetList({
  targets,
  tasks,
  today,
}: {
  targets: readonly TargetView[]
  tasks: readonly TaskView[]
  today: string
}) {
  const taskOf = new Map(tasks.map((task) => [task.id, task]))
  const word = useUrlWord('group')
  const grouping: TaskGrouping = word === 'agency' || word === 'none' ? word : 'action'
  const find = (taskId: string) => taskOf.get(taskId)
  const found = listTargetsMatching(targets, useTargetFilter(), find)
  const actions = distinct(tasks.map((task) => task.action))
  const count = found.length === targets.length ? `${targets.length} 个` : `${found.length} 个，共 ${targets.length} 个`
  return (
    <>
      <FilterBar filters={filtersOf(targets, actions)} count={count} aside={<PrintButton />} />
      <p className="only-print">
        {count}，截至 {today}
      </p>
      <TargetTable placed={groupTargets(found, grouping, find)} grouped={grouping !== 'none'} all={targets.length} />
    </>
  )
}

function Targets({ programme }: { programme: ProgrammeView }) {
  const { id: programmeId, today } = programme
  const targets = useRead(programmeContract.listTargets, { programmeId })
  const tasks = useRead(programmeContract.listTasks, { programmeId })
  return (
    <Reading of={targets}>
      {(all) =>
        tasks.data === undefined && tasks.error === null ? (
          <LoadingSkeleton />
        ) : (
          <TargetList targets={all} tasks={tasks.data ?? []} today={today} />
        )
      }
    </Reading>
  )
}

/** All targets of a programme; a row unfolds the sentence its figure stands in. */
export function Page() {
  return <ProgrammeFrame tab="目标清单">{(programme) => <Targets programme={programme} />}</ProgrammeFrame>
}
