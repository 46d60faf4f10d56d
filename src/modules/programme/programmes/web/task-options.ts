import { useRead } from '#ui/client.ts'
import { programmeContract } from '../contract.ts'
import { callTask } from '../domain/task-name.ts'

/** The tasks of a programme to choose from, found by number, name and pinyin. */
export function useTaskOptions(programmeId: string, { enabled = true }: { enabled?: boolean } = {}) {
  const { data: tasks = [] } = useRead(programmeContract.listTasks, { programmeId }, { enabled })
  return { tasks, options: tasks.map((task) => ({ value: task.id, label: callTask(task), search: task.initials })) }
}
