import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Call, implement } from '#platform/operation/implement.ts'
import { noticeContract } from '../contract.ts'
import { feeds } from './tables.ts'

/** SHA-256 of 256 random bits needs no salt. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const own = ({ actor }: Pick<Call<unknown>, 'actor'>) =>
  and(eq(feeds.divisionCode, actor.divisionCode), eq(feeds.userId, actor.userId))

export const findFeed = implement(noticeContract.findFeed, async (call) => {
  const [feed] = await call.tx.select().from(feeds).where(own(call))
  return feed ? { createdAt: feed.createdAt, lastReadAt: feed.lastReadAt } : null
})

/** The address is shown this once; an earlier one leads nowhere from now on. */
export const renewFeed = implement(noticeContract.renewFeed, async (call) => {
  const secret = randomBytes(32).toString('base64url')
  const { divisionCode, userId } = call.actor
  const row = { secretHash: hashOfSecret(secret), createdAt: call.now, lastReadAt: null }
  await call.tx
    .insert(feeds)
    .values({ ...row, divisionCode, userId })
    .onConflictDoUpdate({ target: [feeds.divisionCode, feeds.userId], set: row })
  call.about('本人日历订阅')
  return { path: `/calendar/${divisionCode}-${secret}.ics` }
})

export const endFeed = implement(noticeContract.endFeed, async (call) => {
  await call.tx.delete(feeds).where(own(call))
  call.about('本人日历订阅')
  return null
})

/** A password that somebody else had to reset may have been known to a third: its calendar address ends with it. */
export const endFeedOf = async (
  { userId, divisionCode }: { userId: string; divisionCode: string },
  { tx }: Pick<Call<unknown>, 'tx'>,
): Promise<void> => {
  await tx.delete(feeds).where(and(eq(feeds.divisionCode, divisionCode), eq(feeds.userId, userId)))
}
