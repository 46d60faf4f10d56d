import { dayOn } from './day.ts'

/** Festivals deadlines are named by (国庆节前), with the day of each in a year. */

/** 春节, 端午 and 中秋 by year, as GB/T 33661—2017 (农历的编算和颁行) gives them. */
const lunar: Readonly<Record<number, readonly [spring: string, dragonBoat: string, moon: string]>> = {
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
  2036: ['01-28', '05-30', '10-04'],
}

const lunarDay = (year: number, which: 0 | 1 | 2): string | null => {
  const day = lunar[year]?.[which]
  return day === undefined ? null : `${year}-${day}`
}

const festivals: readonly (readonly [RegExp, (year: number) => string | null])[] = [
  [/^元旦/, (year) => dayOn(year, 1, 1)],
  [/^(?:春节|过年)/, (year) => lunarDay(year, 0)],
  // 寿星公式 for the years 2000 to 2099.
  [/^清明/, (year) => dayOn(year, 4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4))],
  [/^(?:五一|劳动节)/, (year) => dayOn(year, 5, 1)],
  [/^端午/, (year) => lunarDay(year, 1)],
  [/^中秋/, (year) => lunarDay(year, 2)],
  [/^(?:国庆|十一)/, (year) => dayOn(year, 10, 1)],
]

/** The pattern of their names, for readers of running words. */
export const FESTIVAL = '(?:元旦|春节|过年|清明|“?五一”?|劳动节|端午|中秋|国庆|“十一”)节?'

/** The first such festival after a day; undefined for other words and for years whose calendar is not known here. */
export function festivalAfter(name: string, day: string): string | undefined {
  const of = festivals.find(([word]) => word.test(name.replace(/[“”]/g, '')))?.[1]
  const year = Number(day.slice(0, 4))
  return of && [of(year), of(year + 1)].flatMap((on) => on ?? []).find((on) => on > day)
}
