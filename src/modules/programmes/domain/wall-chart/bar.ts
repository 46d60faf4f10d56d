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
  ticks: readonly { x: number; title: string }[]
  /** Left and right edge of everything drawn for the task. */
  extent: readonly [number, number]
}

/** The task in one line: number and title. */
const wordsOf = ({ number, title }: ChartTask): string => (number === '' ? title : `${number} ${title}`)

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
  const roomy = right - x >= size * 2.4
  const lampX = roomy ? right - size * 0.85 : right + size * 0.85
  const outside = roomy ? right + size * 0.4 : right + size * 1.7
  const rooms = {
    inside: [x + size * 0.45, roomy ? right - size * 1.7 : x] as const,
    right: [outside, axis.right] as const,
    left: [axis.left, x - size * 0.4] as const,
  }
  const label = placeLabel(wordsOf(task), rooms, size)
  const ticks = (task.milestones ?? []).map(({ on, title }) => ({
    x: Math.min(right, Math.max(x, dayEnd(axis, on))),
    title: `${on} ${title}`,
  }))
  const extent = [Math.min(x, label.x), Math.max(roomy ? right : outside, label.x + label.width)] as const
  return { task, x, width: right - x, end, label, lampX, ticks, extent }
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
