import { count, eq } from 'drizzle-orm'
import { hashPassword, insertUser, randomPassword, users } from '#modules/accounts/server/index.ts'
import { divisionName, unsaidDivision } from '#modules/organisations/server/index.ts'
import type { StartStep } from './start-step.ts'

const username = 'sysadmin'

/** The first start makes the one account that can make others; its password is shown this once. */
export const createAdministrator: StartStep = async ({ db, system }) => {
  const [found] = await db.select({ n: count() }).from(users)
  if ((found?.n ?? 0) > 0) return []
  const password = randomPassword()
  const divisionCode = system.runtime.homeDivision
  const person = { username, name: '系统管理员', role: 'administrator' as const, agencyId: null, divisionCode }
  const account = { ...person, passwordHash: await hashPassword(password), mustChangePassword: true, sample: false }
  await db.transaction((tx) => insertUser(tx, account, system.runtime.clock()))
  return [`系统管理员账号（只显示这一次，请记下）：用户名 ${username}，初始密码 ${password}`]
}

/** Rows belong to a county from the first one on, so the county is asked for before there are any. */
export const askForDivision: StartStep = async ({ db, settings, system }) => {
  const { homeDivision } = system.runtime
  if (settings.loadSample) return []
  if (homeDivision === unsaidDivision) {
    return ['还没有设定本县：请停止后用 GUATU_DIVISION=六位行政区划代码 重新启动，再录入数据。']
  }
  // The administrator was made before the county was known.
  await db.update(users).set({ divisionCode: homeDivision }).where(eq(users.divisionCode, unsaidDivision))
  return [`本县：${divisionName(homeDivision)}（${homeDivision}）`]
}
