import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { implementPrepared } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { weaknesses } from '../domain/password-rules.ts'
import { judgeSecret } from './judge-secret.ts'
import { getOwnUser, listHashes, setPassword } from './passwords.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { currentSession, endOtherSessions } from './session.ts'
import { getStanding } from './standing.ts'
import { viewSession } from './view-session.ts'

export const changePassword = (ports: AccountPorts) =>
  implementPrepared(
    accountContract.changePassword,
    async (asked) => {
      const { current, next } = asked.input
      const { username } = await asked.transaction((tx) => getOwnUser(tx, asked.actor))
      asked.about(`账号 ${username}`)
      const user = await judgeSecret(asked, { username, shown: { password: current } }, ports)
      const rules = await asked.transaction((tx) => loadRules(tx, user.divisionCode))
      const reasons = weaknesses(next, user, rules)
      const hashes = await asked.transaction((tx) => listHashes(tx, user.id, rules.remembered))
      for (const hash of reasons.length > 0 ? [] : hashes) {
        if (!(await verifyPassword({ hash, password: next }))) continue
        reasons.push(`不能与最近 ${rules.remembered} 次用过的密码相同`)
        break
      }
      if (reasons.length > 0) throw accountErrors.weakPassword({ reasons })
      return { user, hash: await hashPassword(next) }
    },
    async ({ prepared, tx, actor, now, wire, about }) => {
      const { user, hash } = prepared
      await setPassword(tx, user.id, { hash, mustChange: false, now })
      await endOtherSessions(tx, user.id, await currentSession(tx, wire.headers))
      about(`账号 ${user.username}`)
      return viewSession(await getStanding(tx, user.id, actor.mandateId), now)
    },
  )
