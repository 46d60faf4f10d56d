import { roleTitles } from '#kernel/actor.ts'
import { agencyOf } from '#kernel/party.ts'
import { divisionName } from '#modules/office/organisations/server/index.ts'
import type { SessionView } from '../contract.ts'
import { mandateTitle } from '../domain/mandate.ts'
import { isPasswordExpired } from '../domain/password-rules.ts'
import { isFactorRequired } from './second-factor.ts'
import type { Standing } from './standing.ts'

/** Why the password is due; null when it is not. */
export function passwordDue({ user, rules }: Standing, now: Date): string | null {
  if (user.mustChangePassword) return '首次登录或密码被重置，请先设置自己的密码。'
  // Sample accounts live on one machine and are shown on its screen; making visitors change them would help nobody.
  if (!user.sample && isPasswordExpired(user.passwordChangedAt, now, rules))
    return `密码已使用超过 ${rules.maxAgeDays} 天，请修改。`
  return null
}

/** Why a second factor is due; null when it is not. */
export const secondFactorDue = ({ mandate, rules, hasFactor }: Standing): string | null =>
  isFactorRequired(mandate, rules) && !hasFactor ? '本县规定三员登录须用动态口令，请先启用。' : null

export function viewSession(standing: Standing, now: Date): SessionView {
  const { id, username, name } = standing.user
  const { id: mandateId, role, divisionCode, party } = standing.mandate
  return {
    user: {
      id,
      username,
      name,
      mandateId,
      role,
      divisionCode,
      agencyId: agencyOf(party),
      roleTitle: roleTitles[role],
      agencyName: standing.agencyName,
      title: mandateTitle(role, standing.agencyName),
      hasOthers: standing.hasOthers,
      divisionName: divisionName(divisionCode),
    },
    mustChangePassword: passwordDue(standing, now),
    mustSetSecondFactor: secondFactorDue(standing),
    rules: standing.rules,
  }
}
