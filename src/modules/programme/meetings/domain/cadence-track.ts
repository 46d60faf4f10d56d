import { z } from 'zod'
import { addDays, dayInWords, daysBetween } from '#kernel/day.ts'
import { Span } from '#kernel/span.ts'
import { meetingKindOf } from './series.ts'
import { nextPeriod, type Period, periodAt } from './series-dates.ts'
import { SeriesEvery } from './series-every.ts'

/** What answers a rhythm of the plan: a meeting, a circular, an order or check, a cycle of reports; the rest leaves no record here. */
export const CadenceKind = z.enum(['meeting', 'circular', 'order', 'report', 'unrecorded'])
export type CadenceKind = z.infer<typeof CadenceKind>

/** By what the plan wants done; in the order they are tried, as the words go before one another in plans. */
export function cadenceKindOf(what: string, every: string): CadenceKind {
  if (!SeriesEvery.safeParse(every).success) return 'unrecorded'
  if (/报送|上报|填报/.test(what)) return 'report'
  if (meetingKindOf(what) !== undefined) return 'meeting'
  if (/通报|晾晒/.test(what)) return 'circular'
  return /督办|督查|督导/.test(what) ? 'order' : 'unrecorded'
}

const Record = z.object({ title: z.string(), link: z.string() })

export const TrackedPeriod = z.object({
  title: z.string(),
  endOn: z.iso.date(),
  /** held: done often enough; due: still time, or something is fixed for it; missed: over, and too little on record. */
  state: z.enum(['held', 'due', 'missed']),
  records: z.array(Record),
  /** Fixed for this period and not yet over. */
  coming: z.array(Record),
})
export type TrackedPeriod = z.infer<typeof TrackedPeriod>

export const CadenceTrack = z.object({
  /** Where the plan orders it: the key of the cadence. */
  span: Span,
  kind: CadenceKind,
  /** Oldest first, up to the one that runs; none where nothing is recorded. */
  periods: z.array(TrackedPeriod),
  /** 第三季度没有记录；第四季度应在12月31日前. */
  words: z.string(),
  /** What is proposed now and where it is done; null when nothing is wanting or it is fixed already. */
  proposal: Record.extend({ dueOn: z.iso.date() }).nullable(),
})
export type CadenceTrack = z.infer<typeof CadenceTrack>

/** Something done, on a day; of a meeting a day of the period it stands for. */
export interface CadenceRecord {
  on: string
  title: string
  link: string
}

export interface TrackedCadence {
  every: SeriesEvery
  times: number
  done: readonly CadenceRecord[]
  coming: readonly CadenceRecord[]
  /** What is done after a period for it (a circular on the third quarter) may come so many days later. */
  graceDays: number
}

/**
 * How each period of a rhythm was kept, oldest first, from the day the programme is run here: of what was before nobody
 * has told this system. The first period counts when at least half of it was left. What is done answers the earliest period
 * that still wants it and whose days of grace are not over.
 */
export function trackCadence(
  { every, times, done, coming, graceDays }: TrackedCadence,
  { beginsOn, today }: { beginsOn: string; today: string },
): TrackedPeriod[] {
  const periods = periodsFrom(every, beginsOn, today)
  const taken = periods.map((): CadenceRecord[] => [])
  for (const one of [...done].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const within = periods.map(({ start, end }) => start <= one.on && one.on <= addDays(end, graceDays))
    const wanting = periods.findIndex((_, i) => within[i] && (taken[i]?.length ?? 0) < times)
    taken[wanting < 0 ? periods.findIndex(({ start, end }) => start <= one.on && one.on <= end) : wanting]?.push(one)
  }
  return periods.map(({ title, start, end }, i) => {
    const records = (taken[i] ?? []).map(({ title: name, link }) => ({ title: name, link }))
    const fixed = coming
      .filter(({ on }) => start <= on && on <= end)
      .map(({ title: name, link }) => ({ title: name, link }))
    const isOpen = today <= addDays(end, graceDays) || fixed.length > 0
    const state = records.length >= times ? 'held' : isOpen ? 'due' : 'missed'
    return { title, endOn: end, state, records, coming: fixed }
  })
}

function periodsFrom(every: SeriesEvery, beginsOn: string, today: string): Period[] {
  const found: Period[] = []
  let period = periodAt(every, beginsOn)
  if (daysBetween(period.start, beginsOn) * 2 > daysBetween(period.start, period.end))
    period = nextPeriod(every, period)
  for (; period.start <= today; period = nextPeriod(every, period)) found.push(period)
  return found
}

/** Said only of what is on record here: whether something happened outside, nobody told this system. */
export function trackInWords(periods: readonly TrackedPeriod[], today: string): string {
  const held = periods.filter(({ state }) => state === 'held').length
  const missed = periods.filter(({ state }) => state === 'missed')
  const due = periods.find(({ state, coming }) => state === 'due' && coming.length === 0)
  const never = held === 0 && missed.length > 0 ? `应有 ${missed.length} 期，一期记录也没有` : ''
  const some =
    held > 0 && missed.length > 0
      ? `${missed
          .map(({ title }) => title)
          .slice(-3)
          .join('、')}${missed.length > 3 ? `等 ${missed.length} 期` : ''}没有记录`
      : ''
  const next = due ? (due.endOn < today ? `${due.title}待补` : `${due.title}应在${dayInWords(due.endOn, today)}前`) : ''
  return [never, some, next].filter((part) => part !== '').join('；')
}

/** The period something is to be done for now: the one that runs or still has grace, else the last that was missed. */
export function periodToPropose(periods: readonly TrackedPeriod[]): TrackedPeriod | undefined {
  const open = periods.find(({ state, coming }) => state === 'due' && coming.length === 0)
  const last = periods.at(-1)
  return open ?? (last?.state === 'missed' ? last : undefined)
}

/** From so many days before a period ends what is wanting in it is brought before the office. */
const ahead = 10

export const isPressing = ({ proposal }: Pick<CadenceTrack, 'proposal'>, today: string): boolean =>
  proposal !== null && addDays(proposal.dueOn, -ahead) <= today
