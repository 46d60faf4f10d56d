import { shortDay } from '#kernel/day.ts'
import { turnOf } from '#modules/programme/lamps/contract.ts'
import type { ChartChange, ChartTask } from './wall-chart/chart.ts'

type Lamp = ChartTask['lamp']

/** A task on two days a week apart. */
export interface WeekOfTask {
  taskId: string
  before: Lamp
  now: Lamp
  /** Why it is what it is now. */
  reason: string | null
  /** The day its finish was signed, when that lies in the week. */
  finishedOn: string | null
  /** When it is to be finished, as planned a week ago and now. */
  finishBefore: string | null
  finishNow: string | null
}

const colour: Record<Lamp, string> = { green: '绿', yellow: '黄', red: '红', grey: '灰' }

const turned = ({ before, now, reason }: WeekOfTask): string =>
  `本周由${colour[before]}转${colour[now]}${reason === null ? '' : `：${reason}`}`

/** What the week did to a task, the weightiest alone; a moved date comes last. */
export function changeOf(week: WeekOfTask): ChartChange | null {
  const { before, now, finishedOn, finishBefore, finishNow } = week
  const kind = turnOf({ before, now, isFinished: finishedOn !== null })
  if (kind === 'finished') return { kind, text: `${shortDay(finishedOn ?? '')}办结` }
  if (kind !== null) return { kind, text: turned(week) }
  if (finishBefore !== null && finishNow !== null && finishBefore !== finishNow)
    return { kind: 'moved', text: `完成日期由${shortDay(finishBefore)}改为${shortDay(finishNow)}` }
  return null
}
