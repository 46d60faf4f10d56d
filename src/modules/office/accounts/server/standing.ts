import { and, asc, eq, sql } from 'drizzle-orm'
import type { Mandate } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { accountErrors } from '../domain/errors.ts'
import { type MandateRow, mandateOf } from '../domain/mandate.ts'
import { hasOthers, isOpen, partyNameOf } from './mandates.ts'
import { rulesOf } from './rules.ts'
import { accountRules, mandates, secondFactors, users } from './tables.ts'

/** A person in one of their mandates, with all that is asked of their account: who they are and what they must do first. */
export interface Standing {
  user: typeof users.$inferSelect
  mandate: Mandate
  agencyName: string | null
  rules: AccountRules
  hasFactor: boolean
  /** They may act in something else too. */
  hasOthers: boolean
}

/** What a query of a person brings along, so that who asks is known after one statement. */
export const standingColumns = {
  user: users,
  mandate: mandates,
  agencyName: partyNameOf(mandates),
  rules: accountRules,
  confirmedAt: secondFactors.confirmedAt,
  hasOthers,
}
export const ofRules = eq(accountRules.divisionCode, users.divisionCode)
export const ofFactor = eq(secondFactors.userId, users.id)

type Row = Pick<Standing, 'user' | 'agencyName' | 'hasOthers'> & {
  mandate: MandateRow
  rules: typeof accountRules.$inferSelect | null
  confirmedAt: Date | null
}

export const readStanding = ({ user, mandate, agencyName, hasOthers, rules, confirmedAt }: Row): Standing => ({
  user,
  mandate: mandateOf(mandate),
  agencyName,
  rules: rulesOf(rules),
  hasFactor: confirmedAt !== null,
  hasOthers,
})

/**
 * @param mandateId in which of their mandates; without it the one they chose last
 * @throws notAuthorised, noMandate
 */
export async function getStanding(tx: Tx, userId: string, mandateId?: string): Promise<Standing> {
  const chosen = mandateId === undefined ? undefined : eq(mandates.id, mandateId)
  const [row] = await tx
    .select(standingColumns)
    .from(users)
    .innerJoin(mandates, and(eq(mandates.divisionCode, users.divisionCode), eq(mandates.userId, users.id), isOpen))
    .leftJoin(accountRules, ofRules)
    .leftJoin(secondFactors, ofFactor)
    .where(and(eq(users.id, userId), chosen))
    .orderBy(sql`${mandates.chosenAt} desc nulls last`, asc(mandates.beganAt), asc(mandates.id))
    .limit(1)
  if (row) return readStanding(row)
  const [former] = await tx
    .select({ id: mandates.id })
    .from(mandates)
    .innerJoin(users, and(eq(users.divisionCode, mandates.divisionCode), eq(users.id, mandates.userId)))
    .where(eq(users.id, userId))
    .limit(1)
  throw former ? accountErrors.noMandate({}) : accountErrors.notAuthorised({})
}
