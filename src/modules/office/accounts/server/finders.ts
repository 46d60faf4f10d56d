import { asc, eq } from 'drizzle-orm'
import { roleTitles } from '#kernel/actor.ts'
import type { Finder } from '#platform/operation/finder.ts'
import { accountContract } from '../contract.ts'
import { users } from './tables.ts'

/** Accounts, for those who keep them. */
export const findUsers: Finder = {
  title: '账号',
  shows: accountContract.listUsers,
  people: true,
  list: async ({ tx, actor }) => {
    const { name, username, role } = users
    const rows = await tx
      .select({ name, username, role })
      .from(users)
      .where(eq(users.divisionCode, actor.divisionCode))
      .orderBy(asc(users.createdAt), asc(users.id))
    return rows.map((user) => ({
      title: user.name,
      note: `${user.username} · ${roleTitles[user.role]}`,
      to: `/users?q=${encodeURIComponent(user.username)}`,
      words: [user.username],
    }))
  },
}
