import { useRead } from '#ui/client.ts'
import { programmeContract } from '../contract.ts'
import { callTask } from '../domain/task-name.ts'

/** The tasks of a programme as a form offers them: chosen by number, name or first letters. */
export function useTaskNames(programmeId: string, { enabled = true } = {}) {
  const { data: tasks = [] } = useRead(programmeContract.listTaskNames, { programmeId }, { enabled })
  const options = tasks.map(({ id, number, title, initials }) => ({
    value: id,
    label: callTask({ number, title }),
    search: initials,
  }))
  return { tasks, options }
}
