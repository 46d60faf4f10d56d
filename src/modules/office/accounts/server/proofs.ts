import { and, eq, exists, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { credentials, secondFactors, users } from './tables.ts'

/** What proves a person. */
export interface Proofs {
  hasPassword: boolean
  /** Codes are asked too. */
  secondFactor: boolean
}

/** What proves each of these people. */
export async function findProofs(tx: Tx, userIds: readonly string[]): Promise<(userId: string) => Proofs> {
  const password = and(eq(credentials.userId, users.id), isNotNull(credentials.password))
  const factor = and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt))
  const rows = await tx
    .select({
      id: users.id,
      hasPassword: exists(tx.select({ id: credentials.id }).from(credentials).where(password)).mapWith(Boolean),
      secondFactor: exists(tx.select({ id: secondFactors.userId }).from(secondFactors).where(factor)).mapWith(Boolean),
    })
    .from(users)
    .where(inArray(users.id, [...userIds]))
  const proofs = new Map(rows.map(({ id, ...of }) => [id, of]))
  return (userId) => proofs.get(userId) ?? { hasPassword: false, secondFactor: false }
}
