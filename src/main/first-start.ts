import { count, eq } from 'drizzle-orm'
import { hashPassword, insertUser, mandates, randomPassword, users } from '#modules/office/accounts/server/index.ts'
import { divisionName, unsaidDivision } from '#modules/office/organisations/server/index.ts'
import type { StartStep } from './start-step.ts'

/** The three administrations, each with an account of its own (GB/T 22239-2019 8.1.4.2 d). */
const administrations = [
  { username: 'sysadmin', name: '系统管理员', role: 'administrator' },
  { username: 'secadmin', name: '安全管理员', role: 'securityAdministrator' },
  { username: 'auditadmin', name: '审计管理员', role: 'auditAdministrator' },
] as const

/** The first start makes the three accounts from which all others come; their passwords are shown this once. */
export const createAdministrators: StartStep = async ({ db, system, isFirst, show }) => {
  const [found] = await db.select({ n: count() }).from(users)
  if ((found?.n ?? 0) > 0) return []
  const divisionCode = system.runtime.homeDivision
  const made = await Promise.all(
    administrations.map(async (person) => {
      const password = randomPassword()
      return { ...person, password, passwordHash: await hashPassword(password) }
    }),
  )
  const reason = isFirst ? '' : '数据里没有账号（由不含账号的备份恢复），已新建三员。'
  await db.transaction(async (tx) => {
    for (const { password: _, ...person } of made) {
      const account = { ...person, agencyId: null, divisionCode, mustChangePassword: true, sample: false }
      await insertUser(tx, account, system.runtime.clock())
    }
    // Before the commit: a program killed in between has shown passwords that do not exist, and shows others next time.
    show([
      `${reason}三员账号（只显示这一次，请记下后分别交给三个人）：`,
      ...made.map(({ name, username, password }) => `  ${name}：用户名 ${username}，初始密码 ${password}`),
    ])
  })
  return []
}

/** Rows belong to a county from the first one on, so the county is asked for before there are any. */
export const askForDivision: StartStep = async ({ db, settings, system }) => {
  const { homeDivision } = system.runtime
  if (settings.loadSample) return []
  if (homeDivision === unsaidDivision) {
    return ['还没有设定本县：请停止后用 GUATU_DIVISION=六位行政区划代码 重新启动，再录入数据。']
  }
  // The administrators were made before the county was known.
  for (const table of [users, mandates])
    await db.update(table).set({ divisionCode: homeDivision }).where(eq(table.divisionCode, unsaidDivision))
  return [`本县：${divisionName(homeDivision)}（${homeDivision}）`]
}
