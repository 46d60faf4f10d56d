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
const dayWords = /(?<next>次月|下月|次季度?首月)?\s*(?<day>\d{1,2})\s*[日号]\s*(?:之?前|以前|内)/u

const every = (word: string): Rhythm['every'] | undefined =>
  word === 'quarter' ? 'quarter' : ['month', 'half_month', 'week', 'day'].includes(word) ? 'month' : undefined

/**
 * The plan's own rhythm of reporting: the sentence that orders reports, else the one that says how often progress is
 * asked for. What stands in a single task (每月更新一次名单) speaks of that task's work and is not taken.
 * Undefined where the plan says nothing; months or quarters are the only cycles, so 每周 becomes a month.
 * @param text the plan's text, which the spans index
 */
export function readRhythm(sentences: readonly PlanRhythm[], text: string): ReadRhythm | undefined {
  const general = sentences.filter(({ ofTask, every: word }) => !ofTask && every(word) !== undefined)
  const found = general.find(({ what }) => reports.test(what)) ?? general.find(({ what }) => asks.test(what))
  const rhythm = found && every(found.every)
  if (!found || !rhythm) return undefined
  const quote = text.slice(...found.span)
  const { day, next } = dayWords.exec(quote)?.groups ?? {}
  const named = Number(day ?? 0)
  const dayNamed = named >= 1 && named <= 31
  const dueDay = dayNamed ? Math.min(named, 28) : usualRhythm.dueDay
  // 每月5日前报送: so early a day can only speak of the month before.
  const dueIn = next !== undefined || (dayNamed && named <= 10) ? 'next' : 'same'
  return { rhythm: { every: rhythm, dueDay, dueIn }, quote, span: found.span, dayNamed }
}
