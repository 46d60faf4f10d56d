import { newId } from '#kernel/ids.ts'
import type { Call } from '#platform/operation/implement.ts'
import { Notice } from '../domain/notice.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { listRecipients, type Recipients } from './recipients.ts'
import { notices } from './tables.ts'

/** A notice points at its matter and need not hold all of it. */
const shorten = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** What is told; `link` is a path of this product, `key` names the fact: `order:018f…:issued`. */
export type Telling = Pick<Notice, 'kind' | 'title' | 'text' | 'link' | 'key'> & { to: Recipients }

/**
 * Tells people something, in the transaction of what happened: it lies in their inbox when that commits, and goes out by
 * the channels they have chosen. Told again with the same key, a person is not told twice.
 */
export async function notify(call: Pick<Call<unknown>, 'tx' | 'now' | 'actor'>, telling: Telling): Promise<void> {
  const { to, ...rest } = telling
  const said = { ...rest, title: shorten(rest.title, 100), text: shorten(rest.text, 1000) }
  const recipients = await listRecipients(call, to)
  if (recipients.length === 0) return
  const stamp = { divisionCode: call.actor.divisionCode, createdAt: call.now, readAt: null }
  const rows = recipients.map(({ userId, mandateId }) =>
    Notice.parse({ ...said, ...stamp, id: newId(call.now.getTime()), userId, mandateId }),
  )
  const stored = await call.tx.insert(notices).values(rows).onConflictDoNothing().returning({ userId: notices.userId })
  const told = new Set(stored.map(({ userId }) => userId))
  const newlyTold = recipients.filter(({ userId }) => told.has(userId))
  if (newlyTold.length > 0) await planDeliveries(call, newlyTold, said)
}
