import { daysLeftInWords } from '#kernel/day.ts'
import type { TaskView } from '../contract.ts'
import { dueOf } from '../domain/list-tasks.ts'

/** A task's deadline: its day, told with how long it is past; the plan's own words where it names no day. */
export function TaskDue({ task, today }: { task: Pick<TaskView, 'dueOn' | 'dueText' | 'ongoing'>; today: string }) {
  const due = dueOf(task, today)
  if (task.dueOn === null)
    return <span className="quiet">{task.dueText ?? (task.ongoing ? '长期坚持' : '未写明')}</span>
  return (
    <span className="due" data-due={due} title={task.dueText ?? undefined}>
      {task.dueOn}
      {(due === 'past' || due === 'soon') && ` ${daysLeftInWords(task.dueOn, today)}`}
    </span>
  )
}
