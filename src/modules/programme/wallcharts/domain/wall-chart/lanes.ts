/** Where the tasks of a row and their targets stand, in lines from its top. */
export interface LaneStack {
  /** For each task: the line its bar stands on. */
  barLine: readonly number[]
  /** For each task: the line its first target stands on; tasks of one lane put theirs one below the other. */
  targetLine: readonly number[]
  /** Lines of the whole row. */
  total: number
}

/** A lane is as high as the targets of its tasks, so that every target stands beside its own task. */
export function stackLanes(lanes: readonly number[], targetLines: readonly number[]): LaneStack {
  const filled: number[] = []
  const before = lanes.map((lane, i) => {
    const lines = filled[lane] ?? 0
    filled[lane] = lines + (targetLines[i] ?? 0)
    return lines
  })
  let total = 0
  const tops = Array.from({ length: Math.max(-1, ...lanes) + 1 }, (_, lane) => {
    const top = total
    total += Math.max(1, filled[lane] ?? 0)
    return top
  })
  const barLine = lanes.map((lane) => tops[lane] ?? 0)
  return { barLine, targetLine: before.map((lines, i) => (barLine[i] ?? 0) + lines), total }
}
