import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { loadSampleCounty, sampleDivision } from '../src/main/sample-county.ts'
import { readSettings } from '../src/main/settings.ts'
import { openSystem } from '../src/main/system.ts'
import { sandbox } from './sandbox.ts'

/** The story to its end: a first start in the January after the plan's first year. */
const { db, pool } = await sandbox()
const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-year-'))
chmodSync(dataFolder, 0o700)
const now = new Date('2027-01-10T01:00:00Z')
const system = openSystem({
  db,
  dataFolder,
  sampleOpen: true,
  homeDivision: sampleDivision,
  clock: () => now,
})
afterAll(async () => {
  await system.close()
  rmSync(dataFolder, { recursive: true, force: true })
})
await loadSampleCounty({
  db,
  pool,
  settings: readSettings({ GUATU_DATA: dataFolder }),
  system,
  isFirst: true,
  show: () => undefined,
})
const office: Actor = { userId: 'test', name: '测试', role: 'office', divisionCode: sampleDivision, agencyId: null }
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
      const named = await system.call(programmeContract.listTasks, office, { programmeId })
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

  test('four meetings were held; their decisions became tasks, joined them, were set aside, or still wait', async () => {
    const { meetings, open } = await system.call(meetingContract.listMeetings, office, { programmeId })
    expect(meetings.filter(({ state }) => state === 'issued')).toHaveLength(4)
    expect(open.length).toBeGreaterThan(0)
  })

  test('the trail of the year is whole', async () => {
    const auditor = { ...office, role: 'auditor' as const }
    expect(await system.call(auditingContract.verifyTrail, auditor, {})).toMatchObject({ fault: null })
  })
})
