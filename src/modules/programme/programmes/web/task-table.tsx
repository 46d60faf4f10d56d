import { Link, useNavigate } from '@tanstack/react-router'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NameList } from '#ui/name-list.tsx'
import { Parts } from '#ui/parts.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { AgencyShown, TaskView } from '../contract.ts'
import type { PlacedTask } from '../domain/list-tasks.ts'
import { taskMarks } from './slots.ts'
import { TaskDue } from './task-due.tsx'

type Placed = PlacedTask<TaskView>

const namesOf = (agencies: readonly AgencyShown[]) => agencies.map(({ name }) => name)

function TaskTitle({ task }: { task: TaskView }) {
  return (
    <span className="task-title-cell">
      <Parts slot={taskMarks} programmeId={task.programmeId} taskId={task.id} />
      <span className="task-no">{task.number}</span>
      <Link to={`/tasks/${task.id}`}>{task.title}</Link>
      {task.kind === 'measure' && <span className="kind-tag">保障措施</span>}
    </span>
  )
}

const columns = (today: string): readonly Column<Placed>[] => [
  { key: 'title', title: '任务', render: ({ task }) => <TaskTitle task={task} />, sortBy: ({ task }) => task.title },
  {
    key: 'lead',
    title: '牵头单位',
    width: 220,
    render: ({ task }) => <NameList names={namesOf(task.leads)} shown={2} />,
    sortBy: ({ task }) => task.leads[0]?.name ?? null,
  },
  {
    key: 'with',
    title: '责任（配合）单位',
    width: 240,
    render: ({ task }) => <NameList names={namesOf(task.participants)} none="未写明" />,
    sortBy: ({ task }) => task.participants.length,
  },
  {
    key: 'due',
    title: '完成期限',
    width: 176,
    render: ({ task }) => <TaskDue task={task} today={today} />,
    sortBy: ({ task }) => task.dueOn,
  },
  {
    key: 'targets',
    title: '目标',
    width: 72,
    align: 'right',
    render: ({ task }) => <TargetCount task={task} />,
    sortBy: ({ task }) => task.targets.length,
  },
]

function TargetCount({ task }: { task: TaskView }) {
  if (task.targets.length === 0) return <span className="quiet">无</span>
  return (
    <span className="figure">
      {task.targets.length} <small>个</small>
    </span>
  )
}

function TaskCard({ task, today }: { task: TaskView; today: string }) {
  return (
    <>
      <Link to={`/tasks/${task.id}`} className="card-title">
        <Parts slot={taskMarks} programmeId={task.programmeId} taskId={task.id} />
        <span className="task-no">{task.number}</span>
        {task.title}
      </Link>
      <div className="card-line">
        <span>
          牵头 <NameList names={namesOf(task.leads)} />
        </span>
        <span>{task.participants.length > 0 && `参与 ${task.participants.length} 家`}</span>
      </div>
      <div className="card-line">
        <span>
          期限 <TaskDue task={task} today={today} />
        </span>
        <span>{task.targets.length > 0 && `${task.targets.length} 个目标`}</span>
      </div>
    </>
  )
}

interface TaskTableProps {
  placed: readonly Placed[]
  grouped: boolean
  today: string
  /** How many tasks there are before filtering. */
  all: number
}

/** Tasks as a table, on a phone as cards. */
export function TaskTable({ placed, grouped, today, all }: TaskTableProps) {
  const navigate = useNavigate()
  const empty =
    all === 0 ? (
      <EmptyState title="方案中没有读出任务">请在规划校核中补上任务，再发布新版。</EmptyState>
    ) : (
      <EmptyState title="没有符合条件的任务">放宽筛选条件再看。</EmptyState>
    )
  return (
    <DataTable
      caption="任务清单"
      columns={columns(today)}
      rows={placed}
      rowKey={({ task, group }) => `${group}/${task.id}`}
      groupOf={grouped ? ({ group }) => group : undefined}
      renderCard={({ task }) => <TaskCard task={task} today={today} />}
      onOpen={({ task }) => void navigate({ to: `/tasks/${task.id}` })}
      sortWord="sort"
      empty={empty}
    />
  )
}
