import { z } from 'zod'
import { Span } from '#kernel/span.ts'
import { type Meeting, MeetingKind, meetingKindTitles } from './meeting.ts'
import { type Period, periodAt } from './series-dates.ts'
import { SeriesEvery } from './series-every.ts'

/** Meetings the plan itself orders at a rhythm, with the words that order them. */
export const MeetingSeries = z.object({
  /** Stable over issues of the plan: `coordination.quarter`. */
  key: z.string(),
  kind: MeetingKind,
  every: SeriesEvery,
  /** How many in each period. */
  times: z.int().min(1),
  /** 季度协调会 */
  title: z.string(),
  words: z.array(z.object({ text: z.string(), span: Span })),
})
export type MeetingSeries = z.infer<typeof MeetingSeries>

/** A rhythm as the compiler found it in the plan. */
export interface Cadence {
  what: string
  every: string
  times: number
  span: readonly [number, number]
}

const kinds: readonly (readonly [RegExp, MeetingKind])[] = [
  [/领导小组/, 'leading'],
  [/会商/, 'consultation'],
  [/协调会|联席会/, 'coordination'],
  [/调度/, 'dispatch'],
  [/例会|推进会|会议|座谈会|分析会|碰头会/, 'other'],
]

/** The kind of meeting the words name; undefined where they name none. */
export const meetingKindOf = (what: string): MeetingKind | undefined =>
  kinds.find(([pattern]) => pattern.test(what))?.[1]

const rhythmWords: Record<SeriesEvery, string> = {
  week: '每周',
  half_month: '半月',
  month: '月度',
  two_months: '双月',
  quarter: '季度',
  half_year: '半年',
  year: '年度',
}

/** The sentence of the plan around a span, for showing what orders a series. */
function sentenceAt(source: string, [start, end]: readonly [number, number]): string {
  const before = Math.max(...['。', '；', '\n', '！'].map((mark) => source.lastIndexOf(mark, start - 1)))
  const ends = ['。', '；', '\n', '！'].map((mark) => source.indexOf(mark, end)).filter((at) => at >= 0)
  return source.slice(before + 1, ends.length > 0 ? Math.min(...ends) : source.length).trim()
}

/**
 * The series of meetings among the rhythms of a plan: 每季度召开一次协调会, 一月一会商, 专班每月调度. Rhythms of reporting, visiting and
 * checking are no meetings; the same meeting ordered twice is one series with both sentences. A daily rhythm is left to those
 * who work by it: nobody convenes a county for it.
 */
export function seriesOf(cadences: readonly Cadence[], source: string): MeetingSeries[] {
  const byKey = new Map<string, MeetingSeries>()
  for (const cadence of cadences) {
    const words = sentenceAt(source, cadence.span)
    const kind = meetingKindOf(cadence.what)
    const every = SeriesEvery.safeParse(cadence.every)
    if (kind === undefined || !every.success) continue
    const key = `${kind}.${every.data}`
    const known = byKey.get(key)
    const [start, end] = cadence.span
    const said: MeetingSeries['words'][number] = { text: words, span: [start, end] }
    const times = Math.max(1, Math.round(cadence.times))
    byKey.set(key, {
      key,
      kind,
      every: every.data,
      times: Math.max(times, known?.times ?? 1),
      title: `${rhythmWords[every.data]}${meetingKindTitles[kind]}`,
      words: [...(known?.words ?? []), said],
    })
  }
  return [...byKey.values()]
}

/**
 * The meetings that count for a series: its own, and those of a series of the same kind that the plan in force orders at another
 * rhythm now, for a meeting that took place is not undone by a new issue.
 */
export function meetingsOfSeries<M extends Pick<Meeting, 'seriesKey'>>(
  series: Pick<MeetingSeries, 'key' | 'kind'>,
  all: readonly Pick<MeetingSeries, 'key'>[],
  meetings: readonly M[],
): M[] {
  const inForce = new Set(all.map(({ key }) => key))
  return meetings.filter(({ seriesKey }) => {
    if (seriesKey === null) return false
    return inForce.has(seriesKey) ? seriesKey === series.key : seriesKey.startsWith(`${series.kind}.`)
  })
}

/** The period a meeting stands for, in the rhythm it was planned in; null for one called for the occasion. */
export function periodOfMeeting({ seriesKey, periodOn }: Pick<Meeting, 'seriesKey' | 'periodOn'>): Period | null {
  const every = SeriesEvery.safeParse(seriesKey?.split('.')[1])
  return every.success && periodOn !== null ? periodAt(every.data, periodOn) : null
}
