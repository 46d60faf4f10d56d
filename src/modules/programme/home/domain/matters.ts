interface TaskInHand {
  lamp: 'green' | 'yellow' | 'red' | 'grey'
  sinceOn: string | null
  overseen: boolean
}

/** What is yellow or red, what a leader looks after first, red before yellow, the longest standing first. */
export function listMatters<T extends TaskInHand>(all: readonly T[]): readonly T[] {
  const since = ({ sinceOn }: TaskInHand) => sinceOn ?? '9999'
  return all
    .filter(({ lamp }) => lamp === 'red' || lamp === 'yellow')
    .sort(
      (a, b) =>
        Number(b.overseen) - Number(a.overseen) ||
        Number(b.lamp === 'red') - Number(a.lamp === 'red') ||
        (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0),
    )
}
