import { eq } from 'drizzle-orm'
import { agencyNameOf } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { accountErrors } from '../domain/errors.ts'
import { rulesOf } from './rules.ts'
import { accountRules, secondFactors, users } from './tables.ts'

/** A person with all that is asked of their account: enough to say who they are and what they must do first. */
export interface Standing {
  user: typeof users.$inferSelect
  agencyName: string | null
  rules: AccountRules
  hasFactor: boolean
}

/** What a query of a person brings along, so that who asks is known after one statement. */
export const standingColumns = {
  user: users,
  agencyName: agencyNameOf(users),
  rules: accountRules,
  confirmedAt: secondFactors.confirmedAt,
}
export const ofRules = eq(accountRules.divisionCode, users.divisionCode)
export const ofFactor = eq(secondFactors.userId, users.id)

type Row = Pick<Standing, 'user' | 'agencyName'> & {
  rules: typeof accountRules.$inferSelect | null
  confirmedAt: Date | null
}

export const readStanding = ({ user, agencyName, rules, confirmedAt }: Row): Standing => ({
  user,
  agencyName,
  rules: rulesOf(rules),
  hasFactor: confirmedAt !== null,
})

export async function getStanding(tx: Tx, userId: string): Promise<Standing> {
  const [row] = await tx
    .select(standingColumns)
    .from(users)
    .leftJoin(accountRules, ofRules)
    .leftJoin(secondFactors, ofFactor)
    .where(eq(users.id, userId))
  if (!row) throw accountErrors.userNotFound({})
  return readStanding(row)
}
