import { type Actor, actorOf, Role, roleTitles } from '#kernel/actor.ts'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { User } from '#modules/office/accounts/domain/user.ts'
import { listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import type { System } from '../system.ts'
import type { Command, Terminal } from './terminal.ts'
import { oneOf, parse, say, UsageError } from './usage.ts'
import { withSystem } from './with-system.ts'

const options = { name: { type: 'string' }, role: { type: 'string' }, agency: { type: 'string' } } as const

/** `guatu user add USERNAME --name NAME --role ROLE [--agency NAME]`; prints the first password, which must be changed at the first sign-in. */
export const userAdd: Command = async (args, terminal) => {
  const { values, positionals } = parse({ args, options, allowPositionals: true }, terminal)
  const [username, ...more] = positionals
  if (username === undefined || more.length > 0 || values.name === undefined || values.role === undefined) {
    const example = 'guatu user add zhangsan --name 张三 --role office'
    throw new UsageError(
      say(terminal.language, `请写出用户名、姓名和角色。例如：${example}`, `name the user, e.g. ${example}`),
    )
  }
  const role = oneOf(values.role, Role.options, { option: '--role', terminal })
  const checked = User.pick({ username: true, name: true }).safeParse({ username, name: values.name })
  if (!checked.success) throw new UsageError(checked.error.issues.map((issue) => issue.message).join(''))
  return withSystem(terminal, async (system, divisionCode) => {
    const mandate = { id: '', divisionCode, party: null }
    const actor = actorOf({ userId: 'command-line', name: '命令行' }, { ...mandate, role: 'administrator' })
    const agencyId =
      values.agency === undefined ? null : await agencyOf(system, { divisionCode, name: values.agency, terminal })
    const { user, password } = await system.call(accountContract.createUser, actor, {
      ...checked.data,
      role,
      agencyId,
      reason,
    })
    await authorise(system, { ...actor, userId: 'command-line-security', role: 'securityAdministrator' }, user.id)
    terminal.out(
      say(
        terminal.language,
        `已新建账号：用户名 ${user.username}，${roleTitles[role]}，初始密码 ${password}（只显示这一次，首次登录须修改）\n`,
        `added ${user.username} (${role}); first password ${password}, shown once, to be changed at the first sign-in\n`,
      ),
    )
    return 0
  })
}

const reason = '由服务器管理者在命令行新建'

/**
 * Whoever runs commands here could change the database itself, and this is the way out when every administrator is lost:
 * the account is confirmed at once, and the trail shows both steps.
 */
async function authorise(system: System, security: Actor, userId: string): Promise<void> {
  const asked = await system.call(accountContract.listGrants, security, {})
  for (const { id: grantId } of asked.filter((grant) => grant.userId === userId && grant.state === 'pending'))
    await system.call(accountContract.confirmGrant, security, { grantId, reason })
}

async function agencyOf(
  system: System,
  { divisionCode, name, terminal }: { divisionCode: string; name: string; terminal: Terminal },
): Promise<string> {
  const agencies = await system.runtime.db.transaction((tx) => listDivisionAgencies(tx, divisionCode))
  const found = agencies.find((agency) => agency.name === name)
  if (found) return found.id
  throw new UsageError(
    say(
      terminal.language,
      `单位名录里没有“${name}”，请写标准名称，或先在网页上登记。`,
      `the register has no agency "${name}"`,
    ),
  )
}
