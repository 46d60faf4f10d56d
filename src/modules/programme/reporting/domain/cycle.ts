import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, earlier, later, shortDay } from '#kernel/day.ts'
import { monthsAfter, movedInWords, movedOn } from '#kernel/period.ts'
import { nextStretch, type StretchEvery, stretchAt } from './stretch.ts'

const everyTitles: Record<StretchEvery, string> = {
  week: '每周',
  ten_days: '每旬',
  half_month: '每半月',
  month: '每月',
  quarter: '每季度',
}

/** 报送周期: how often agencies report and by which day. */
export const Rhythm = z.object({
  every: z
    .enum(['week', 'ten_days', 'half_month', 'month', 'quarter'])
    .meta({ label: '周期', kind: 'radio', titles: everyTitles }),
  /** Which day: 1 Monday to 7 Sunday of a week, else the day of the month or its part; beyond the last day it is the last (月底). */
  dueDay: z
    .int()
    .min(1)
    .max(31)
    .meta({ label: '截止日', unit: '日', half: true, help: '按周填 1—7，表示周一至周日；填 31 表示月底、旬末或季末' }),
  /** Whether that day lies in the cycle's own last month (or the cycle itself) or in the one after it. */
  dueIn: z
    .enum(['same', 'next'])
    .meta({ label: '截止在', kind: 'radio', titles: { same: '当期', next: '下期' }, half: true }),
  /** A day that is no working day gives way to the one after it (民法典第二百零三条), or, where said so, before it. */
  restDay: z
    .enum(['after', 'before'])
    .meta({ label: '遇休息日', kind: 'radio', titles: { after: '顺延至下一工作日', before: '提前至上一工作日' } }),
})
export type Rhythm = z.infer<typeof Rhythm>

/** `2026-03`, `2026-Q1`, `2026-03-1H` (half of a month), `2026-03-2T` (旬), `2026-W09` (week of its Monday, ISO 8601). */
export const CycleKey = z
  .string()
  .regex(/^\d{4}-(?:(?:0[1-9]|1[0-2])(?:-[12]H|-[123]T)?|Q[1-4]|W(?:0[1-9]|[1-4]\d|5[0-3]))$/)

/** A stretch of time that is reported on once. All days `YYYY-MM-DD`. */
export const Cycle = z.object({
  key: CycleKey,
  startOn: z.iso.date(),
  endOn: z.iso.date(),
  /** The first day a report of it is taken. */
  opensOn: z.iso.date(),
  /** A working day, from 2026-11-30 on. */
  dueOn: z.iso.date(),
  /** Why it is due on another day than the rhythm names, and what is not known of that year; empty where nothing is to be said. */
  dueNote: z.string(),
})
export type Cycle = z.infer<typeof Cycle>

/** Where nothing else is said: monthly by the 25th, the day most plans name. */
export const usualRhythm: Rhythm = { every: 'month', dueDay: 25, dueIn: 'same', restDay: 'after' }

/** The stretch the due day lies in: of a quarter its last month or the month after it. */
function dueStretch(endOn: string, { every, dueIn }: Rhythm) {
  const within = every === 'quarter' ? 'month' : every
  const own = stretchAt(within, endOn)
  return dueIn === 'same' ? own : nextStretch(within, own)
}

/**
 * Reporting days of before stand where they were shown, whatever day they fall on: what was kept of those days, and who was late, was
 * reckoned from them. Days from this one on give way to a rest.
 */
const movedSince = '2026-11-30'

function cycleFrom(startOn: string, rhythm: Rhythm, calendar: WorkingCalendar): Cycle {
  const { key, endOn } = stretchAt(rhythm.every, startOn)
  const due = dueStretch(endOn, rhythm)
  const nominalOn = earlier(addDays(due.startOn, rhythm.dueDay - 1), due.endOn)
  if (nominalOn < movedSince) return { key, startOn, endOn, opensOn: due.startOn, dueOn: nominalOn, dueNote: '' }
  const dueOn = rhythm.restDay === 'after' ? movedOn(nominalOn, calendar) : calendar.onOrBefore(nominalOn)
  const unknown = calendar.unpublishedIn(earlier(nominalOn, dueOn), later(nominalOn, dueOn))
  const notes = [
    movedInWords({ nominalOn, lastOn: dueOn }, shortDay),
    unknown.length > 0 ? `${unknown.join('、')}年放假安排尚未公布，暂按周一至周五推算` : '',
  ].filter((note) => note !== '')
  return { key, startOn, endOn, opensOn: earlier(due.startOn, dueOn), dueOn, dueNote: notes.join('；') }
}

/** The cycle a day lies in. */
export const cycleOf = (day: string, rhythm: Rhythm, calendar: WorkingCalendar): Cycle =>
  cycleFrom(stretchAt(rhythm.every, day).startOn, rhythm, calendar)

/** A rhythm and the day it holds from. */
export interface DatedRhythm {
  holdsFrom: string
  rhythm: Rhythm
}

/** The rhythm that holds on a day. */
export const rhythmOn = (rhythms: readonly DatedRhythm[], day: string): Rhythm =>
  rhythms.filter(({ holdsFrom }) => holdsFrom <= day).at(-1)?.rhythm ?? rhythms[0]?.rhythm ?? usualRhythm

interface Asked {
  from: string
  to: string
  calendar: WorkingCalendar
}

/**
 * Cycles open between two days, oldest first: due on or after `from`, opened on or before `to`.
 * A change of rhythm takes effect with the first cycle that begins on or after the day it holds from; no day is
 * reported twice: a cycle that would begin inside an earlier one begins after it, a quarter is reported as months there.
 * @param rhythms in the order they hold from
 */
export function listCycles(rhythms: readonly DatedRhythm[], { from, to, calendar }: Asked): Cycle[] {
  const found: Cycle[] = []
  // Cycles before the first day may still be due: those reported after they end, or moved by a rest.
  let day = stretchAt(rhythmOn(rhythms, from).every, monthsAfter(from, -4)).startOn
  for (let turns = 0; turns < 2000; turns++) {
    const cycle = nextCycle(rhythms, { day, isFirst: found.length === 0 }, calendar)
    if (cycle.opensOn > to) break
    found.push(cycle)
    day = addDays(cycle.endOn, 1)
  }
  return found.filter(({ dueOn, opensOn }) => dueOn >= from && opensOn <= to)
}

function nextCycle(
  rhythms: readonly DatedRhythm[],
  { day, isFirst }: { day: string; isFirst: boolean },
  calendar: WorkingCalendar,
): Cycle {
  const rhythm = rhythmOn(rhythms, day)
  const { startOn } = stretchAt(rhythm.every, day)
  if (isFirst || startOn === day) return cycleFrom(startOn, rhythm, calendar)
  return cycleFrom(day, rhythm.every === 'quarter' ? { ...rhythm, every: 'month' } : rhythm, calendar)
}

const weekdays = '一二三四五六日'

/** 每周，当周周五前; 每季度，季末月25日前; 每月，当月月底前. */
export function rhythmInWords({ every, dueDay, dueIn, restDay }: Rhythm): string {
  const place: Record<StretchEvery, [same: string, next: string]> = {
    week: ['当周', '下周'],
    ten_days: ['当旬', '下旬'],
    half_month: ['当期', '下期'],
    month: ['当月', '次月'],
    quarter: ['季末月', '季后首月'],
  }
  const weekday = `周${weekdays[Math.min(dueDay, 7) - 1]}`
  const [longest, end] = every === 'ten_days' ? [11, '旬末'] : every === 'half_month' ? [16, '期末'] : [31, '月底']
  const named = every === 'month' || every === 'quarter' ? `${dueDay}日` : `第${dueDay}日`
  const day = every === 'week' ? weekday : dueDay >= longest ? end : named
  const rest = restDay === 'after' ? '遇休息日顺延' : '遇休息日提前'
  return `${everyTitles[every]}，${place[every][dueIn === 'same' ? 0 : 1]}${day}前，${rest}`
}

const titles = /^(\d{4})-(?:Q(\d)|W(\d{2})|(\d{2})(?:-(\d)([HT]))?)$/u

/** `2026年3月`, `2026年第一季度`, `2026年3月上旬`, `2026年3月上半月`, `2026年第9周`. */
export function formatCycle(key: string): string {
  const [, year = '', quarter, week, month, part, unit] = titles.exec(key) ?? []
  if (quarter) return `${year}年第${'一二三四'[Number(quarter) - 1]}季度`
  if (week) return `${year}年第${Number(week)}周`
  const name = unit === 'T' ? `${'上中下'[Number(part) - 1]}旬` : unit === 'H' ? `${'上下'[Number(part) - 1]}半月` : ''
  return `${year}年${Number(month)}月${name}`
}
