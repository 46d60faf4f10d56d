import { Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NameList } from '#ui/name-list.tsx'
import { Parts } from '#ui/parts.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { ProgrammeView, programmeContract, TaskRow } from '../contract.ts'
import type { Placed } from '../domain/list-tasks.ts'
import { taskMarks } from './slots.ts'
import { TaskDue } from './task-due.tsx'

function TaskTitle({ task, programmeId }: { task: TaskRow; programmeId: string }) {
  return (
    <span className="task-title-cell">
      <Parts slot={taskMarks} programmeId={programmeId} taskId={task.id} />
      <span className="task-no">{task.number}</span>
      <Link to={`/tasks/${task.id}`}>{task.title}</Link>
      {task.kind === 'measure' && <span className="kind-tag">保障措施</span>}
    </span>
  )
}

const columns = ({ id: programmeId, today }: ProgrammeView): readonly Column<Placed<TaskRow>>[] => [
  {
    key: 'title',
    title: '任务',
    render: ({ row }) => <TaskTitle task={row} programmeId={programmeId} />,
    sortBy: 'server',
  },
  {
    key: 'lead',
    title: '牵头单位',
    width: 220,
    render: ({ row }) => <NameList names={row.leads} shown={2} />,
    sortBy: 'server',
  },
  {
    key: 'with',
    title: '责任（配合）单位',
    width: 240,
    render: ({ row }) => <NameList names={row.participants} none="未写明" />,
    sortBy: 'server',
  },
  {
    key: 'due',
    title: '完成期限',
    width: 176,
    render: ({ row }) => <TaskDue task={row} today={today} />,
    sortBy: 'server',
  },
  {
    key: 'targets',
    title: '目标',
    width: 72,
    align: 'right',
    render: ({ row }) => <TargetCount task={row} />,
    sortBy: 'server',
  },
]

function TargetCount({ task }: { task: TaskRow }) {
  if (task.targets === 0) return <span className="quiet">无</span>
  return (
    <span className="figure">
      {task.targets} <small>个</small>
    </span>
  )
}

function TaskCard({ task, programme: { id: programmeId, today } }: { task: TaskRow; programme: ProgrammeView }) {
  return (
    <>
      <Link to={`/tasks/${task.id}`} className="card-title">
        <Parts slot={taskMarks} programmeId={programmeId} taskId={task.id} />
        <span className="task-no">{task.number}</span>
        {task.title}
      </Link>
      <div className="card-line">
        <span>
          牵头 <NameList names={task.leads} />
        </span>
        <span>{task.participants.length > 0 && `参与 ${task.participants.length} 家`}</span>
      </div>
      <div className="card-line">
        <span>
          期限 <TaskDue task={task} today={today} />
        </span>
        <span>{task.targets > 0 && `${task.targets} 个目标`}</span>
      </div>
    </>
  )
}

interface TaskTableProps {
  page: z.output<typeof programmeContract.listTasks.output>
  programme: ProgrammeView
  grouped: boolean
}

/** Tasks as a table, on a phone as cards. */
export function TaskTable({ page: { placed, groups, all }, programme, grouped }: TaskTableProps) {
  const navigate = useNavigate()
  const sizes = new Map(groups.map(({ heading, rows }) => [heading, rows]))
  const empty =
    all === 0 ? (
      <EmptyState title="方案中没有读出任务">请在规划校核中补上任务，再发布新版。</EmptyState>
    ) : (
      <EmptyState title="没有符合条件的任务">放宽筛选条件再看。</EmptyState>
    )
  return (
    <DataTable
      caption="任务清单"
      columns={columns(programme)}
      rows={placed}
      rowKey={({ row, group }) => `${group}/${row.id}`}
      groupOf={grouped ? ({ group }) => group : undefined}
      groupSize={(heading) => sizes.get(heading) ?? 0}
      renderCard={({ row }) => <TaskCard task={row} programme={programme} />}
      onOpen={({ row }) => void navigate({ to: `/tasks/${row.id}` })}
      sortWord="sort"
      empty={empty}
    />
  )
}
