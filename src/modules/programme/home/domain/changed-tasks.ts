/** A task as the list of a week's changes filters it. */
interface ChangedTask {
  lamp: string
  change: { kind: string } | null
}

/** Tasks the week changed, of one kind and one colour where asked; each empty for all. */
export const listChangedTasks = <T extends ChangedTask>(
  tasks: readonly T[],
  { kind, lamp }: { kind: string; lamp: string },
): readonly T[] =>
  tasks.filter(
    (task) => task.change !== null && (kind === '' || kind === task.change.kind) && (lamp === '' || lamp === task.lamp),
  )
