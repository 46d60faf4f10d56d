import { expect, test } from 'vitest'
import { insertUser } from '#modules/office/accounts/server/index.ts'
import { unsaidDivision } from '#modules/office/organisations/server/index.ts'
import { poolOf } from '#platform/database/open-database.ts'
import { sandbox } from '../../test/sandbox.ts'
import { findHomeDivision } from './home-division.ts'
import { sampleDivision } from './sample-county.ts'

const { db } = await sandbox()
const county = '330483'
const ask = (loadSample: boolean, division = unsaidDivision) => findHomeDivision(db, { loadSample, division })

const addAdministrator = (username: string, divisionCode: string, at: string) =>
  db.transaction((tx) =>
    insertUser(
      tx,
      {
        username,
        name: username,
        role: 'securityAdministrator',
        agencyId: null,
        divisionCode,
        mustChangePassword: true,
        sample: false,
        passwordHash: '',
      },
      new Date(at),
    ),
  )

test('of an empty installation the settings say it; a code of no division is refused before there is anything', async () => {
  expect(await ask(true)).toBe(sampleDivision)
  expect(await ask(false)).toBe(unsaidDivision)
  expect(await ask(false, county)).toBe(county)
  for (const wrong of ['999999', '330499', '123456', '000001'])
    await expect(ask(false, wrong)).rejects.toThrow(`区划代码表里没有 ${wrong}`)
})

test('where the county was not said yet, the first to say it decides', async () => {
  await addAdministrator('early', unsaidDivision, '2026-11-01T00:00:00Z')
  expect(await ask(false, county)).toBe(county)
  expect(await ask(false)).toBe(unsaidDivision)
})

test('put back without accounts, the trail says whose data they are', async () => {
  const pool = poolOf(db)
  await pool.query(`insert into audit.head (division_code, sequence, hash)
    values ('${sampleDivision}', 2, repeat('0', 64)), ('${county}', 9, repeat('0', 64))`)
  for (const loadSample of [true, false]) expect(await ask(loadSample)).toBe(county)
  await expect(ask(false, '330482')).rejects.toThrow('桐乡市（330483）的数据')
  await pool.query('delete from audit.head')
})

test('data of a county are its own, however the program is called; another one is refused by name', async () => {
  await addAdministrator('first', county, '2026-11-02T00:00:00Z')
  await addAdministrator('stray', sampleDivision, '2026-11-03T00:00:00Z')
  for (const loadSample of [true, false]) expect(await ask(loadSample)).toBe(county)
  expect(await ask(false, county)).toBe(county)
  for (const other of ['330482', '999999', sampleDivision])
    await expect(ask(false, other)).rejects.toThrow('请改成 330483 或不写')
})
