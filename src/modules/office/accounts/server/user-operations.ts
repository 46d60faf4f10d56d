import { and, asc, eq } from 'drizzle-orm'
import { groupBy } from '#kernel/group-by.ts'
import { sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm, implementPrepared } from '#platform/operation/implement.ts'
import { accountContract, passwordReset } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { findLocks, forgetPerson } from './attempts.ts'
import { newPassword } from './create-user.ts'
import { listOpen, refuseConflict } from './mandates.ts'
import { setPassword } from './passwords.ts'
import { findProofs } from './proofs.ts'
import { removeFactor } from './second-factor.ts'
import { endOtherSessions } from './session.ts'
import { grants, users } from './tables.ts'
import { listGrantRows } from './view-grant.ts'
import { describeUser, isSelf, viewUser } from './view-user.ts'

type UserRow = typeof users.$inferSelect

export const listUsers = () =>
  implement(accountContract.listUsers, async ({ tx, actor, now }) => {
    const rows = await tx
      .select()
      .from(users)
      .where(eq(users.divisionCode, actor.divisionCode))
      .orderBy(asc(users.createdAt), asc(users.id))
    const pending = await listGrantRows(
      tx,
      and(eq(grants.divisionCode, actor.divisionCode), eq(grants.state, 'pending')),
    )
    const ids = rows.map((row) => row.id)
    const proofsOf = await findProofs(tx, ids)
    const open = await listOpen(tx, ids, actor)
    const lockOf = await findLocks(
      tx,
      rows.map(({ username }) => username),
    )
    const heldBy = groupBy(open, ({ userId }) => userId)
    const askedFor = groupBy(pending, ({ userId }) => userId)
    return rows.map((row) =>
      describeUser(row, actor, {
        held: heldBy.get(row.id) ?? [],
        now,
        asked: askedFor.get(row.id) ?? [],
        ...proofsOf(row.id),
        lock: lockOf(row.username),
      }),
    )
  })

export const saveUser = () =>
  implementForm(
    accountContract.saveUser,
    async (call) => {
      const { name, post, phone } = await getUser(call)
      return { name, post, phone }
    },
    async (call) => {
      const { input, tx, actor, now, about } = call
      const before = await getUser(call)
      const { name, post, phone, reason } = input
      for (const { role, divisionCode } of await listOpen(tx, [before.id], before))
        await refuseConflict(tx, { userId: before.id, name, role, divisionCode })
      const saved = await update(tx, before, { name, post, phone, updatedAt: now })
      about(`账号 ${before.username}`, { before: { name: before.name }, after: { name }, reason })
      return viewUser(tx, saved, actor, now)
    },
  )

export const disableUser = () =>
  implement(accountContract.disableUser, async (call) => {
    const user = await getOther(call)
    await endOtherSessions(call.tx, user.id, undefined)
    return changed(call, user, { disabledReason: call.input.reason })
  })

export const enableUser = () =>
  implement(accountContract.enableUser, async (call) => changed(call, await getOther(call), { disabledReason: null }))

export const unlockUser = () =>
  implement(accountContract.unlockUser, async (call) => {
    const user = await getUser(call)
    await forgetPerson(call.tx, user.username)
    return changed(call, user, {})
  })

export const resetPassword = () =>
  implementPrepared(accountContract.resetPassword, newPassword, async (call) => {
    const { tx, now, prepared } = call
    const user = await getOther(call)
    await setPassword(tx, user.id, { hash: prepared.hash, mustChange: true, now })
    await endOtherSessions(tx, user.id, undefined)
    await forgetPerson(tx, user.username)
    await call.emit(passwordReset, { userId: user.id, divisionCode: user.divisionCode })
    await changed(call, user, {})
    return { password: prepared.password }
  })

export const removeSecondFactor = () =>
  implement(accountContract.removeSecondFactor, async (call) => {
    const user = await getOther(call)
    await removeFactor(call.tx, user.id)
    await endOtherSessions(call.tx, user.id, undefined)
    return changed(call, user, {})
  })

type Named = Pick<Call<{ userId: string }>, 'input' | 'tx' | 'actor'>
type Acting = Named & Pick<Call<{ userId: string; reason: string }>, 'input' | 'now' | 'about'>

async function getUser({ input, tx, actor }: Named): Promise<UserRow> {
  const mine = and(eq(users.id, input.userId), eq(users.divisionCode, actor.divisionCode))
  const [user] = await tx.select().from(users).where(mine).for('update')
  if (!user) throw accountErrors.userNotFound({})
  return user
}

/** Nobody locks, opens or re-keys their own account this way. */
export async function getOther(call: Named): Promise<UserRow> {
  const user = await getUser(call)
  if (isSelf(user, call.actor)) throw accountErrors.notOnSelf({})
  return user
}

async function changed({ input, tx, actor, now, about }: Acting, user: UserRow, changes: Partial<UserRow>) {
  about(`账号 ${user.username}`, { reason: input.reason })
  const isOther = Object.keys(changes).length > 0
  return viewUser(tx, isOther ? await update(tx, user, { ...changes, updatedAt: now }) : user, actor, now)
}

async function update(tx: Tx, user: UserRow, changes: Partial<UserRow>): Promise<UserRow> {
  await tx.update(users).set(changes).where(sameRow(users, user))
  return { ...user, ...changes }
}
