import { roleTitles } from '#kernel/actor.ts'
import { divisionName, getAgencyNames } from '#modules/office/organisations/server/index.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import type { SessionView } from '../contract.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { isPasswordExpired } from '../domain/password-rules.ts'
import { loadRules } from './rules.ts'
import { hasFactor, isFactorRequired } from './second-factor.ts'
import type { users } from './tables.ts'

type UserRow = typeof users.$inferSelect

/** Why the password is due; null when it is not. */
export function passwordDue(user: UserRow, rules: AccountRules, now: Date): string | null {
  if (user.mustChangePassword) return '首次登录或密码被重置，请先设置自己的密码。'
  // Sample accounts live on one machine and are shown on its screen; making visitors change them would help nobody.
  if (!user.sample && isPasswordExpired(user.passwordChangedAt, now, rules))
    return `密码已使用超过 ${rules.maxAgeDays} 天，请修改。`
  return null
}

/** Why a second factor is due; null when it is not. */
export async function secondFactorDue(tx: Tx | Db, user: UserRow, rules: AccountRules): Promise<string | null> {
  if (!isFactorRequired(user, rules) || (await hasFactor(tx, user.id))) return null
  return '本县规定三员登录须用动态口令，请先启用。'
}

export async function viewSession(tx: Tx, user: UserRow, now: Date): Promise<SessionView> {
  const names = await getAgencyNames(tx, user.agencyId ? [user.agencyId] : [])
  const { id, username, name, role, divisionCode, agencyId } = user
  const rules = await loadRules(tx, divisionCode)
  const agencyName = agencyId ? (names.get(agencyId) ?? null) : null
  return {
    user: {
      id,
      username,
      name,
      role,
      divisionCode,
      agencyId,
      roleTitle: roleTitles[role],
      agencyName,
      divisionName: divisionName(divisionCode),
    },
    mustChangePassword: passwordDue(user, rules, now),
    mustSetSecondFactor: await secondFactorDue(tx, user, rules),
    rules,
  }
}
