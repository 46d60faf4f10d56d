import { and, count, desc, eq, isNull, lt } from 'drizzle-orm'
import { listHolders } from '#modules/office/accounts/server/index.ts'
import type { Call } from '#platform/operation/implement.ts'
import { implement } from '#platform/operation/implement.ts'
import { noticeContract } from '../contract.ts'
import { noticeErrors } from '../domain/errors.ts'
import { type Notice, noticeKindTitles, urgentKinds } from '../domain/notice.ts'
import { notices } from './tables.ts'

const pageLength = 50

type Inbox = Pick<Call<unknown>, 'tx' | 'actor'>

const own = ({ actor }: Inbox) => and(eq(notices.divisionCode, actor.divisionCode), eq(notices.userId, actor.userId))
const unreadOf = (inbox: Inbox) => and(own(inbox), isNull(notices.readAt))

async function countOf(inbox: Inbox): Promise<{ unread: number }> {
  const [row] = await inbox.tx.select({ unread: count() }).from(notices).where(unreadOf(inbox))
  return { unread: row?.unread ?? 0 }
}

export const listNotices = implement(noticeContract.listNotices, async (call) => {
  const { unread, kind, before } = call.input
  const asked = and(
    unread ? unreadOf(call) : own(call),
    kind === undefined ? undefined : eq(notices.kind, kind),
    before === undefined ? undefined : lt(notices.id, before),
  )
  const rows = await call.tx
    .select()
    .from(notices)
    .where(asked)
    .orderBy(desc(notices.id))
    .limit(pageLength + 1)
  const shown = rows.slice(0, pageLength)
  const others = await nameOtherMandates(call, shown)
  return {
    notices: shown.map((row) => ({
      ...row,
      mandate: others.get(row.mandateId ?? '') ?? null,
      kindTitle: noticeKindTitles[row.kind],
      urgent: urgentKinds.includes(row.kind),
    })),
    ...(await countOf(call)),
    before: rows.length > pageLength ? (shown.at(-1)?.id ?? null) : null,
  }
})

/** The mandates these concern the person in, besides the present one, as far as they still have them. */
async function nameOtherMandates({ tx, actor }: Inbox, shown: readonly Notice[]) {
  const isOther = ({ mandateId }: Notice) => mandateId !== null && mandateId !== actor.mandateId
  if (!shown.some(isOther)) return new Map<string, { id: string; title: string }>()
  const rows = await listHolders(tx, actor.divisionCode, { userIds: [actor.userId] })
  const others = rows.filter(({ mandateId }) => mandateId !== actor.mandateId)
  return new Map(others.map(({ mandateId, title }) => [mandateId, { id: mandateId, title }]))
}

export const countUnread = implement(noticeContract.countUnread, countOf)

export const readNotice = implement(noticeContract.readNotice, async (call) => {
  const mine = and(own(call), eq(notices.id, call.input.noticeId))
  const [found] = await call.tx.select({ title: notices.title, readAt: notices.readAt }).from(notices).where(mine)
  if (!found) throw noticeErrors.noticeNotFound({})
  if (!found.readAt) await call.tx.update(notices).set({ readAt: call.now }).where(mine)
  call.about(`消息“${found.title}”`)
  return countOf(call)
})

export const readAllNotices = implement(noticeContract.readAllNotices, async (call) => {
  const { rowCount } = await call.tx.update(notices).set({ readAt: call.now }).where(unreadOf(call))
  call.about(`本人消息 ${rowCount ?? 0} 条`)
  return countOf(call)
})
