import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#platform/project-folder.ts'

/** The year the fiction tells: the first of its plan. */
export const storyYear = 2026

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
  /** `07-03` */
  on: string
  by: string
  act: string
  level: string
  dueOn: string
  words: string
}

/** What became of a decision of a meeting; the meeting itself is told by the first row that names it. */
export interface MeetingAct {
  meeting: string
  heldOn: string
  minutes: string
  /** Words the decision is found by. */
  decision: string
  act: string
  words: string
  on: string
}

export interface Story {
  news: readonly News[]
  figures: readonly Figures[]
  habits: readonly Habit[]
  followings: readonly Following[]
  orders: readonly OrderAct[]
  meetings: readonly MeetingAct[]
}

export const readSeed = (name: string): Buffer => readFileSync(join(projectFolder(), 'seed', name))

/** The rows under the heading of a table; lines that begin with # say what it is. */
function rowsOf(name: string): string[][] {
  const lines = readSeed(name).toString('utf8').split('\n')
  const [, ...rows] = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return rows.map((line) => line.split('\t').map((cell) => cell.trim()))
}

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

function orderOf(row: string[]): OrderAct {
  const [matter = '', task = '', agency = '', on = '', by = '', act = '', level = '', dueOn = '', said = ''] = row
  return { matter, task, agency, on, by, act, level, dueOn, words: said }
}

function meetingOf(row: string[]): MeetingAct {
  const [meeting = '', heldOn = '', minutes = '', decision = '', act = '', said = '', on = ''] = row
  return { meeting, heldOn, minutes, decision, act, words: said, on }
}

export function readStory(): Story {
  return {
    news: rowsOf('sample-year-news.tsv').map(([task = '', month = '', state = '', text = '', evidence = '']) => {
      return { task, month: Number(month), state, text, evidence }
    }),
    figures: rowsOf('sample-year-values.tsv').map(figuresOf),
    habits: rowsOf('sample-year-habits.tsv').map(habitOf),
    followings: rowsOf('sample-year-steps.tsv').map(([task = '', lastMonth = '', monthsLate = '']) => {
      return { task, lastMonth: Number(lastMonth), monthsLate: Number(monthsLate) }
    }),
    orders: rowsOf('sample-year-orders.tsv').map(orderOf),
    meetings: rowsOf('sample-year-meetings.tsv').map(meetingOf),
  }
}
