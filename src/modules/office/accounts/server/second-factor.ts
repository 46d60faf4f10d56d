import { and, eq, isNull } from 'drizzle-orm'
import { type Actor, administrators } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { SecondFactorView } from '../contract.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { findStep, hashCode, type Seal } from './one-time-codes.ts'
import { recoveryCodes, secondFactors } from './tables.ts'

type FactorRow = typeof secondFactors.$inferSelect

/** The account's factor, held until the transaction ends: a code is good once. */
export async function findFactor(tx: Tx, userId: string): Promise<FactorRow | undefined> {
  const [row] = await tx.select().from(secondFactors).where(eq(secondFactors.userId, userId)).for('update')
  return row
}

export const isOn = (factor: FactorRow | undefined): factor is FactorRow => Boolean(factor?.confirmedAt)

/** Whether the county asks a second factor of this person. */
export const isFactorRequired = ({ role }: Pick<Actor, 'role'>, rules: AccountRules): boolean =>
  rules.secondFactorForAdministrators && administrators.includes(role)

/** Takes a code of the phone or a recovery code, each once; false when it is neither. */
export async function takeCode(
  tx: Tx,
  factor: FactorRow,
  { code, now, seal }: { code: string; now: Date; seal: Seal },
): Promise<boolean> {
  const { userId, lastStep } = factor
  if (/^\d{6}$/.test(code)) {
    const step = findStep(seal.open(factor.sealedSecret), code, { now, lastStep })
    if (step === undefined) return false
    await tx.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.userId, userId))
    return true
  }
  const unused = and(
    eq(recoveryCodes.userId, userId),
    eq(recoveryCodes.hash, hashCode(code)),
    isNull(recoveryCodes.usedAt),
  )
  const used = await tx.update(recoveryCodes).set({ usedAt: now }).where(unused).returning({ id: recoveryCodes.id })
  return used.length > 0
}

/** Forgets the secret and the codes that stand in for it. */
export async function removeFactor(tx: Tx, userId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.delete(secondFactors).where(eq(secondFactors.userId, userId))
}

export async function viewFactor(tx: Tx, actor: Actor, rules: AccountRules): Promise<SecondFactorView> {
  const factor = await findFactor(tx, actor.userId)
  const left = and(eq(recoveryCodes.userId, actor.userId), isNull(recoveryCodes.usedAt))
  return {
    state: isOn(factor) ? 'on' : factor ? 'begun' : 'none',
    since: factor?.confirmedAt ?? null,
    recoveryCodesLeft: await tx.$count(recoveryCodes, left),
    required: isFactorRequired(actor, rules),
  }
}
