import { z } from 'zod'
import { dayNumber, dayOfNumber } from './day.ts'
import { defineErrors } from './errors.ts'
import { publishedHolidays } from './holidays.data.ts'

const Days = z.array(z.iso.date())

/** What one year's calendar says beyond Monday to Friday. */
export const CalendarYear = z.object({
  year: z.int().min(2000).max(2099),
  /** Days off: 法定节假日 and the days moved to them. */
  holidays: Days.meta({ label: '放假' }),
  /** Saturdays and Sundays worked instead (调休上班). */
  workdays: Days.meta({ label: '调休上班' }),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** Working days of China; days are `2026-11-22`. A working day has an ordinal, so that spans are subtraction. */
export interface WorkingCalendar {
  isWorkingDay(day: string): boolean
  /** The n-th working day after the day, before it when negative; the day itself for 0. */
  add(day: string, workingDays: number): string
  /** The day itself when it is worked, else the next working day (顺延). */
  onOrAfter(day: string): string
  /** The day itself when it is worked, else the working day before it. */
  onOrBefore(day: string): string
  /** Working days after `a` up to and including `b`; negative when `b` lies before `a`. */
  between(a: string, b: string): number
  /** Years of the span whose calendar nobody has published or entered: Monday to Friday is counted there, and it must be said. */
  unpublishedIn(from: string, to: string): number[]
  /** How many working days there are up to and including the day, from the first day the calendar knows. */
  ordinalOf(day: string): number
  /** The working day with this ordinal. */
  dayAt(ordinal: number): string
}

export const calendarErrors = defineErrors('calendar', {
  outside: {
    kind: 'invalid',
    text: (p: { day: string }) => `日期 ${p.day} 不在 2000 年至 2099 年之间，不能推算工作日。请核对后重填。`,
  },
})

const first = dayNumber('2000-01-01')
const last = dayNumber('2099-12-31')

/** Days met so far, by name and by place: a plan asks for the same few hundred again and again. */
const places = new Map<string, number>()
const names: string[] = []

/** Place of a day counted from 2000-01-01. */
function placeOf(day: string): number {
  const known = places.get(day)
  if (known !== undefined) return known
  const place = dayNumber(day) - first
  if (!(place >= 0 && place <= last - first)) throw calendarErrors.outside({ day })
  if (dayOfPlace(place) === day) places.set(day, place)
  return place
}

function dayOfPlace(place: number): string {
  const known = names[place]
  if (known !== undefined) return known
  const name = dayOfNumber(place + first)
  names[place] = name
  return name
}

function spell(year: number, text: string): string[] {
  return text.split(' ').flatMap((part) => {
    const [from = '', to = from] = part.split('~').map((day) => `${year}-${day}`)
    const length = placeOf(to) - placeOf(from) + 1
    return Array.from({ length }, (_, i) => dayOfPlace(placeOf(from) + i))
  })
}

/** The years published by 国务院办公厅 that this product knows, with the notice each comes from. */
export const publishedYears: readonly (CalendarYear & { source: string })[] = publishedHolidays.map(
  ({ year, source, holidays, workdays }) => ({
    year,
    source,
    holidays: spell(year, holidays),
    workdays: spell(year, workdays),
  }),
)

let published: WorkingCalendar | undefined

/** A calendar of these years and no others, whatever has been published. */
export const calendarOf = (years: readonly CalendarYear[]): WorkingCalendar => build(years)

/**
 * The working calendar of the published years and those entered since; an entered year takes the place of a published one.
 * A year in neither counts Monday to Friday and is named by `unpublishedIn`.
 */
export function workingCalendar(extra: readonly CalendarYear[] = []): WorkingCalendar {
  if (extra.length > 0) return build([...publishedYears, ...extra])
  published ??= build(publishedYears)
  return published
}

/** Of two entries for one year the later holds. */
function build(entered: readonly CalendarYear[]): WorkingCalendar {
  const years = new Map(entered.map((year) => [year.year, year]))
  const counts = countWorkingDays([...years.values()])
  const byOrdinal = new Int32Array((counts.at(-1) ?? 0) + 1)
  counts.forEach((count, place) => {
    if (count > (counts[place - 1] ?? 0)) byOrdinal[count] = place
  })
  const ordinalOf = (day: string) => counts[placeOf(day)] ?? 0
  const dayAt = (ordinal: number) => {
    const place = ordinal < 1 ? undefined : byOrdinal[ordinal]
    if (place === undefined) throw calendarErrors.outside({ day: ordinal < 1 ? '2000 年以前' : '2099 年以后' })
    return dayOfPlace(place)
  }
  const isWorkingDay = (day: string) => {
    const place = placeOf(day)
    return (counts[place] ?? 0) > (counts[place - 1] ?? 0)
  }
  return {
    isWorkingDay,
    ordinalOf,
    dayAt,
    onOrAfter: (day) => (isWorkingDay(day) ? day : dayAt(ordinalOf(day) + 1)),
    onOrBefore: (day) => (isWorkingDay(day) ? day : dayAt(ordinalOf(day))),
    add(day, workingDays) {
      if (workingDays === 0) return day
      const rest = workingDays < 0 && !isWorkingDay(day) ? 1 : 0
      return dayAt(ordinalOf(day) + workingDays + rest)
    },
    between: (a, b) => ordinalOf(b) - ordinalOf(a),
    unpublishedIn(from, to) {
      const [a, b] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
      return Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => a + i).filter((year) => !years.has(year))
    },
  }
}

/** For each day from 2000-01-01 the number of working days up to and including it. */
function countWorkingDays(years: readonly CalendarYear[]): Int32Array {
  const counts = new Int32Array(last - first + 1)
  // 2000-01-01 was a Saturday: places 0 and 1 of every seven are a weekend.
  const worked = Uint8Array.from(counts, (_, place) => (place % 7 > 1 ? 1 : 0))
  for (const { holidays, workdays } of years) {
    for (const day of holidays) worked[placeOf(day)] = 0
    for (const day of workdays) worked[placeOf(day)] = 1
  }
  let sum = 0
  worked.forEach((one, place) => {
    sum += one
    counts[place] = sum
  })
  return counts
}
