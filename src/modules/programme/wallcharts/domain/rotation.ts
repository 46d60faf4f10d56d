import type { ChartChange, ChartTask } from './wall-chart/chart.ts'
import type { WallChartModel } from './wall-chart.ts'

/** One picture of the wall screen. */
export type WallPage =
  | { kind: 'changes'; tasks: readonly ChartTask[]; part: number; parts: number }
  | { kind: 'chart'; page: number }

/** Entries of one picture of changes, each with room for two lines of 26 px. */
export const changesOnPage = 10

const order: readonly ChartChange['kind'][] = ['worse', 'finished', 'better', 'moved']

const rank = ({ change }: ChartTask): number => order.findIndex((kind) => kind === change?.kind)

/** Tasks the week changed, what turned worse first, each kind in the order of the plan. */
export const listChanged = (tasks: readonly ChartTask[]): readonly ChartTask[] =>
  tasks.filter((task) => task.change !== null).sort((a, b) => rank(a) - rank(b))

/** What the wall shows in turn: the week's changes first, then the chart, action by action. */
export function rotationOf({ input, pages }: Pick<WallChartModel, 'input' | 'pages'>): readonly WallPage[] {
  const changed = listChanged(input.tasks)
  const parts = Math.ceil(changed.length / changesOnPage)
  const changes = Array.from({ length: parts }, (_, part) => ({
    kind: 'changes' as const,
    tasks: changed.slice(part * changesOnPage, (part + 1) * changesOnPage),
    part,
    parts,
  }))
  return [...changes, ...pages.map((_, page) => ({ kind: 'chart' as const, page }))]
}

/** The picture after so many turns, forwards or back, also when there are fewer pictures than before. */
export const turnedTo = (turns: number, count: number): number => ((turns % count) + count) % count

/** How long a picture may stay, in seconds; the wall reads it from its address. */
export const stays = [10, 20, 30, 60] as const

/** The stay asked for in an address, or the usual one. */
export const stayOf = (word: string): number => stays.find((seconds) => String(seconds) === word) ?? 20
