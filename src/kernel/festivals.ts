import { addDays, dayOn } from './day.ts'

/** Festivals deadlines are named by (国庆节前), with the day of each in a year. */

const lunarParts = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** The day of a year on which the lunar calendar says this month and day; leap months are written 6bis and never meant. */
function lunarDay(year: number, wanted: string, from: string): string {
  let day = `${year}-${from}`
  while (lunarParts.format(new Date(`${day}T00:00:00Z`)) !== wanted) day = addDays(day, 1)
  return day
}

const festivals: readonly (readonly [RegExp, (year: number) => string])[] = [
  [/^元旦/, (year) => dayOn(year, 1, 1)],
  [/^(?:春节|过年)/, (year) => lunarDay(year, '1/1', '01-20')],
  // 寿星公式 for the years 2000 to 2099.
  [/^清明/, (year) => dayOn(year, 4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4))],
  [/^(?:五一|劳动节)/, (year) => dayOn(year, 5, 1)],
  [/^端午/, (year) => lunarDay(year, '5/5', '05-25')],
  [/^中秋/, (year) => lunarDay(year, '8/15', '09-05')],
  [/^(?:国庆|十一)/, (year) => dayOn(year, 10, 1)],
]

/** The pattern of their names, for readers of running words. */
export const FESTIVAL = '(?:元旦|春节|过年|清明|“?五一”?|劳动节|端午|中秋|国庆|“十一”)节?'

/** The first such festival after a day; undefined for other words. */
export function festivalAfter(name: string, day: string): string | undefined {
  const of = festivals.find(([word]) => word.test(name.replace(/[“”]/g, '')))?.[1]
  const year = Number(day.slice(0, 4))
  return of && [of(year), of(year + 1)].find((on) => on > day)
}
