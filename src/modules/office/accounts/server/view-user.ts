import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { agencyOf, partyOf } from '#kernel/party.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountContract, type UserView } from '../contract.ts'
import { isLocked, type Lock, minutesLeft } from '../domain/sign-in-lock.ts'
import { findLocks } from './attempts.ts'
import { listOpen, type OpenMandate, titleOf } from './mandates.ts'
import { findProofs, type Proofs } from './proofs.ts'
import type { users } from './tables.ts'
import { type GrantRow, isPendingOf, listGrantRows } from './view-grant.ts'

type UserRow = typeof users.$inferSelect

export async function viewUser(tx: Tx, user: UserRow, actor: Actor, now: Date): Promise<UserView> {
  const asked = await listGrantRows(tx, isPendingOf(user))
  const held = await listOpen(tx, [user.id], actor)
  const lock = (await findLocks(tx, [user.username]))(user.username)
  const proofs = (await findProofs(tx, [user.id]))(user.id)
  return describeUser(user, actor, { held, now, asked, lock, ...proofs })
}

interface Known extends Proofs {
  /** What the person may act in. */
  held: readonly OpenMandate[]
  now: Date
  asked: readonly GrantRow[]
  lock: Lock
}

export function describeUser(user: UserRow, actor: Actor, known: Known): UserView {
  const { held, now, asked, secondFactor, hasPassword, lock } = known
  const acts = (operation: 'disableUser' | 'resetPassword' | 'removeSecondFactor' | 'askMandate' | 'endMandate') =>
    may(actor, accountContract[operation]) && !isSelf(user, actor)
  return {
    ...user,
    mandates: held.map((row) => ({
      id: row.id,
      role: row.role,
      agencyId: agencyOf(partyOf(row)),
      title: titleOf(row),
    })),
    // The newest is read first and said last.
    asked: asked.map(titleOf).reverse(),
    awaitingGrant: held.length === 0,
    secondFactor,
    hasPassword,
    isLocked: isLocked(lock, now),
    standing: standingOf(user, known),
    can: {
      saveUser: may(actor, accountContract.saveUser),
      askMandate: acts('askMandate'),
      issuePassword: may(actor, accountContract.issuePasswords) && (!hasPassword || held.length === 0),
      endMandate: acts('endMandate'),
      disableUser: acts('disableUser'),
      unlockUser: may(actor, accountContract.unlockUser) && isLocked(lock, now),
      resetPassword: acts('resetPassword'),
      removeSecondFactor: acts('removeSecondFactor') && secondFactor,
    },
  }
}

export const isSelf = (user: { id: string }, actor: Actor): boolean => user.id === actor.userId

function standingOf(user: UserRow, { held, asked, hasPassword, lock, now }: Known): string {
  if (user.disabledReason !== null) return `已停用：${user.disabledReason}`
  if (held.length === 0) return asked.length > 0 ? '待授权' : '没有身份'
  if (isLocked(lock, now)) return `已锁定，${minutesLeft(lock, now)} 分钟后自动解锁`
  if (!hasPassword) return '待发首次密码'
  if (user.mustChangePassword) return '待首次登录改密码'
  return '正常'
}
