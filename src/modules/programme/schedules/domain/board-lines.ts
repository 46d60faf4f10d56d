import { addDays } from '#kernel/day.ts'
/** A task's line as the page filters and draws it; dates are days, `null` where there are none. */
export interface BoardLine {
  taskId: string
  number: string
  title: string
  action: string
  leads: readonly string[]
  isOwn: boolean
  startOn: string | null
  finishOn: string | null
  bars: readonly BoardBar[]
  next: BoardBar | null
  failure: string | null
  late: string | null
}

export interface BoardBar {
  stepId: string
  title: string
  mark: boolean
  words: string
  startOn: string
  finishOn: string
  doneOn: string | null
  tentative: boolean
}

/** How a task stands in the schedule: no dates, cannot be kept, a step under way, all done, still ahead. */
export type LineState = 'failed' | 'late' | 'current' | 'done' | 'ahead'

export const lineStates: readonly LineState[] = ['failed', 'late', 'current', 'ahead', 'done']

export const lineStateTitles: Record<LineState, string> = {
  failed: '排不出',
  late: '来不及',
  current: '应在办',
  ahead: '未到开始',
  done: '全部办结',
}

export function stateOf(
  { failure, late, next }: Pick<BoardLine, 'failure' | 'late' | 'next'>,
  today: string,
): LineState {
  if (failure !== null) return 'failed'
  if (late !== null) return 'late'
  if (next === null) return 'done'
  return next.startOn <= today ? 'current' : 'ahead'
}

export interface LineFilter {
  text: string
  leads: readonly string[]
  state: string
  isOwnOnly: boolean
  today: string
}

export function listLines<L extends BoardLine>(lines: readonly L[], filter: LineFilter): L[] {
  const { text, leads, state, isOwnOnly, today } = filter
  const words = text.trim().toLowerCase()
  return lines.filter(
    (line) =>
      (words === '' ||
        [line.title, line.number, ...line.bars.map(({ title }) => title)].some((each) =>
          each.toLowerCase().includes(words),
        )) &&
      (leads.length === 0 || leads.some((lead) => line.leads.includes(lead))) &&
      (state === '' || stateOf(line, today) === state) &&
      (!isOwnOnly || line.isOwn),
  )
}

/** A step with the task it belongs to. */
export interface Upcoming {
  line: BoardLine
  bar: BoardBar
}

/** Undone steps that are late, or begin or end within the days ahead; those due soonest first. */
export function listUpcoming(
  lines: readonly BoardLine[],
  { today, days }: { today: string; days: number },
): Upcoming[] {
  const until = addDays(today, days)
  return lines
    .flatMap((line) =>
      line.bars.filter(({ doneOn, startOn }) => doneOn === null && startOn <= until).map((bar) => ({ line, bar })),
    )
    .sort((a, b) => (a.bar.finishOn < b.bar.finishOn ? -1 : a.bar.finishOn > b.bar.finishOn ? 1 : 0))
}
