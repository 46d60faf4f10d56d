import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { useRead } from '#ui/client.ts'
import type { Option } from '#ui/form/control.ts'

/** The tasks a line of a list may serve. */
export function useTaskOptions(programmeId: string): readonly Option[] {
  const tasks = useRead(programmeContract.listTasks, { programmeId })
  return (tasks.data ?? []).map(({ id, number, title, initials }) => ({
    value: id,
    label: `${number} ${title}`.trim(),
    search: initials,
  }))
}
