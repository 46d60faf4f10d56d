/** As many of one kind as are looked through at a glance. */
export const shown = 6

export interface Ranked<T> {
  rank: number
  found: T
}

export interface Nearest<T> {
  title: string
  finds: readonly T[]
  total: number
  rank: number
}

/** The nearest of one kind; undefined when there is none. Equals keep their order. */
export function nearestOf<T>(title: string, ranked: readonly Ranked<T>[]): Nearest<T> | undefined {
  const sorted = [...ranked].sort((a, b) => a.rank - b.rank)
  const [first] = sorted
  if (!first) return undefined
  return { title, rank: first.rank, total: sorted.length, finds: sorted.slice(0, shown).map(({ found }) => found) }
}

/** The kind with the nearest find first. */
export const inOrder = <T>(groups: readonly Nearest<T>[]): readonly Nearest<T>[] =>
  [...groups].sort((a, b) => a.rank - b.rank)
