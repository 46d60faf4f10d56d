import { callTask } from '#modules/programme/programmes/contract.ts'
import type { ChartTask } from './chart.ts'
import { fitText, textWidth } from './text-fit.ts'
import { dayEnd, dayStart, type TimeAxis } from './time-axis.ts'

export interface BarLabel {
  text: string
  /** Left edge of the words. */
  x: number
  width: number
  where: 'inside' | 'right' | 'left'
}

export interface Bar {
  task: ChartTask
  x: number
  width: number
  /** `open` goes on beyond the chart; `undated` has no deadline in the plan. */
  end: 'dated' | 'open' | 'undated'
  label: BarLabel
  lampX: number
  /** Where the sign of the week's change stands, if there is one. */
  changeX: number | null
  ticks: readonly { x: number; title: string; isDone: boolean }[]
  /** Left and right edge of everything drawn for the task. */
  extent: readonly [number, number]
}

/** The task in one line: number and title. */

function placeLabel(
  words: string,
  rooms: Record<BarLabel['where'], readonly [number, number]>,
  size: number,
): BarLabel {
  const order = ['inside', 'right', 'left'] as const
  const need = textWidth(words, size)
  const room = (where: BarLabel['where']) => rooms[where][1] - rooms[where][0]
  const where = order.find((w) => room(w) >= need) ?? [...order].sort((a, b) => room(b) - room(a))[0] ?? 'inside'
  const text = fitText(words, Math.max(0, room(where)), size)
  const width = textWidth(text, size)
  return { text, width, where, x: where === 'left' ? rooms.left[1] - width : rooms[where][0] }
}

interface Marks {
  lampX: number
  changeX: number | null
  /** Where words inside end, where words on the right begin, where words on the left end. */
  inside: number
  outside: number
  before: number
}

/** Lamp and sign of change at the end of the bar; a bar too short to hold them has its lamp behind and its sign in front. */
function marksOf(task: ChartTask, { x, right }: { x: number; right: number }, size: number): Marks {
  const more = task.change === null ? 0 : size * 1.35
  const around = { outside: right + size * 0.4, before: x - size * 0.4 }
  if (right - x >= size * 2.4 + more) {
    const lampX = right - size * 0.85
    return { lampX, changeX: more > 0 ? lampX - more : null, inside: right - size * 1.7 - more, ...around }
  }
  const lampX = right + size * 0.85
  const changeX = more > 0 ? x - size * 0.75 : null
  return { lampX, changeX, inside: x, outside: right + size * 1.7, before: around.before - more }
}

/** Draws one task on the axis: bar, words where they fit, lamp at the end, ticks for milestones. */
export function barOf(task: ChartTask, axis: TimeAxis, size: number): Bar {
  const end = task.dueOn !== null ? 'dated' : task.ongoing ? 'open' : 'undated'
  const last = task.dueOn === null ? axis.right : dayEnd(axis, task.dueOn)
  const least = size * 0.5
  const x = Math.min(
    task.startOn === null ? axis.left : dayStart(axis, task.startOn),
    axis.right - least,
    Math.max(axis.left, last - least),
  )
  const right = Math.max(last, x + least)
  const { lampX, changeX, inside, outside, before } = marksOf(task, { x, right }, size)
  const rooms = {
    inside: [x + size * 0.45, inside] as const,
    right: [outside, axis.right] as const,
    left: [axis.left, before] as const,
  }
  const label = placeLabel(callTask(task), rooms, size)
  const ticks = task.milestones.map(({ on, title, isDone }) => ({
    x: Math.min(right, Math.max(x, dayEnd(axis, on))),
    title: `${on} ${title}${isDone ? '（已完成）' : ''}`,
    isDone,
  }))
  const front = inside > x || changeX === null ? x : x - size * 1.4
  const extent = [Math.min(front, label.x), Math.max(inside > x ? right : outside, label.x + label.width)] as const
  return { task, x, width: right - x, end, label, lampX, changeX, ticks, extent }
}

/** Puts bars into as few lanes as keep them apart, in the order they came; the result is a lane for each bar. */
export function packLanes(bars: readonly Pick<Bar, 'extent'>[], gap: number): readonly number[] {
  const lanes: (readonly [number, number])[][] = []
  return bars.map(({ extent }) => {
    const free = lanes.findIndex((lane) => lane.every(([from, to]) => extent[1] + gap <= from || extent[0] >= to + gap))
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = [...(lanes[lane] ?? []), extent]
    return lane
  })
}
