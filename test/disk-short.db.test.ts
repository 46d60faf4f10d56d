import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Actor, actorOf } from '#kernel/actor.ts'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { maintenanceContract } from '#modules/office/maintenance/contract.ts'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { connect } from '#platform/database/open-database.ts'
import { openSystem } from '../src/main/system.ts'
import { divisionCode } from './county.ts'
import { sandbox } from './sandbox.ts'

/** The disk of the data as the database sees it before each transaction. */
const disk = { hasRoom: true }
const { url } = await sandbox()
const { db, pool } = connect(url, 4, () => disk.hasRoom)
const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-short-'))
const system = openSystem({ db, dataFolder, sampleOpen: false, homeDivision: divisionCode })
afterAll(async () => {
  await system.close()
  await pool.end()
  rmSync(dataFolder, { recursive: true, force: true })
})

const as = (role: Actor['role']): Actor =>
  actorOf({ userId: role, name: role }, { id: role, role, divisionCode, party: null })
const save = (daily: number) =>
  system.call(maintenanceContract.saveRetention, as('administrator'), {
    daily,
    weekly: 1,
    monthly: 1,
    reason: '磁盘有限',
  })
const retention = async () =>
  (await system.call(maintenanceContract.listBackups, as('administrator'), {})).retention.daily
const trail = async () =>
  (await system.call(auditingContract.listEntries, as('auditAdministrator'), {})).entries.map(({ outcome }) => outcome)

test('on a disk that runs short reading goes on, every write is refused by a sentence, and with room again all is as before', async () => {
  await save(3)
  disk.hasRoom = false
  const short = { code: 'database.diskShort', kind: 'unavailable' }
  await expect(save(4)).rejects.toMatchObject(short)
  await expect(system.call(maintenanceContract.makeBackup, as('administrator'), {})).rejects.toMatchObject(short)
  // Counted nowhere: nobody is locked out by a disk.
  const signIn = { username: 'office', password: 'wrong' }
  await expect(system.call(accountContract.signIn, as('office'), signIn)).rejects.toMatchObject(short)
  expect(await retention()).toBe(3)
  expect(await system.call(organisationContract.listAgencyNames, as('office'), {})).toEqual([])
  expect(await trail()).toEqual(['done'])
  expect((await pool.query('select from accounts.attempt')).rowCount).toBe(0)
  disk.hasRoom = true
  await save(4)
  expect(await retention()).toBe(4)
  expect(await trail()).toEqual(['done', 'done'])
  expect(existsSync(join(dataFolder, 'backups'))).toBe(false)
})
