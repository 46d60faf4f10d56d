import type { Actor } from '#kernel/actor.ts'
import { roleTitles } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { getAgencyNames } from '#modules/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountContract, type UserView } from '../contract.ts'
import { isLocked, minutesLeft } from '../domain/sign-in-lock.ts'
import type { users } from './tables.ts'

type UserRow = typeof users.$inferSelect

export async function viewUser(tx: Tx, user: UserRow, actor: Actor, now: Date): Promise<UserView> {
  const names = await getAgencyNames(tx, user.agencyId ? [user.agencyId] : [])
  return describeUser(user, actor, { names, now })
}

export function describeUser(
  user: UserRow,
  actor: Actor,
  known: { names: ReadonlyMap<string, string>; now: Date },
): UserView {
  const { names, now } = known
  return {
    ...user,
    roleTitle: roleTitles[user.role],
    agencyName: user.agencyId ? (names.get(user.agencyId) ?? null) : null,
    standing: standingOf(user, now),
    can: {
      saveUser: may(actor, accountContract.saveUser),
      disableUser: may(actor, accountContract.disableUser) && !isSelf(user, actor),
      unlockUser: may(actor, accountContract.unlockUser) && isLocked(user, now),
      resetPassword: may(actor, accountContract.resetPassword) && !isSelf(user, actor),
    },
  }
}

export const isSelf = (user: { id: string }, actor: Actor): boolean => user.id === actor.userId

function standingOf(user: UserRow, now: Date): string {
  if (user.disabledReason !== null) return `已停用：${user.disabledReason}`
  if (isLocked(user, now)) return `已锁定，${minutesLeft(user, now)} 分钟后自动解锁`
  if (user.mustChangePassword) return '待首次登录改密码'
  return '正常'
}
