import { z } from 'zod'

/** 绿、黄、红; grey is not due or nothing known, and never worse than red nor better than green. */
export const Lamp = z.enum(['green', 'yellow', 'red', 'grey'])
export type Lamp = z.infer<typeof Lamp>

export const lampTitles: Record<Lamp, string> = { green: '绿灯', yellow: '黄灯', red: '红灯', grey: '灰灯' }

/** A lamp in a printed table: shape and word, so that it is read in black and white. */
export const lampCell: Record<Lamp, string> = { green: '● 绿灯', yellow: '▲ 黄灯', red: '■ 红灯', grey: '○ 未亮灯' }

/** How bad a colour is; grey says nothing and counts as the least. */
const rank: Record<Lamp, number> = { grey: 0, green: 1, yellow: 2, red: 3 }

/** The worst of several colours; grey only when all are. */
export const worstOf = (lamps: readonly Lamp[]): Lamp =>
  lamps.reduce<Lamp>((worst, lamp) => (rank[lamp] > rank[worst] ? lamp : worst), 'grey')

export const worstFirst: readonly Lamp[] = ['red', 'yellow', 'green', 'grey']

export const byBadness = (a: Lamp, b: Lamp): number => rank[b] - rank[a]

/** Whether a lamp turned worse: towards red among the colours, or from grey to yellow or red. */
export const isWorse = (before: Lamp, after: Lamp): boolean =>
  rank[after] > rank[before] && (after === 'red' || after === 'yellow')

/** The other way round: towards green among the colours. What goes out is neither. */
export const isBetter = (before: Lamp, after: Lamp): boolean => after !== 'grey' && rank[after] < rank[before]

interface Turning {
  before: Lamp
  now: Lamp
  /** Whether it was finished in between. */
  isFinished: boolean
}

/** What some days did to a task, the weightiest alone: it turned worse, was finished, turned better. */
export function turnOf({ before, now, isFinished }: Turning): 'worse' | 'finished' | 'better' | null {
  if (isWorse(before, now)) return 'worse'
  if (isFinished) return 'finished'
  return isBetter(before, now) ? 'better' : null
}
