import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import type { DutyFact } from '#modules/programme/reporting/contract.ts'
import { isOpen, listOwed } from './owed.ts'
import { isRemindingDay } from './remind.ts'
import type { ReportStatus } from './report.ts'
import { listValid, type ReportRow } from './report-fact.ts'

const months = ['01', '02', '03', '04']
const cycles = months.map((month) => ({
  key: `2026-${month}`,
  startOn: `2026-${month}-01`,
  endOn: `2026-${month}-28`,
  opensOn: `2026-${month}-01`,
  dueOn: `2026-${month}-25`,
}))
const duty = (month: string, agencyId = 'science'): DutyFact => ({
  taskId: 'task',
  agencyId,
  cycle: `2026-${month}`,
  opensOn: `2026-${month}-01`,
  dueOn: `2026-${month}-25`,
})
const attempt = (month: string, status: ReportStatus, more: { agencyId?: string; attempt?: number } = {}) => ({
  taskId: 'task',
  agencyId: 'science',
  cycle: `2026-${month}`,
  status,
  attempt: 1,
  ...more,
})

describe('what an agency still owes', () => {
  const owed = (...rows: ReturnType<typeof attempt>[]) =>
    listOwed(
      months.map((month) => duty(month)),
      { rows, cycles, finished: new Set() },
    ).map(({ cycle }) => cycle)

  test('is the newest cycle and the one before, while nothing was said', () => {
    expect(owed()).toEqual(['2026-04', '2026-03'])
    expect(owed(attempt('04', 'signed'))).toEqual(['2026-03'])
    expect(owed(attempt('03', 'submitted'))).toEqual(['2026-04'])
    expect(owed(attempt('03', 'signed'))).toEqual(['2026-04'])
  })

  test('is whatever was sent back and not said again, however old, the newest first', () => {
    expect(owed(attempt('01', 'returned'))).toEqual(['2026-04', '2026-03', '2026-01'])
    expect(owed(attempt('01', 'withdrawn'))).toEqual(['2026-04', '2026-03', '2026-01'])
    expect(owed(attempt('01', 'returned'), attempt('01', 'submitted', { attempt: 2 }))).toEqual(['2026-04', '2026-03'])
    expect(owed(attempt('01', 'submitted', { attempt: 2 }), attempt('01', 'returned'))).toEqual(['2026-04', '2026-03'])
  })

  test('is not settled by what another agency said', () => {
    expect(owed(attempt('03', 'signed', { agencyId: 'finance' }))).toEqual(['2026-04', '2026-03'])
    expect(owed(attempt('01', 'returned', { agencyId: 'finance' }))).toEqual(['2026-04', '2026-03'])
  })

  test('is nothing of a task that is finished', () =>
    expect(listOwed([duty('03'), duty('04')], { rows: [], cycles, finished: new Set(['task']) })).toEqual([]))

  test('a cycle nobody knows takes nothing', () => {
    expect(isOpen(duty('12'), { rows: [], cycles })).toBe(false)
    expect(isOpen(duty('02'), { rows: [], cycles })).toBe(false)
    expect(isOpen(duty('03'), { rows: [], cycles })).toBe(true)
  })
})

test('people are reminded three working days and one before, never on a day of rest', () => {
  const reminded = (month: string, dueOn: string) =>
    Array.from({ length: 31 }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`).filter((day) =>
      isRemindingDay(day, dueOn, workingCalendar()),
    )
  expect(reminded('2026-03', '2026-03-25')).toEqual(['2026-03-20', '2026-03-24'])
  // Before the holiday of October, which the office does not work through.
  expect(reminded('2026-09', '2026-10-08')).toEqual(['2026-09-28', '2026-09-30'])
})

describe('the words that are valid', () => {
  const at = (on: string, clock = '04:00') => new Date(`${on}T${clock}:00Z`)
  const row = (more: Partial<ReportRow>): ReportRow => ({
    id: 'one',
    taskId: 'task',
    agencyId: 'science',
    cycle: '2026-03',
    endOn: '2026-03-31',
    attempt: 1,
    progress: 'progressed',
    text: '',
    evidence: 0,
    needsCoordination: false,
    values: [{ targetId: 'a', value: 3 }],
    submittedAt: at('2026-03-20'),
    submittedOn: '2026-03-20',
    status: 'submitted',
    settledAt: null,
    settledOn: null,
    ...more,
  })
  const signed = { status: 'signed' as const, settledAt: at('2026-03-24'), settledOn: '2026-03-24' }
  const returned = { ...signed, status: 'returned' as const }
  const valid = (rows: readonly ReportRow[], on: string) => listValid(rows, at(on))

  test('are not there before they were handed in, nor after they were sent back', () => {
    expect(valid([row({})], '2026-03-19')).toEqual([])
    expect(valid([row({})], '2026-03-20')).toHaveLength(1)
    expect(valid([row(returned)], '2026-03-23')).toHaveLength(1)
    expect(valid([row(returned)], '2026-03-24')).toEqual([])
  })

  test('stand in the order they were said, however they were stored: by day, of one day by cycle, then by moment', () => {
    const words: [id: string, Partial<ReportRow>][] = [
      ['later cycle, earlier day', { cycle: '2026-03', endOn: '2026-03-28', submittedOn: '2026-03-19' }],
      ['earlier cycle of the day', { cycle: '2026-02', endOn: '2026-02-28', submittedAt: at('2026-03-20', '09:00') }],
      ['second attempt in the morning', { attempt: 2, submittedAt: at('2026-03-20', '01:00') }],
      ['another agency in the evening', { agencyId: 'police', submittedAt: at('2026-03-20', '10:00') }],
      ['and a third at that very moment', { agencyId: 'post', submittedAt: at('2026-03-20', '10:00') }],
    ]
    const rows = words.map(([text, given], i) => row({ ...given, text, id: `${i}`, taskId: i < 2 ? `t${i}` : 'task' }))
    for (const shuffled of [rows, rows.toReversed(), [...rows.slice(2), ...rows.slice(0, 2)]]) {
      expect(valid(shuffled, '2026-03-21').map(({ text }) => text)).toEqual(words.map(([text]) => text))
    }
  })

  test('of two attempts that both stand the newer takes its own place, not that of the older', () => {
    const rows = [
      row({ id: 'a', attempt: 1, text: '先报', submittedOn: '2026-03-18' }),
      row({ id: 'b', agencyId: 'police', text: '其间', submittedOn: '2026-03-19' }),
      row({ id: 'c', attempt: 2, text: '再报', submittedOn: '2026-03-20' }),
    ]
    expect(valid(rows, '2026-03-21').map(({ text }) => text)).toEqual(['其间', '再报'])
  })

  test('are signed from the moment they were', () => {
    expect(valid([row(signed)], '2026-03-23')[0]?.signedOn).toBeNull()
    expect(valid([row(signed)], '2026-03-24')[0]?.signedOn).toBe('2026-03-24')
  })

  test('of one cycle are the newest attempt, however the rows lie, and stand in the order of their cycles', () => {
    const rows = [
      row({ id: 'april', cycle: '2026-04', endOn: '2026-04-30', submittedAt: at('2026-04-20') }),
      row({ id: 'second', attempt: 2 }),
      row({ id: 'first', ...returned }),
    ]
    expect(valid(rows, '2026-04-21').map(({ id }) => id)).toEqual(['second', 'april'])
    expect(valid([...rows].reverse(), '2026-04-21').map(({ id }) => id)).toEqual(['second', 'april'])
    expect(valid(rows, '2026-03-21').map(({ id }) => id)).toEqual(['second'])
  })

  test('speak of the day they were said, and of no day after their cycle', () => {
    expect(valid([row({})], '2026-04-30')[0]?.values).toEqual([{ targetId: 'a', value: 3, on: '2026-03-20' }])
    const late = row({ submittedAt: at('2026-04-10'), submittedOn: '2026-04-10' })
    expect(valid([late], '2026-04-30')[0]?.values[0]?.on).toBe('2026-03-31')
  })
})
