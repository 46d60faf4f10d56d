import { request } from '#ui/request.ts'
import { type InboxItem, type InboxView, reportContract } from '../contract.ts'
import { type MetDraft, meet } from '../domain/draft.ts'
import { isSaid, keyOf } from './answers.ts'
import type { DraftStore, Stored } from './stored.ts'

/** What was begun of an item, here or elsewhere; nothing once the agency's word stands. */
export const begunOf = (item: InboxItem, { drafts }: Stored): MetDraft | undefined =>
  isSaid(item) ? undefined : meet(drafts[keyOf(item)], item.draft)

const isUnsaved = (item: InboxItem, { drafts }: Stored): boolean =>
  !isSaid(item) && drafts[keyOf(item)]?.isSaved === false

/** How many attempts nobody answered are remembered. */
const remembered = 5

let saving: Promise<unknown> = Promise.resolve()

/**
 * Keeps on the server what was begun and is not there yet, one call after the other.
 * @returns when it was kept, and whether another device holds something else; null when nothing was due
 */
export function saveDue(
  store: DraftStore,
  items: readonly InboxItem[],
  signal?: AbortSignal,
): Promise<{ savedAt: Date; isOvertaken: boolean } | null> {
  const next = saving.then(() => saveNow(store, items, signal))
  saving = next.catch(() => undefined)
  return next
}

async function saveNow(store: DraftStore, items: readonly InboxItem[], signal?: AbortSignal) {
  const due = dueOf(store.read(), items)
  if (due.length === 0) return null
  for (const { key, asked } of due)
    store.change((old) => patch(old, key, ({ tried }) => ({ tried: [...tried, asked.answer].slice(-remembered) })))
  const saved = await request(reportContract.saveDrafts, { drafts: due.map(({ asked }) => asked) }, signal)
  due.forEach(({ key, at }, i) => {
    const now = saved.drafts[i]
    if (!now?.isKept) return
    const asOf = now.savedAt.getTime()
    store.change((old) => patch(old, key, (kept) => ({ asOf, tried: [], isSaved: kept.at === at })))
  })
  return { savedAt: saved.savedAt, isOvertaken: saved.drafts.some(({ isKept }) => !isKept) }
}

const dueOf = (stored: Stored, items: readonly InboxItem[]) =>
  items.flatMap((item) => {
    const met = begunOf(item, stored)
    if (!met || met.other || !isUnsaved(item, stored)) return []
    const asOf = met.asOf === null ? null : new Date(met.asOf)
    const asked = { taskId: item.taskId, cycle: item.cycle.key, answer: met.answer, asOf }
    return [{ key: keyOf(item), at: met.at, asked }]
  })

type Kept = Stored['drafts'][string]

function patch(old: Stored, key: string, change: (kept: Kept) => Partial<Kept>): Stored {
  const kept = old.drafts[key]
  return kept ? { ...old, drafts: { ...old.drafts, [key]: { ...kept, ...change(kept) } } } : old
}

interface Place {
  open: (agencyId: string) => DraftStore
  agencyIds: readonly string[]
}

/** Before signing out: drafts go to the server; what does not go, or cannot, is told. */
export async function settle({ open, agencyIds }: Place, signal: AbortSignal): Promise<readonly string[]> {
  const stores = agencyIds.map(open)
  if (stores.every((store) => leftOf(store.read(), null).length === 0)) return []
  const inbox = await request(reportContract.getInbox, {}, signal).catch(() => null)
  // What the server does not keep is counted below.
  if (inbox?.agencyId) await saveDue(open(inbox.agencyId), itemsOf(inbox), signal).catch(() => null)
  return agencyIds.flatMap((id) => leftOf(open(id).read(), inbox))
}

export const itemsOf = (inbox: InboxView): InboxItem[] => inbox.programmes.flatMap(({ items }) => items)

/** @param inbox what may still be said; null where it is not known, and everything counts */
export function leftOf(stored: Stored, inbox: InboxView | null): string[] {
  const drafts = inbox
    ? itemsOf(inbox).filter((item) => isUnsaved(item, stored)).length
    : Object.values(stored.drafts).filter(({ isSaved }) => !isSaved).length
  const asked =
    inbox && new Map(inbox.programmes.flatMap(({ questions }) => questions.map((one) => [one.id, one.answer])))
  const replies = Object.entries(stored.replies).filter(
    ([id, reply]) => reply.trim() !== '' && (!asked || (asked.has(id) && asked.get(id) !== reply.trim())),
  ).length
  return [
    ...(stored.pressed ? ['1 次报送没有送达'] : []),
    ...(drafts > 0 ? [`${drafts} 项报送草稿没有存上`] : []),
    ...(replies > 0 ? [`${replies} 条附加问题的回答没有报送`] : []),
  ]
}
