import { isBetter, isWorse, type Lamp } from './lamp.ts'
import type { Reason, TaskVerdict } from './verdict.ts'

export interface LampTurn {
  taskId: string
  before: Lamp
  after: Lamp
  turned: 'worse' | 'better' | 'other'
  why: readonly Reason[]
}

/** Why a task is as it is now: what its lamps of the summary's colour say. */
export const reasonsOfSummary = ({
  summary,
  schedule,
  value,
}: Pick<TaskVerdict, 'summary' | 'schedule' | 'value'>): Reason[] =>
  [schedule, ...(value ? [value] : [])].filter(({ lamp }) => lamp === summary).flatMap(({ reasons }) => reasons)

type Now = Pick<TaskVerdict, 'taskId' | 'summary' | 'schedule' | 'value'>

/** Tasks of another colour than on an earlier day, what turned worse first. Tasks unknown then are left out. */
export function compareLamps(before: ReadonlyMap<string, Lamp>, after: readonly Now[]): LampTurn[] {
  const turns = after.flatMap((now) => {
    const then = before.get(now.taskId)
    if (then === undefined || then === now.summary) return []
    const turned = isWorse(then, now.summary) ? 'worse' : isBetter(then, now.summary) ? 'better' : 'other'
    return [{ taskId: now.taskId, before: then, after: now.summary, turned, why: reasonsOfSummary(now) } as const]
  })
  const order = ['worse', 'better', 'other']
  const red = ({ after }: LampTurn) => (after === 'red' ? 0 : 1)
  return turns.sort((a, b) => order.indexOf(a.turned) - order.indexOf(b.turned) || red(a) - red(b))
}

interface Counts {
  green: number
  yellow: number
  red: number
  grey: number
  fresh: number
  due: number
  stale: number
  none: number
  freshRatio: number | null
}

/** How many tasks show which colour; of those that had to report, the share that is up to date. */
export function countLamps(tasks: readonly Pick<TaskVerdict, 'summary' | 'freshness'>[]): Counts {
  const counts = { green: 0, yellow: 0, red: 0, grey: 0, fresh: 0, due: 0, stale: 0, none: 0 }
  for (const { summary, freshness } of tasks) {
    counts[summary] += 1
    counts[freshness.state] += 1
  }
  const asked = counts.fresh + counts.due + counts.stale
  return { ...counts, freshRatio: asked === 0 ? null : (counts.fresh + counts.due) / asked }
}
