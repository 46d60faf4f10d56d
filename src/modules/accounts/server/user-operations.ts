import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { getAgencyNames } from '#modules/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { unlocked } from '../domain/sign-in-lock.ts'
import { setPassword } from './change-password.ts'
import { randomPassword, requireAgency } from './create-user.ts'
import { endOtherSessions } from './session-operations.ts'
import { users } from './tables.ts'
import { describeUser, isSelf, viewUser } from './view-user.ts'

type UserRow = typeof users.$inferSelect

export const listUsers = () =>
  implement(accountContract.listUsers, async ({ tx, actor, now }) => {
    const rows = await tx
      .select()
      .from(users)
      .where(eq(users.divisionCode, actor.divisionCode))
      .orderBy(asc(users.createdAt), asc(users.id))
    const names = await getAgencyNames(
      tx,
      rows.flatMap((row) => row.agencyId ?? []),
    )
    return rows.map((row) => describeUser(row, actor, { names, now }))
  })

export const saveUser = () =>
  implement(accountContract.saveUser, async ({ input, tx, actor, now, about }) => {
    const before = await getUser(tx, input.userId, actor)
    if (isSelf(before, actor) && input.role !== before.role) throw accountErrors.notOnSelf({})
    await requireAgency(tx, input)
    const { name, role, agencyId } = input
    about(`账号 ${before.username}`, {
      before: { name: before.name, role: before.role, agencyId: before.agencyId },
      after: { name, role, agencyId },
    })
    return viewUser(tx, await update(tx, before, { name, role, agencyId, updatedAt: now }), actor, now)
  })

export const disableUser = () =>
  implement(accountContract.disableUser, async ({ input, tx, actor, now, about }) => {
    const before = await getUser(tx, input.userId, actor)
    if (isSelf(before, actor)) throw accountErrors.notOnSelf({})
    if (input.reason !== null) await endOtherSessions(tx, before.id, undefined)
    about(`账号 ${before.username}`, { reason: input.reason })
    return viewUser(tx, await update(tx, before, { disabledReason: input.reason, updatedAt: now }), actor, now)
  })

export const unlockUser = () =>
  implement(accountContract.unlockUser, async ({ input, tx, actor, now, about }) => {
    const before = await getUser(tx, input.userId, actor)
    about(`账号 ${before.username}`)
    return viewUser(tx, await update(tx, before, { ...unlocked, updatedAt: now }), actor, now)
  })

export const resetPassword = () =>
  implement(accountContract.resetPassword, async ({ input, tx, actor, now, about }) => {
    const user = await getUser(tx, input.userId, actor)
    if (isSelf(user, actor)) throw accountErrors.notOnSelf({})
    const password = randomPassword()
    await setPassword(tx, user.id, { password, mustChange: true, now })
    await update(tx, user, unlocked)
    await endOtherSessions(tx, user.id, undefined)
    about(`账号 ${user.username}`)
    return { password }
  })

async function getUser(tx: Tx, userId: string, actor: Actor): Promise<UserRow> {
  const mine = and(eq(users.id, userId), eq(users.divisionCode, actor.divisionCode))
  const [user] = await tx.select().from(users).where(mine).for('update')
  if (!user) throw accountErrors.userNotFound({})
  return user
}

async function update(tx: Tx, user: UserRow, changes: Partial<UserRow>): Promise<UserRow> {
  await tx.update(users).set(changes).where(eq(users.id, user.id))
  return { ...user, ...changes }
}
