import { count } from 'drizzle-orm'
import { hashPassword, insertUser, randomPassword, users } from '#modules/accounts/server/index.ts'
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
