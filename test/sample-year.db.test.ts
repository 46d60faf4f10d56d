import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { actorOf } from '#kernel/actor.ts'
import { workingCalendar } from '#kernel/calendar.ts'
import { dayOn, lastOfMonth } from '#kernel/day.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { loadSampleCounty } from '../src/main/load-sample.ts'
import { sampleDivision } from '../src/main/sample-county.ts'
import { readSettings } from '../src/main/settings.ts'
import { openSystem } from '../src/main/system.ts'
import { sandbox } from './sandbox.ts'

const folders: string[] = []
const open: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const one of open) await one.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A first start at a moment. */
async function startAt(moment: string, { db, pool }: Awaited<ReturnType<typeof sandbox>>) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-year-'))
  folders.push(dataFolder)
  chmodSync(dataFolder, 0o700)
  const now = new Date(moment)
  const system = openSystem({ db, dataFolder, sampleOpen: true, homeDivision: sampleDivision, clock: () => now })
  open.push(system)
  const said: string[] = []
  const settings = readSettings({ GUATU_DATA: dataFolder })
  await loadSampleCounty({ db, pool, settings, system, isFirst: true, show: (lines) => said.push(...lines) })
  return { system, said }
}

const [atItsEnd, yearsLater] = [await sandbox(), await sandbox()]
/** The story to its end: a first start in the January after the plan's first year. */
const { system, said } = await startAt('2027-01-10T01:00:00Z', atItsEnd)
const office = actorOf(
  { userId: 'test', name: '测试' },
  { id: '', role: 'office', divisionCode: sampleDivision, party: null },
)
const [programme] = await system.call(programmeContract.listProgrammes, office, {})
const programmeId = programme!.id

describe('the first year of the sample county', () => {
  test('agencies reported each month, some late, some not at all', async () => {
    const { rows } = await system.call(reportContract.getBoard, office, { programmeId })
    const states = new Set(rows.flatMap(({ cells }) => cells.map(({ state }) => state)))
    expect(rows.length).toBeGreaterThan(15)
    for (const state of ['complete', 'late', 'missing'] as const) expect(states).toContain(state)
  })

  test('what was red in autumn was pressed and turned: the diagnosis closed the year done', async () => {
    const on = async (day: string) => {
      const { tasks } = await system.call(lampContract.listVerdicts, office, { programmeId, on: day })
      const named = await system.call(programmeContract.listTaskNames, office, { programmeId })
      const id = named.find(({ number }) => number === '17')?.id
      return tasks.find(({ taskId }) => taskId === id)?.summary
    }
    expect(await on('2026-10-20')).toBe('red')
    expect(await on('2026-12-31')).toBe('green')
  })

  test('matters ran the whole way, with an extension asked and granted, and one still open', async () => {
    const { orders } = await system.call(supervisionContract.listOrders, office, { programmeId })
    const states = orders.map(({ state }) => state)
    expect(states.filter((state) => state === 'closed').length).toBeGreaterThanOrEqual(4)
    expect(states.some((state) => state !== 'closed')).toBe(true)
  })

  test('meetings were held as the plan orders; their decisions became tasks, joined them, were set aside, or still wait', async () => {
    const { meetings, open } = await system.call(meetingContract.listMeetings, office, { programmeId })
    expect(meetings.filter(({ state }) => state === 'issued')).toHaveLength(15)
    expect(open.length).toBeGreaterThan(0)
    const calendar = workingCalendar()
    expect(meetings.filter(({ heldOn }) => !calendar.isWorkingDay(heldOn))).toEqual([])
  })

  test('the trail of the year is whole', async () => {
    const auditor = { ...office, role: 'auditor' as const }
    expect(await system.call(auditingContract.verifyTrail, auditor, {})).toMatchObject({ fault: null })
  })

  test('every day that was kept is what is worked out anew', { timeout: 300_000 }, async () => {
    let days = 0
    for (let month = 1; month <= 12; month++) {
      const stretch = { from: dayOn(2026, month, 1), to: lastOfMonth(2026, month) }
      const proof = await system.call(lampContract.verifySnapshots, office, { programmeId, ...stretch })
      expect(proof.differing, stretch.to).toEqual([])
      days += proof.days
    }
    expect(days).toBeGreaterThan(90)
  })

  test('all of it but the last days came from the rows that were prepared', () => {
    expect(said).toEqual([])
  })
})

test('years later the county tells the same story of that year, played where no rows are prepared', async () => {
  const { system: later, said: words } = await startAt('2035-02-19T04:00:00Z', yearsLater)
  expect(words.join()).toContain('从头演出')
  const [told] = await later.call(programmeContract.listProgrammes, office, {})
  expect(told).toMatchObject({ startOn: '2035-01-01', endOn: '2037-12-31' })
  const { rows } = await later.call(reportContract.getBoard, office, { programmeId: told!.id })
  expect(rows.flatMap(({ cells }) => cells.map(({ state }) => state))).toContain('complete')
  const auditor = { ...office, role: 'auditor' as const }
  expect(await later.call(auditingContract.verifyTrail, auditor, {})).toMatchObject({ fault: null })
})
