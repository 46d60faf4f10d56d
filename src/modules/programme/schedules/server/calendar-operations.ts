import { sql } from 'drizzle-orm'
import { type CalendarYear, publishedYears } from '#kernel/calendar.ts'
import { keepCountyYear, listCountyYears, loadCalendar } from '#modules/office/organisations/server/index.ts'
import { listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm, implementPrepared } from '#platform/operation/implement.ts'
import type { SheetReading } from '#platform/spreadsheet/read-rows.ts'
import { prepareSheet } from '#platform/spreadsheet/read-sheet.ts'
import { readTable } from '#platform/spreadsheet/read-table.ts'
import { type CalendarYearView, scheduleContract, scheduleMoved } from '../contract.ts'
import { calendarColumns, readCalendarTable } from '../domain/calendar-table.ts'
import { checkCalendarYear } from '../domain/check-calendar-year.ts'
import { type HolidayReading, readHolidays } from '../domain/read-holidays.ts'
import type { ScheduleRevision } from '../domain/schedule.ts'
import { settle } from '../domain/task-schedule.ts'
import { loadCurrent } from './load-schedules.ts'
import { record, revisionOf } from './record-revisions.ts'

export const listCalendarYears = implement(scheduleContract.listCalendarYears, ({ tx, actor }) =>
  viewYears(tx, actor.divisionCode),
)

export const readCalendarText = implement(scheduleContract.readCalendarText, async ({ input }) =>
  readHolidays(input.year, input.text),
)

export const readCalendarFile = implementPrepared(
  scheduleContract.readCalendarFile,
  prepareSheet,
  async ({ input: { year }, prepared }) => {
    const { rows, skipped, remarks } = readTable(prepared, calendarColumns, 'day')
    const reading = readCalendarTable(year, rows)
    if (!reading) return withDoubts(readWords(year, prepared), remarks)
    const notes = skipped.filter(({ text }) => /\d/.test(text))
    const told = notes.map(({ row, text }) => `第 ${row} 行“${text}”没有作为日期读入。`)
    return withDoubts(reading, remarks, told)
  },
)

const withDoubts = (reading: HolidayReading, before: readonly string[], after: readonly string[] = []) => ({
  ...reading,
  doubts: [...before, ...reading.doubts, ...after],
})

/** A sheet that holds a notice, or a day and its word in each row. */
function readWords(year: number, { rows }: SheetReading): HolidayReading {
  const faulty = rows.flatMap(({ row, faults = {} }) =>
    Object.values(faults).map((fault) => `第 ${row} 行有一格没有值（${fault}），没有计入。`),
  )
  const text = rows.map(({ cells }) => cells.filter((cell) => cell !== '').join(' ')).join('\n')
  const reading = readHolidays(year, text)
  return { ...reading, doubts: [...faulty, ...reading.doubts] }
}

async function currentYear({ input, tx, actor }: Pick<Call<{ year: number }>, 'input' | 'tx' | 'actor'>) {
  const known = (await viewYears(tx, actor.divisionCode)).find(({ year }) => year === input.year)
  return known ? { ...known, enteredBy: undefined, enteredAt: undefined, from: undefined } : {}
}

export const saveCalendarYear = implementForm(
  scheduleContract.saveCalendarYear,
  currentYear,
  async ({ input, ...call }) => {
    const { tx, actor, now, about } = call
    const year = checkCalendarYear(input)
    const { divisionCode } = actor
    await keepCountyYear(tx, { ...year, source: input.source, divisionCode, enteredBy: actor.name, enteredAt: now })
    const recomputed = await recompute(call, year, input.source)
    about(`${year.year} 年放假安排`, { source: input.source, recomputed })
    return { years: await viewYears(tx, divisionCode), recomputed }
  },
)

/** Plans every schedule of the county that counts days of the year anew, as revisions that say why. */
async function recompute(
  call: Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'emit'>,
  { year }: CalendarYear,
  source: string,
): Promise<number> {
  const { tx, actor, now, emit } = call
  await tx.execute(sql`lock table schedules.revision in share row exclusive mode`)
  const calendar = await loadCalendar(tx, actor.divisionCode)
  const rows: ScheduleRevision[] = []
  for (const programme of await listProgrammeRows(tx, actor.divisionCode)) {
    for (const old of (await loadCurrent(tx, programme)).values()) {
      if (!touches(old, year)) continue
      const reason = `录入 ${year} 年放假安排：${source}`
      const { taskId, number: after } = old
      const occasion = { programmeId: programme.id, taskId, after, kind: 'calendarAdded' as const, reason }
      rows.push(revisionOf(settle(old, calendar), occasion, { actor, now }))
    }
  }
  await record(tx, rows)
  for (const { programmeId, taskId } of rows) await emit(scheduleMoved, { programmeId, taskId })
  return rows.length
}

/** Whether days of the year are counted in it: between its first step, or its floor while impossible, and its deadline. */
function touches({ deadlineOn, floorOn, dates, steps }: ScheduleRevision, year: number): boolean {
  if (deadlineOn === null || !steps.some(({ done }) => done === null)) return false
  const first = dates.map(({ startOn }) => startOn).sort()[0] ?? floorOn
  return Number(first.slice(0, 4)) <= year && year <= Number(deadlineOn.slice(0, 4))
}

async function viewYears(tx: Tx, divisionCode: string): Promise<CalendarYearView[]> {
  const own = await listCountyYears(tx, divisionCode)
  const entered = new Set(own.map(({ year }) => year))
  const published = publishedYears
    .filter(({ year }) => !entered.has(year))
    .map((year) => ({ ...year, from: 'published' as const, enteredBy: null, enteredAt: null }))
  const county = own.map((year) => ({ ...year, from: 'county' as const }))
  return [...published, ...county].sort((a, b) => b.year - a.year)
}
