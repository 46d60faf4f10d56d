import { and, eq } from 'drizzle-orm'
import { type Actor, roleTitles } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountContract, type UserView } from '../contract.ts'
import type { Grant } from '../domain/grant.ts'
import { isLocked, type Lock, minutesLeft } from '../domain/sign-in-lock.ts'
import { findLocks } from './attempts.ts'
import { hasFactor } from './second-factor.ts'
import { grants, type users } from './tables.ts'

type UserRow = typeof users.$inferSelect

export async function viewUser(tx: Tx, user: UserRow, actor: Actor, now: Date): Promise<UserView> {
  const pending = and(
    eq(grants.divisionCode, user.divisionCode),
    eq(grants.userId, user.id),
    eq(grants.state, 'pending'),
  )
  const [asked] = await tx.select().from(grants).where(pending)
  const names = await getAgencyNames(
    tx,
    [user, asked].flatMap((one) => one?.agencyId ?? []),
    user,
  )
  const lock = (await findLocks(tx, [user.username]))(user.username)
  return describeUser(user, actor, { names, now, asked, lock, secondFactor: await hasFactor(tx, user.id) })
}

interface Known {
  names: ReadonlyMap<string, string>
  now: Date
  asked: Grant | undefined
  secondFactor: boolean
  lock: Lock
}

export function describeUser(user: UserRow, actor: Actor, known: Known): UserView {
  const { names, now, asked, secondFactor, lock } = known
  const agencyName = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const acts = (operation: 'disableUser' | 'resetPassword' | 'removeSecondFactor') =>
    may(actor, accountContract[operation]) && !isSelf(user, actor)
  return {
    ...user,
    roleTitle: roleTitles[user.role],
    agencyName: agencyName(user.agencyId),
    asked: asked ? [roleTitles[asked.role], agencyName(asked.agencyId)].filter(Boolean).join('，') : null,
    secondFactor,
    isLocked: isLocked(lock, now),
    standing: standingOf(user, lock, now),
    can: {
      saveUser: may(actor, accountContract.saveUser),
      disableUser: acts('disableUser'),
      unlockUser: may(actor, accountContract.unlockUser) && isLocked(lock, now),
      resetPassword: acts('resetPassword'),
      removeSecondFactor: acts('removeSecondFactor') && secondFactor,
    },
  }
}

export const isSelf = (user: { id: string }, actor: Actor): boolean => user.id === actor.userId

function standingOf(user: UserRow, lock: Lock, now: Date): string {
  if (user.disabledReason !== null) return `已停用：${user.disabledReason}`
  if (user.awaitingGrant) return '待授权'
  if (isLocked(lock, now)) return `已锁定，${minutesLeft(lock, now)} 分钟后自动解锁`
  if (user.mustChangePassword) return '待首次登录改密码'
  return '正常'
}
