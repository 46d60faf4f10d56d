import { daysInMonth } from '#kernel/day.ts'
import { parseNumeral } from '#kernel/numerals.ts'
import type { Period } from '../../compiled-plan.ts'

/** Where the plan's period was found; `date` means it was inferred from the day of issue or of the page. */
export interface FoundPeriod {
  period: Period | null
  from: 'title' | 'text' | 'date' | 'none'
  titleYear: number | null
}

interface KnownOfPlan {
  issuedOn: string | null
  pageOn: string | null
  otherTitles?: readonly string[]
}

const RANGE = /(20\d{2})年?(?:(\d{1,2})月)?\s?(?:[-—–~至到]{1,2})\s?(20\d{2}|\d{2}(?!月))年?(?:(\d{1,2})月)?/
const YEAR = /(20\d{2})(?:年度?|版)/
/** The tenth five-year plan (十五) ran from 2001. */
const TENTH_FIVE_YEARS = 2001
const FIVE_YEARS = /[“"‘]?(十[一二三四五六七八九]?)五[”"’]?(?=时期|规划|期间|[一-龥]|\(|$)/
const OF_YEARS = /([一二两三四五六])年(?:行动|攻坚|实施|提升|倍增|滚动|计划|工作)/
/** 到2025年 and 2025年底前 name the years a plan works towards. */
const TOWARDS = /(?:到|至|力争|截至)(20\d{2})年|(20\d{2})年(?:底|末)前?/g
const THIS_YEAR = /^.{0,40}?(20\d{2})年[,是,全]/
/** Farther off than this a year is a vision (远景目标), not the plan's end. */
const FARTHEST = 6

const years = (
  start: number,
  end: number,
  from: FoundPeriod['from'],
  titleYear: number | null = null,
): FoundPeriod => ({ period: { start: `${start}-01-01`, end: `${end}-12-31` }, from, titleYear })

/** From the first day of one month to the last of another. */
function months([first, from]: readonly [number, string], [last, to]: readonly [number, string]): Period {
  const end = `${last}-${to.padStart(2, '0')}`
  return { start: `${first}-${from.padStart(2, '0')}-01`, end: `${end}-${daysInMonth(last, Number(to))}` }
}

function fromTitle(title: string, issuedOn: string | null): FoundPeriod | undefined {
  const range = RANGE.exec(title)
  if (range) {
    const start = Number(range[1])
    const [, , from, until = '', to] = range
    const end = until.length === 2 ? Math.floor(start / 100) * 100 + Number(until) : Number(until)
    if (end >= start && end - start <= 20)
      return { period: months([start, from ?? '1'], [end, to ?? '12']), from: 'title', titleYear: start }
  }
  const five = FIVE_YEARS.exec(title)
  if (five && /规划|计划|纲要|方案|意见/.test(title)) {
    const start = TENTH_FIVE_YEARS + 5 * ((parseNumeral(five[1] ?? '') ?? 10) - 10)
    return years(start, start + 4, 'title')
  }
  const year = YEAR.exec(title)
  const span = OF_YEARS.exec(title)
  const first = year ? Number(year[1]) : issuedOn ? Number(issuedOn.slice(0, 4)) : undefined
  if (year && first && !span) return years(first, first, 'title', first)
  if (span && first !== undefined) {
    const count = parseNumeral(span[1] ?? '') ?? 1
    return years(first, first + count - 1, year ? 'title' : 'date', year ? first : null)
  }
  return undefined
}

/** 实施期限：2026年1月至2028年6月; 自2026年3月起实施，有效期至2028年6月; 茶产业规划 2026-2030年 on the first line. */
const STATED =
  /(?:(?:实施|规划|行动|工作|执行|建设)(?:周期|期限?|时间|年限)(?:为|:|是)?|^.{2,60}(?:规划|计划|方案))\s?自?(20\d{2})\s?年?(?:\d{1,2}月)?(?:\d{1,2}日)?\s?[-—–~至到]{1,2}\s?(20\d{2})\s?年?(?:(\d{1,2})月)?|自(20\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?起[^。]{0,12}有效期至(20\d{2})年(?:(\d{1,2})月)?/

function fromStated(text: string): FoundPeriod | undefined {
  const [, start, end, month, since, until, untilMonth] = STATED.exec(text) ?? []
  const [first, last] = [Number(start ?? since), Number(end ?? until)]
  if (!(last >= first)) return undefined
  return { period: months([first, '1'], [last, month ?? untilMonth ?? '12']), from: 'text', titleYear: null }
}

/** 二、2024年工作安排: a heading names the year a report or a plan without a dated title looks ahead to. */
const HEADING_YEAR = /[一二三四五六]、[^。,]{0,12}?(20\d{2})年[^。,]{0,12}(?:安排|任务|目标|要点|打算|部署|工作)/g

function fromHeadings(text: string): FoundPeriod | undefined {
  const named = [...text.matchAll(HEADING_YEAR)]
    .filter(([words]) => !/回顾|总结|完成/.test(words))
    .map((found) => Number(found[1]))
  const year = Math.max(...named)
  return named.length > 0 ? years(year, year, 'text', year) : undefined
}

/** 2030年起5年内, 从2030年起用五年时间. */
const FROM_FOR = /(20\d{2})年起,?(?:用|力争)?([一二两三四五六\d])年(?:左右)?(?:[内间]|的?时间)/

function fromSpan(text: string): FoundPeriod | undefined {
  const found = FROM_FOR.exec(text)
  const [start, count] = [Number(found?.[1]), parseNumeral(found?.[2] ?? '') ?? 0]
  return found && count > 1 ? years(start, start + count - 1, 'text') : undefined
}

function fromText(text: string, issuedOn: string | null): FoundPeriod | undefined {
  const issued = issuedOn ? Number(issuedOn.slice(0, 4)) : undefined
  const named = [...text.matchAll(TOWARDS)].map((found) => Number(found[1] ?? found[2]))
  const ahead = named.filter((year) => issued === undefined || (year >= issued && year - issued <= FARTHEST))
  const opening = THIS_YEAR.exec(text)
  const start = issued ?? (opening ? Number(opening[1]) : ahead.length > 0 ? Math.min(...ahead) : undefined)
  if (start === undefined) return undefined
  if (ahead.length === 0) return opening && Number(opening[1]) === start ? years(start, start, 'text') : undefined
  const { period, ...found } = years(start, Math.max(...ahead), 'text')
  return { ...found, period: period && { ...period, start: issuedOn ?? period.start } }
}

/**
 * The period of a plan, by its title (2018—2020年, 2022年, “十四五”, 三年行动), else by those under its title or in the title of
 * its notice (`otherTitles`), else by the years its text names, else the year of issue or of the page.
 */
export function findPeriod(
  title: string,
  goals: string,
  { issuedOn, pageOn, otherTitles = [] }: KnownOfPlan,
): FoundPeriod {
  const day = issuedOn ?? pageOn
  const named = [title, ...otherTitles].flatMap((words) => fromTitle(words, day) ?? [])
  const found =
    named.find(({ from }) => from === 'title') ??
    named[0] ??
    fromStated(goals) ??
    fromSpan(goals) ??
    fromHeadings(goals)
  const year = Number(day?.slice(0, 4))
  return (
    found ?? fromText(goals, day) ?? (day ? years(year, year, 'date') : { period: null, from: 'none', titleYear: null })
  )
}
