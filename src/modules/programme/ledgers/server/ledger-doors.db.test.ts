import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openCounty } from '../../../../../test/county.ts'
import { runInventedPlan } from '../../supervision/server/supervision.fixture.ts'
import { ledgerContract as ops } from '../contract.ts'

const county = await openCounty()
const { system, people, agencyIds, clock } = county
const { office, reporter, leader, observer } = people
const { programmeId, tasks } = await runInventedPlan(county)
const today = '2026-11-22'

beforeEach(() => {
  clock.now = new Date(`${today}T02:00:00Z`)
})

describe('the workbook', () => {
  test('telephones are for those who work with them, the rest of the workbook for whom the task names', async () => {
    const title = `${tasks[0]!.number} ${tasks[0]!.title}`
    const sheet = new TextEncoder().encode(`任务,责任人,联系人电话\n${title},苏砚秋,13800001234\n`)
    const brought = await system.call(
      ops.importLedger,
      office,
      { programmeId, ledger: 'workbook', dryRun: 'false' },
      { name: '台账.csv', bytes: sheet },
    )
    expect(brought).toMatchObject({ refused: [], changed: [{ cells: expect.anything() }] })
    const cellsFor = async (who: Actor) => {
      const file = (await system.call(ops.exportLedger, who, { programmeId, ledger: 'workbook' })) as {
        bytes: Uint8Array
      }
      return (await readRows(file.bytes)).rows.map(({ cells }) => cells.join('|')).find((row) => row.includes('苏砚秋'))
    }
    for (const who of [office, leader, reporter]) expect(await cellsFor(who)).toContain('13800001234')
    expect(await cellsFor(observer)).toContain('138****34')
    expect(await cellsFor({ ...reporter, ...forAgency(newId()) })).toBeUndefined()
  })
})

describe('ledgers over the wire', () => {
  const exported = async (ledger: 'tasks' | 'workbook', by = office) =>
    ((await system.call(ops.exportLedger, by, { programmeId, ledger })) as { bytes: Uint8Array }).bytes

  test.each(['tasks', 'workbook'] as const)('%s goes out and comes back as it was', async (ledger) => {
    const view = await system.call(
      ops.importLedger,
      office,
      { programmeId, ledger, dryRun: 'false' },
      { name: '台账.xlsx', bytes: await exported(ledger) },
    )
    expect(view).toMatchObject({ changed: [], refused: [], ignored: [], unchanged: tasks.length })
  })

  test('one bad row keeps the whole sheet out', async () => {
    const title = `${tasks[1]!.number} ${tasks[1]!.title}`
    const csv = new TextEncoder().encode(`任务,责任人,联系人电话\n${title},苏砚秋,找小王\n`)
    const input = { programmeId, ledger: 'workbook', dryRun: 'false' } as const
    await expect(system.call(ops.importLedger, office, input, { name: '台账.csv', bytes: csv })).rejects.toThrow(
      '整份没有写入',
    )
  })

  test('an agency takes out the rows of its own tasks only', async () => {
    const stranger = { ...reporter, ...forAgency(agencyIds.finance), role: 'reporter' as const }
    const { rows } = await readRows(
      await exported('workbook', { ...stranger, ...forAgency('01890000-0000-7000-8000-0000000000ff') }),
    )
    expect(rows).toHaveLength(3)
  })
})
