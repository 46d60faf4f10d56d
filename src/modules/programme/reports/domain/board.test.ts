import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { listCycles, usualRhythm } from '../../reporting/domain/cycle.ts'
import { listDuties, type ReportedTask } from '../../reporting/domain/duties.ts'
import { buildBoard } from './board.ts'
import type { ReportFact } from './report-fact.ts'

const cycles = listCycles([{ holdsFrom: '', rhythm: usualRhythm }], {
  from: '2026-03-01',
  to: '2026-05-10',
  calendar: workingCalendar(),
})
const aTask = (id: string, more: Partial<ReportedTask> = {}): ReportedTask => ({
  id,
  kind: 'task',
  leads: [{ agencyId: 'science' }],
  participants: [{ agencyId: 'finance' }],
  since: '2026-01-01',
  ...more,
})
const reporting = { cycles, delegations: [], asksMeasures: () => true, membersOf: new Map() }
const said = (taskId: string, cycle: string, submittedOn: string): ReportFact => ({
  id: `${taskId}${cycle}`,
  taskId,
  agencyId: 'science',
  cycle,
  submittedOn,
  state: 'unchanged',
  text: '',
  evidence: 0,
  signedOn: null,
  needsCoordination: false,
  values: [],
})

test('the board says who reported in time, late, or not', () => {
  const duties = listDuties([aTask('a'), aTask('b')], reporting)
  const reports = [
    said('a', '2026-03', '2026-03-20'),
    said('b', '2026-03', '2026-03-28'),
    said('a', '2026-04', '2026-04-25'),
  ]
  const [row] = buildBoard({ finished: new Map(), cycles, duties, reports, today: '2026-05-10' })
  expect(row?.cells.map(({ state, asked, inTime, late, missing }) => [state, asked, inTime, late, missing])).toEqual([
    ['late', 2, 1, 1, 0],
    ['missing', 2, 1, 0, 1],
    ['open', 2, 0, 0, 2],
  ])
  expect(row?.punctuality).toBe(0.5)
})

test('the agency with most left open comes first', () => {
  const duties = listDuties(
    [
      aTask('a', { leads: [{ agencyId: 'finance' }] }),
      aTask('b'),
      aTask('c'),
      aTask('d', { leads: [{ agencyId: 'x' }] }),
    ],
    reporting,
  )
  const rows = buildBoard({
    finished: new Map(),
    cycles,
    duties,
    reports: [said('b', '2026-03', '2026-03-20')],
    today: '2026-05-10',
  })
  expect(rows.map(({ agencyId }) => agencyId)).toEqual(['science', 'finance', 'x'])
})

test('what is signed is counted apart from what was handed in', () => {
  const duties = listDuties([aTask('a'), aTask('b')], reporting)
  const signed = { ...said('a', '2026-03', '2026-03-20'), signedOn: '2026-03-22' }
  const [row] = buildBoard({
    finished: new Map(),
    cycles,
    duties,
    reports: [signed, said('b', '2026-03', '2026-03-21')],
    today: '2026-05-10',
  })
  expect(row?.cells[0]).toMatchObject({ state: 'complete', inTime: 2, signed: 1 })
  const [later] = buildBoard({ finished: new Map(), cycles, duties, reports: [signed], today: '2026-05-10' })
  expect(later?.cells.map((cell) => [cell.inTime, cell.signed])).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ])
})

test('a cycle that asked an agency for nothing is neither open nor missing', () => {
  const duties = listDuties([aTask('late', { since: '2026-04-01' })], reporting)
  const [row] = buildBoard({ finished: new Map(), cycles, duties, reports: [], today: '2026-05-10' })
  expect(row?.cells.map(({ state }) => state)).toEqual(['none', 'missing', 'open'])
})

test('the last day to report is still open, and punctuality counts from the day after', () => {
  const duties = listDuties([aTask('a')], reporting)
  const on = (today: string) => buildBoard({ finished: new Map(), cycles, duties, reports: [], today })[0]
  expect([on('2026-03-25')?.cells[0]?.state, on('2026-03-25')?.punctuality]).toEqual(['open', null])
  expect([on('2026-03-26')?.cells[0]?.state, on('2026-03-26')?.punctuality]).toEqual(['missing', 0])
})

test('participants report only what was delegated to them, and a group by its members', () => {
  const given = {
    taskId: 'a',
    fromAgencyId: 'science',
    toAgencyId: 'finance',
    fromOn: '2026-04-01',
    toOn: '2026-04-30',
  }
  const towns = aTask('t', { leads: [{ agencyId: 'towns' }] })
  const duties = listDuties([aTask('a'), towns], {
    ...reporting,
    delegations: [given],
    membersOf: new Map([['towns', ['east', 'west']]]),
  })
  const of = (cycle: string) => duties.filter((duty) => duty.cycle === cycle).map(({ agencyId }) => agencyId)
  expect(of('2026-03')).toEqual(['science', 'east', 'west'])
  expect(of('2026-04')).toEqual(['finance', 'east', 'west'])
  expect(of('2026-05')).toEqual(['science', 'east', 'west'])
})

test('a task nobody leads is reported by all it names; one without agencies by nobody', () => {
  const joint = aTask('j', { leads: [], participants: [{ agencyId: 'a' }, { agencyId: 'b' }, { agencyId: null }] })
  const duties = listDuties([joint, aTask('n', { leads: [{ agencyId: null }] })], reporting)
  expect(new Set(duties.map(({ agencyId }) => agencyId))).toEqual(new Set(['a', 'b']))
})

test('nothing is due before the task was published, and nothing of measures when they are left out', () => {
  const late = aTask('late', { since: '2026-04-28' })
  expect(listDuties([late], reporting).map(({ cycle }) => cycle)).toEqual(['2026-05'])
  const asked = (asksMeasures: (day: string) => boolean) =>
    listDuties([aTask('m', { kind: 'measure' })], { ...reporting, asksMeasures }).map(({ cycle }) => cycle)
  expect(asked(() => false)).toEqual([])
  expect(asked((day) => day < '2026-04-01')).toEqual(['2026-03'])
  expect(asked((day) => day <= '2026-04-01')).toEqual(['2026-03', '2026-04'])
})

test('a task published on the day the cycle is due, or dropped on the day it opens, is judged by that day', () => {
  const keys = (more: Partial<ReportedTask>) => listDuties([aTask('t', more)], reporting).map(({ cycle }) => cycle)
  expect(keys({ since: '2026-04-25' })).toEqual(['2026-04', '2026-05'])
  expect(keys({ until: '2026-04-01' })).toEqual(['2026-03'])
  expect(keys({ until: '2026-04-02' })).toEqual(['2026-03', '2026-04'])
})

test('a delegation holds on its first day, on its last, and without an end for good', () => {
  const reporters = (fromOn: string, toOn: string | null) =>
    listDuties([aTask('a')], {
      ...reporting,
      delegations: [{ taskId: 'a', fromAgencyId: 'science', toAgencyId: 'finance', fromOn, toOn }],
    }).map(({ agencyId }) => agencyId)
  expect(reporters('2026-04-25', '2026-04-25')).toEqual(['science', 'finance', 'science'])
  expect(reporters('2026-04-26', null)).toEqual(['science', 'science', 'finance'])
  expect(reporters('2026-03-01', '2026-04-24')).toEqual(['finance', 'science', 'science'])
})

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-04-${String(n).padStart(2, '0')}`)

test('whatever is said when, every duty is in time, late or missing, once', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), day)), day, (drawn, today) => {
      const duties = listDuties([aTask('a'), aTask('b')], reporting)
      const reports = [...new Map(drawn.map(([id, on]) => [id, said(id, '2026-04', on)])).values()]
      for (const row of buildBoard({ finished: new Map(), cycles, duties, reports, today }))
        for (const cell of row.cells) expect(cell.inTime + cell.late + cell.missing).toBe(cell.asked)
    }),
  ))
