import { plainKey } from '#kernel/registry/compare-rows.ts'

/** `1 建设科技服务站` or the title alone → the task; undefined when none or several are called so. */
export function findTaskId(
  text: string,
  tasks: readonly { id: string; number: string; title: string }[],
): string | undefined {
  const name = plainKey(text)
  const meant = tasks.filter(({ number, title }) => [title, number + title].map(plainKey).includes(name))
  return meant.length === 1 ? meant[0]?.id : undefined
}
