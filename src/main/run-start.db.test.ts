import { expect, test } from 'vitest'
import { emptyDatabase } from '#platform/backup/load-rows.ts'
import { poolOf } from '#platform/database/open-database.ts'
import { isStartUnfinished } from '#platform/database/unfinished-start.ts'
import { openCounty } from '../../test/county.ts'
import { createAdministrators } from './first-start.ts'
import { runStart } from './run-start.ts'
import { readSettings } from './settings.ts'
import type { Running, StartStep } from './start-step.ts'

const { db, system } = await openCounty()
const pool = poolOf(db)
const shown: string[] = []
const running: Running = {
  db,
  pool,
  system,
  settings: readSettings({}),
  isFirst: false,
  show: (lines) => void shown.push(...lines),
}
const usernames = async () =>
  (await pool.query('select username from accounts.user order by 1')).rows.map((row) => row.username)
const three = ['auditadmin', 'secadmin', 'sysadmin']
const half: StartStep = async () => {
  await pool.query(`insert into audit.head (division_code, sequence, hash) values ('470326', 1, repeat('0', 64))`)
  throw new Error('cut off')
}

test('a first start that was cut off begins anew: half of what it made is gone, other passwords are shown', async () => {
  await emptyDatabase(pool)
  await expect(runStart(running, [createAdministrators, half])).rejects.toThrow('cut off')
  expect(await isStartUnfinished(pool)).toBe(true)
  const before = shown.filter((line) => line.includes('初始密码 '))
  shown.length = 0
  expect(await runStart(running, [createAdministrators])).toEqual([])
  expect(shown[0]).toContain('已从头做起')
  const after = shown.filter((line) => line.includes('初始密码 '))
  expect([before.length, after.length]).toEqual([3, 3])
  expect(after).not.toEqual(before)
  expect(await usernames()).toEqual(three)
  expect((await pool.query('select from audit.head')).rowCount).toBe(0)
  expect(await isStartUnfinished(pool)).toBe(false)
})

test('passwords that could not be shown are not kept; a county with data is no first start', async () => {
  await pool.query('delete from accounts.user')
  await pool.query(`insert into audit.head (division_code, sequence, hash) values ('470326', 1, repeat('0', 64))`)
  const deaf = {
    ...running,
    show: () => {
      throw new Error('nobody listens')
    },
  }
  await expect(runStart(deaf, [createAdministrators])).rejects.toThrow('nobody listens')
  expect(await usernames()).toEqual([])
  shown.length = 0
  await runStart(running, [createAdministrators])
  expect(shown[0]).toContain('由不含账号的备份恢复')
  expect(await usernames()).toEqual(three)
  expect((await pool.query('select from audit.head')).rowCount).toBe(1)
})
