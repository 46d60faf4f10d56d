import type { Rhythm } from './cycle.ts'
import { usualRhythm } from './cycle.ts'

/** What the plan says returns: each such sentence with the place it stands at. */
export interface PlanRhythm {
  what: string
  every: string
  span: readonly [number, number]
  /** Whether it stands in a task, and so speaks of that task's own work. */
  ofTask: boolean
}

/** The rhythm as read from the plan, with the words it was read from. */
export interface ReadRhythm {
  rhythm: Rhythm
  quote: string
  span: readonly [number, number]
  /** False where the plan names no day and the usual one is taken. */
  dayNamed: boolean
}

/** 报送进展, 上报情况: what agencies send in. */
const reports = /报送|上报|填报|报告进展|报告情况|报进度/u
/** 一月一调度: the office asks for the state of things so often, so agencies report so often. */
const asks = /调度|通报进度|通报进展/u
const dayWords = /(?<next>次月|下月|下周|次季度?首月)?\s*(?<day>\d{1,2})\s*[日号]\s*(?:之?前|以前|内)/u
const weekdayWords = /(?:周|星期)(?<weekday>[一二三四五六日天])/u
const lastWorkingDay = /最后(?:一个|1个)?工作日/u
const lastDay = /月底|月末|季末(?!月)|季度末(?!月)|旬末|最后一[天日]/u
const tenDays = /每旬|一旬一/u

const stretches: Readonly<Record<string, Rhythm['every']>> = {
  // No cycle is shorter than a week: 每日报送 is answered once a week.
  day: 'week',
  week: 'week',
  half_month: 'half_month',
  month: 'month',
  quarter: 'quarter',
}

/** Which day of the cycle the words name; undefined when they name none. */
function namedDay(quote: string, every: Rhythm['every']): Omit<Rhythm, 'every'> | undefined {
  if (lastWorkingDay.test(quote)) return { dueDay: 31, dueIn: 'same', restDay: 'before' }
  const weekday = every === 'week' ? weekdayWords.exec(quote)?.groups?.['weekday'] : undefined
  const dueIn = /次月|下月|下周|次季/u.test(quote) ? 'next' : 'same'
  if (weekday) return { dueDay: Math.min(7, '一二三四五六日天'.indexOf(weekday) + 1), dueIn, restDay: 'after' }
  const { day, next } = dayWords.exec(quote)?.groups ?? {}
  const named = Number(day ?? 0)
  // 每月5日前报送: so early a day can only speak of the month before.
  const isAfter = next !== undefined || ((every === 'month' || every === 'quarter') && named <= 10)
  if (every !== 'week' && named >= 1 && named <= 31)
    return { dueDay: named, dueIn: isAfter ? 'next' : 'same', restDay: 'after' }
  return lastDay.test(quote) ? { dueDay: 31, dueIn: 'same', restDay: 'after' } : undefined
}

/** Where no day is named: Friday of a week, the end of a part of a month, else the 25th. */
const usualDay = (every: Rhythm['every']): Omit<Rhythm, 'every'> => ({
  dueDay: every === 'week' ? 5 : every === 'ten_days' || every === 'half_month' ? 31 : usualRhythm.dueDay,
  dueIn: 'same',
  restDay: 'after',
})

/**
 * The plan's own rhythm of reporting: the sentence that orders reports, else the one that says how often progress is
 * asked for (by the month at most: 一周一调度 asks those who work at it, not every agency of the county). What stands in a
 * single task (每月更新一次名单) speaks of that task's work and is not taken. Undefined where the plan says nothing.
 * @param text the plan's text, which the spans index
 */
export function readRhythm(sentences: readonly PlanRhythm[], text: string): ReadRhythm | undefined {
  const general = sentences.filter(({ ofTask, every }) => !ofTask && stretches[every] !== undefined)
  const ordered = general.find(({ what }) => reports.test(what))
  const found = ordered ?? general.find(({ what }) => asks.test(what))
  if (!found) return undefined
  const quote = text.slice(...found.span)
  const said = tenDays.test(quote) ? 'ten_days' : (stretches[found.every] ?? 'month')
  const every = ordered || said === 'quarter' ? said : 'month'
  const named = namedDay(quote, every)
  return { rhythm: { every, ...(named ?? usualDay(every)) }, quote, span: found.span, dayNamed: named !== undefined }
}
