import { count } from 'drizzle-orm'
import { agencyStaff } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { attachFiles } from '#modules/office/files/server/index.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { Entry } from '../domain/entry.ts'
import type { Order } from '../domain/order.ts'
import { entries } from './tables.ts'

interface NewEntry extends Pick<Entry, 'act'> {
  words?: string
  paperId?: string
  fileIds?: readonly string[]
}

export type Acted = Pick<Call<unknown>, 'tx' | 'actor' | 'now'>

/** Files of a entry are kept under this word. */
export const entryFiles = 'supervisionStamp'

/** Puts down who did what in a case, behind everything put down before; the case's row is locked by the caller. */
export async function addEntry(
  { tx, actor, now }: Acted,
  order: Order,
  { act, words = '', paperId, fileIds = [] }: NewEntry,
): Promise<void> {
  const [before] = await tx.select({ n: count() }).from(entries).where(ofRow(entries.orderId, order))
  const id = newId(now.getTime())
  await tx.insert(entries).values({
    divisionCode: order.divisionCode,
    id,
    orderId: order.id,
    position: before?.n ?? 0,
    act,
    at: now,
    byName: actor.name,
    byRole: actor.role,
    agencyId: actor.agencyId,
    words: words.trim(),
    paperId: paperId ?? null,
  })
  const helpers = agencyStaff.includes(actor.role) ? [] : order.assistIds
  const agencyIds = [order.agencyId, ...helpers, ...(actor.agencyId === null ? [] : [actor.agencyId])]
  await attachFiles(tx, { fileIds, actor, to: { kind: entryFiles, id }, visibleTo: { agencyIds } })
}
