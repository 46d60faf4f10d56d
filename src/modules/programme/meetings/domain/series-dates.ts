import type { WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, dayOn, mondayOf, shortDay } from '#kernel/day.ts'
import type { SeriesEvery } from './series-every.ts'

/** A stretch of time in which one meeting of a series is due. */
export interface Period {
  start: string
  end: string
  /** 2026年第四季度 */
  title: string
}

/** Where in its period a series meets, as the office is used to. */
export interface Habit {
  /** Day of the month (of the period's last month), or of the week (1 Monday … 5 Friday) for a weekly series. */
  day: number
}

/**
 * The 25th, and Friday for weekly series. Plans say how often, never on which day; reports seen are due by the 28th of a
 * month, so a meeting shortly before the month's end has the month's state before it. The office sets another day per series.
 */
export const firstHabit = (every: SeriesEvery): Habit => ({ day: every === 'week' ? 5 : 25 })

const monthsIn: Record<Exclude<SeriesEvery, 'week' | 'half_month'>, number> = {
  month: 1,
  two_months: 2,
  quarter: 3,
  half_year: 6,
  year: 12,
}

const ordinals = ['一', '二', '三', '四']

function titleOf(every: SeriesEvery, year: number, month: number): string {
  if (every === 'month') return `${year}年${month}月`
  if (every === 'two_months') return `${year}年${month}—${month + 1}月`
  if (every === 'quarter') return `${year}年第${ordinals[(month - 1) / 3]}季度`
  if (every === 'half_year') return `${year}年${month === 1 ? '上' : '下'}半年`
  return `${year}年`
}

/** The period of the rhythm a day lies in; years, quarters and months are those of the calendar, a week begins on Monday. */
export function periodAt(every: SeriesEvery, day: string): Period {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (every === 'week') {
    const start = mondayOf(day)
    const [, m, d] = start.split('-').map(Number)
    return { start, end: addDays(start, 6), title: `${m}月${d}日当周` }
  }
  if (every === 'half_month') {
    const isFirst = date <= 15
    const title = `${year}年${month}月${isFirst ? '上' : '下'}半月`
    return {
      start: dayOn(year, month, isFirst ? 1 : 16),
      end: isFirst ? dayOn(year, month, 15) : dayOn(year, month + 1, 0),
      title,
    }
  }
  const length = monthsIn[every]
  const first = Math.floor((month - 1) / length) * length + 1
  return { start: dayOn(year, first, 1), end: dayOn(year, first + length, 0), title: titleOf(every, year, first) }
}

/** The day the rhythm and the habit name, before holidays are looked at. */
function nominalDay(every: SeriesEvery, period: Period, { day }: Habit): string {
  if (every === 'week') return addDays(period.start, Math.min(5, Math.max(1, day)) - 1)
  if (every === 'half_month') return addDays(period.end, -4)
  const [year = 0, month = 0, last = 28] = period.end.split('-').map(Number)
  return dayOn(year, month, Math.min(Math.max(1, day), last))
}

/** A day proposed for a meeting and why it is that day. */
export interface ProposedDay {
  period: Period
  /** The habitual day: it names the period even where holidays push `on` beyond its end. */
  periodOn: string
  on: string
  reason: string
  /** The calendar of that year is not published: Monday to Friday was counted. */
  tentative: boolean
}

/** The working day proposed in the period of a day: the habitual one, else the nearest working day before it within the period, else after it. */
export function proposeDay(
  every: SeriesEvery,
  period: Period,
  { habit, calendar }: { habit: Habit; calendar: WorkingCalendar },
): ProposedDay {
  const nominal = nominalDay(every, period, habit)
  const before = calendar.onOrBefore(nominal)
  const on = before >= period.start ? before : calendar.onOrAfter(nominal)
  const reason =
    on === nominal
      ? `${period.title}，惯例日${shortDay(nominal)}`
      : `${period.title}，惯例日${shortDay(nominal)}不是工作日，取最近的工作日`
  return { period, periodOn: nominal, on, reason, tentative: calendar.unpublishedIn(on, on).length > 0 }
}

/** The period after the one given. */
export const nextPeriod = (every: SeriesEvery, { end }: Period): Period => periodAt(every, addDays(end, 1))

/** What a series has had and what it wants next. */
export interface SeriesStanding {
  next: ProposedDay
  /** Meetings of the current period have not taken place though its proposed day is over. */
  missed: boolean
}

interface AskedSeries {
  today: string
  /** First day of the programme; null where the plan names none. */
  beginsOn: string | null
  habit: Habit
  calendar: WorkingCalendar
}

/**
 * The next meeting a series wants: in the first period, from today's on, with fewer meetings than the plan orders. A period
 * whose habitual day was over before the programme began wants none.
 * @param periodDays for each of its meetings, cancelled ones left out, a day of the period it stands for (`Meeting.periodOn`),
 * which is not the day it takes place on once it was put off
 */
export function standingOf(
  series: { every: SeriesEvery; times: number },
  periodDays: readonly string[],
  { today, beginsOn, habit, calendar }: AskedSeries,
): SeriesStanding {
  const covered = ({ start, end }: Period) =>
    periodDays.filter((day) => day >= start && day <= end).length >= series.times
  const isBefore = (period: Period) => beginsOn !== null && nominalDay(series.every, period, habit) < beginsOn
  let period = periodAt(series.every, beginsOn !== null && beginsOn > today ? beginsOn : today)
  while (isBefore(period) || covered(period)) period = nextPeriod(series.every, period)
  const proposed = proposeDay(series.every, period, { habit, calendar })
  if (proposed.on >= today) return { next: proposed, missed: false }
  const on = calendar.onOrAfter(today)
  const reason = `${period.title}尚未召开，惯例日${shortDay(proposed.on)}已过，应尽快补开`
  const tentative = calendar.unpublishedIn(on, on).length > 0
  return { next: { ...proposed, on, reason, tentative }, missed: true }
}

/**
 * The periods a meeting on a day may stand for: the one the series wants, and that of the day. First the likelier: a day after
 * the wanted period is that period's meeting put off; one before it is a further meeting of its own period.
 */
export function periodsToChoose(every: SeriesEvery, wantedOn: string, heldOn: string): Period[] {
  const [wanted, own] = [periodAt(every, wantedOn), periodAt(every, heldOn)]
  if (wanted.start === own.start) return [wanted]
  return own.start > wanted.start ? [wanted, own] : [own, wanted]
}

/** What a meeting of a series for a period is called: 2026年第四季度 and 季度工作例会 make 2026年第四季度工作例会. */
export const nameOfMeeting = (seriesTitle: string, periodTitle: string): string =>
  `${periodTitle}${seriesTitle.replace(/^(?:月度|季度|双月|半年|年度|每周|半月)/u, '')}`
