import { z } from 'zod'
import { daysInMonth } from '#kernel/day.ts'

/** 报送周期: how often agencies report and by which day. */
export const Rhythm = z.object({
  every: z
    .enum(['month', 'quarter'])
    .meta({ label: '周期', kind: 'radio', titles: { month: '每月', quarter: '每季度' }, half: true }),
  /** The last day to report, 1–28. */
  dueDay: z.int().min(1).max(28).meta({ label: '截止日', unit: '日前', half: true }),
  /** Whether that day lies in the cycle's own last month or in the month after it. */
  dueIn: z
    .enum(['same', 'next'])
    .meta({ label: '截止月份', kind: 'radio', titles: { same: '当期', next: '次月' }, half: true }),
})
export type Rhythm = z.infer<typeof Rhythm>

/** `2026-03` or `2026-Q1`. */
export const CycleKey = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2]|Q[1-4])$/)

/** A stretch of time that is reported on once. All days `YYYY-MM-DD`. */
export const Cycle = z.object({
  key: CycleKey,
  startOn: z.iso.date(),
  endOn: z.iso.date(),
  /** The first day a report of it is taken. */
  opensOn: z.iso.date(),
  dueOn: z.iso.date(),
})
export type Cycle = z.infer<typeof Cycle>

/** Where nothing else is said: monthly by the 25th, the day most plans name. */
export const usualRhythm: Rhythm = { every: 'month', dueDay: 25, dueIn: 'same' }

const pad = (value: number): string => String(value).padStart(2, '0')
/** Months counted from year 0, so that adding needs no carrying. */
const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const dayIn = (index: number, date: number): string => `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-${pad(date)}`
const lastDate = (index: number): number => daysInMonth(Math.floor(index / 12), (index % 12) + 1)

function cycleFrom(first: number, { every, dueDay, dueIn }: Rhythm): Cycle {
  const months = every === 'month' ? 1 : 3
  const last = first + months - 1
  const due = dueIn === 'same' ? last : last + 1
  const year = Math.floor(first / 12)
  return {
    key: every === 'month' ? `${year}-${pad((first % 12) + 1)}` : `${year}-Q${(first % 12) / 3 + 1}`,
    startOn: dayIn(first, 1),
    endOn: dayIn(last, lastDate(last)),
    opensOn: dayIn(due, 1),
    dueOn: dayIn(due, Math.min(dueDay, lastDate(due))),
  }
}

const firstMonthOf = (day: string, { every }: Rhythm): number => {
  const index = monthIndex(day)
  return every === 'month' ? index : index - (index % 3)
}

/** The cycle a day lies in. */
export const cycleOf = (day: string, rhythm: Rhythm): Cycle => cycleFrom(firstMonthOf(day, rhythm), rhythm)

/** A rhythm and the day it holds from. */
export interface DatedRhythm {
  holdsFrom: string
  rhythm: Rhythm
}

/** The rhythm that holds on a day. */
export const rhythmOn = (rhythms: readonly DatedRhythm[], day: string): Rhythm =>
  rhythms.filter(({ holdsFrom }) => holdsFrom <= day).at(-1)?.rhythm ?? rhythms[0]?.rhythm ?? usualRhythm

/**
 * Cycles open between two days, oldest first: due on or after `from`, opened on or before `to`.
 * A change of rhythm takes effect with the first cycle that begins on or after the day it holds from; no day is
 * reported twice, for a cycle that would begin inside an earlier one is left out.
 * @param rhythms in the order they hold from
 */
export function listCycles(rhythms: readonly DatedRhythm[], from: string, to: string): Cycle[] {
  const found: Cycle[] = []
  let day = cycleFrom(firstMonthOf(from, rhythmOn(rhythms, from)), rhythmOn(rhythms, from)).startOn
  // A cycle before the first one may still be due: those reported in the month after they end.
  if (rhythmOn(rhythms, from).dueIn === 'next') day = dayIn(monthIndex(day) - 3, 1)
  for (let turns = 0; turns < 600; turns++) {
    const cycle = nextCycle(rhythms, day, found.at(-1))
    if (cycle.opensOn > to) return found.filter(({ dueOn }) => dueOn >= from)
    found.push(cycle)
    day = dayIn(monthIndex(cycle.endOn) + 1, 1)
  }
  return found
}

function nextCycle(rhythms: readonly DatedRhythm[], day: string, before: Cycle | undefined): Cycle {
  const rhythm = rhythmOn(rhythms, day)
  const cycle = cycleOf(day, rhythm)
  if (!before || cycle.startOn > before.endOn) return cycle
  // A quarter that began before its rhythm held: its last months are reported as months.
  return cycleOf(day, { ...rhythm, every: 'month' })
}

const titles = /^(\d{4})-(?:Q(\d)|(\d{2}))$/u

/** `2026年3月`, `2026年第一季度`. */
export function formatCycle(key: string): string {
  const [, year = '', quarter, month] = titles.exec(key) ?? []
  return quarter ? `${year}年第${'一二三四'[Number(quarter) - 1]}季度` : `${year}年${Number(month)}月`
}
