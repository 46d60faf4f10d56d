import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workingCalendar } from '#kernel/calendar.ts'
import { chineseDay, dayOn, lastOfMonth, momentAt, yearOf } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import { projectFolder } from '#platform/project-folder.ts'

/** The year the fiction was written for, the first of its plan; told of another, every year it names is moved. */
const writtenFor = 2026

/** Nobody meets, writes or signs on a rest day: what the fiction puts on one happens on the working day after it. */
export const atWork = (day: string): string =>
  workingCalendar().isWorkingDay(day) ? day : workingCalendar().add(day, 1)

/** A month in which an agency has something to say of a task. */
export interface News {
  task: string
  month: number
  /** As a person taps it: 有进展, 有困难, 已完成; a star asks for coordination. */
  state: string
  text: string
  /** Name of the evidence; empty for none. */
  evidence: string
}

/** A target's figures, month by month from January; undefined where none was stated. */
export interface Figures {
  task: string
  indicator: string
  months: readonly (number | undefined)[]
}

/** How an agency keeps its day of reporting. */
export interface Habit {
  agency: string
  reporter: string
  reviewer: string
  day: number
  missing: readonly number[]
  /** Month → `10-12`, the day it reported after all. */
  late: ReadonlyMap<number, string>
}

/** How long, and with which delay, somebody marks the steps of a task as done. */
export interface Following {
  task: string
  lastMonth: number
  monthsLate: number
}

/** One step in a matter under supervision. */
export interface OrderAct {
  matter: string
  task: string
  agency: string
  on: string
  by: string
  act: string
  level: string
  /** Empty for none. */
  dueOn: string
  words: string
}

/** What became of a decision of a meeting; the meeting itself is told by the first row that names it. */
export interface MeetingAct {
  meeting: string
  heldOn: string
  /** What they say. */
  minutes: string
  /** Words the decision is found by. */
  decision: string
  act: string
  words: string
  on: string
}

/** A record of a register as it was entered or changed on a day: texts under the heads of the register's own sheet. */
export interface RecordAct {
  on: string
  effectiveOn: string
  basis: string
  cells: Readonly<Record<string, string>>
}

/** The registers the story writes into. */
export type Register = 'alliances' | 'projects' | 'policies'

export interface Story {
  /** The first of its plan. */
  year: number
  news: readonly News[]
  figures: readonly Figures[]
  habits: readonly Habit[]
  followings: readonly Following[]
  orders: readonly OrderAct[]
  meetings: readonly MeetingAct[]
  records: Readonly<Record<Register, readonly RecordAct[]>>
  allianceYears: readonly RecordAct[]
}

/** The year whose story is under way at a moment, or has come to its end and is not yet followed by the next. */
export function storyYearAt(moment: Date): number {
  const year = Number(yearOf(dayOf(moment)))
  return moment < storyBegins(year) ? year - 1 : year
}

/** When the office of the fiction hands in its plan, two days after the day of the document. */
export const storyBegins = (year: number): Date => momentAt(`${year}-02-11`, '09:00')

/**
 * Where the story may be taken up: at its beginning and, up to January, with which it ends, before, amid and after the days of each
 * month on which most agencies report.
 */
export const storyStops = (year: number): Date[] => {
  const months = Array.from({ length: 12 }, (_, at) => at + 2)
  const days = months.flatMap((month) => [dayOn(year, month, 15), dayOn(year, month, 23), lastOfMonth(year, month)])
  return [storyBegins(year), ...days.map((day) => momentAt(day, '23:59'))]
}

/** 2026年, 2026—2028年, 〔2026〕3号: a year as papers write it, and no amount. */
const writtenYear = /(?<!\d)20(?:2[5-9])(?=年|—20|〕)/g

/** A file of `seed/`, with the years of the fiction moved to the year it is told of. */
export const readSeed = (name: string, year = writtenFor): string =>
  readFileSync(join(projectFolder(), 'seed', name), 'utf8').replace(writtenYear, (written) =>
    String(Number(written) + year - writtenFor),
  )

/** Heading and rows of a table; lines that begin with # say what it is. */
const tableLines = (name: string, year: number): string[][] =>
  readSeed(name, year)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()))

const tableRows = (name: string, year: number): string[][] => tableLines(name, year).slice(1)

const words = (cell: string): string[] => cell.split(' ').filter((word) => word !== '')

function habitOf([agency = '', reporter = '', reviewer = '', day = '', missing = '', late = '']: string[]): Habit {
  const lateOn = words(late).map((word) => {
    const [month = '', on = ''] = word.split(':')
    return [Number(month), on] as const
  })
  return { agency, reporter, reviewer, day: Number(day), missing: words(missing).map(Number), late: new Map(lateOn) }
}

function figuresOf([task = '', indicator = '', ...months]: string[]): Figures {
  // The table begins with February, the month the plan was issued in.
  const figures = months.map((cell) => (cell === '' ? undefined : Number(cell)))
  return { task, indicator, months: [undefined, ...figures] }
}

function orderOf(row: string[], year: number): OrderAct {
  const [matter = '', task = '', agency = '', on = '', by = '', act = '', level = '', dueOn = '', said = ''] = row
  const lastDay = dueOn === '' ? '' : atWork(`${year}-${dueOn}`)
  return { matter, task, agency, on: atWork(`${year}-${on}`), by, act, level, dueOn: lastDay, words: said }
}

function meetingOf(row: string[], year: number): MeetingAct {
  const [meeting = '', heldOn = '', minutes = '', decision = '', act = '', said = '', on = ''] = row
  const days = { heldOn: atWork(`${year}-${heldOn}`), on: atWork(`${year}-${on}`) }
  const text = readSeed(minutes, year)
    .replaceAll('〔会议〕', meeting)
    .replaceAll('〔日期〕', chineseDay(days.heldOn))
    .replaceAll(chineseDay(`${year}-${heldOn}`), chineseDay(days.heldOn))
  return { meeting, ...days, minutes: text, decision, act, words: said }
}

/** A day of the fiction's own years or later moves with them; what was before stays. */
const moved = (cell: string, year: number): string =>
  cell.replace(/^(202[5-9])(?=-\d\d-\d\d$)/, (written) => String(Number(written) + year - writtenFor))

function recordActs(name: string, year: number): RecordAct[] {
  const [heads = [], ...rows] = tableLines(name, year)
  return rows.map(([on = '', ...row]) => {
    const cells = Object.fromEntries(heads.slice(1).map((head, i) => [head, moved(row[i] ?? '', year)]))
    const { 生效日期: effectiveOn = '', 依据: basis = '' } = cells
    return { on: atWork(`${year}-${on}`), effectiveOn, basis, cells }
  })
}

export function readStory(year: number): Story {
  const rowsOf = (name: string) => tableRows(name, year)
  return {
    year,
    news: rowsOf('sample-year-news.tsv').map(([task = '', month = '', state = '', text = '', evidence = '']) => {
      return { task, month: Number(month), state, text, evidence }
    }),
    figures: rowsOf('sample-year-values.tsv').map(figuresOf),
    habits: rowsOf('sample-year-habits.tsv').map(habitOf),
    followings: rowsOf('sample-year-steps.tsv').map(([task = '', lastMonth = '', monthsLate = '']) => {
      return { task, lastMonth: Number(lastMonth), monthsLate: Number(monthsLate) }
    }),
    orders: rowsOf('sample-year-orders.tsv').map((row) => orderOf(row, year)),
    meetings: rowsOf('sample-year-meetings.tsv').map((row) => meetingOf(row, year)),
    records: {
      alliances: recordActs('sample-alliances.tsv', year),
      projects: recordActs('sample-projects.tsv', year),
      policies: recordActs('sample-policies.tsv', year),
    },
    allianceYears: recordActs('sample-alliance-years.tsv', year),
  }
}
