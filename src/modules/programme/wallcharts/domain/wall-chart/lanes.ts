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
  const sumOf = (lane: number, before: number) =>
    targetLines.reduce((sum, n, i) => sum + (lanes[i] === lane && i < before ? n : 0), 0)
  const heights = Array.from({ length: Math.max(-1, ...lanes) + 1 }, (_, lane) =>
    Math.max(1, sumOf(lane, lanes.length)),
  )
  const topOf = (lane: number) => heights.slice(0, lane).reduce((sum, height) => sum + height, 0)
  const barLine = lanes.map(topOf)
  return {
    barLine,
    targetLine: lanes.map((lane, i) => (barLine[i] ?? 0) + sumOf(lane, i)),
    total: topOf(heights.length),
  }
}
