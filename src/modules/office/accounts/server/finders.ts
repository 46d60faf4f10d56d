import { asc, eq } from 'drizzle-orm'
import { groupBy } from '#kernel/group-by.ts'
import type { Finder } from '#platform/operation/finder.ts'
import { accountContract } from '../contract.ts'
import { listOpen, titleOf } from './mandates.ts'
import { users } from './tables.ts'

/** Accounts, for those who keep them. */
export const findUsers: Finder = {
  title: '账号',
  shows: accountContract.listUsers,
  people: true,
  list: async ({ tx, actor }) => {
    const { id, name, username } = users
    const rows = await tx
      .select({ id, name, username })
      .from(users)
      .where(eq(users.divisionCode, actor.divisionCode))
      .orderBy(asc(users.createdAt), asc(users.id))
    const held = groupBy(
      await listOpen(
        tx,
        rows.map(({ id: userId }) => userId),
        actor,
      ),
      ({ userId }) => userId,
    )
    return rows.map((user) => ({
      title: user.name,
      note: [user.username, ...(held.get(user.id) ?? []).map(titleOf)].join('；'),
      to: `/users?q=${encodeURIComponent(user.username)}`,
      words: [user.username],
    }))
  },
}
