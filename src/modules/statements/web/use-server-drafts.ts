import { useEffect, useRef, useState } from 'react'
import { request } from '#ui/request.ts'
import { type InboxItem, statementContract } from '../contract.ts'
import { isSaid, keyOf } from './answers.ts'
import type { Stored } from './draft-store.ts'

/** Milliseconds of quiet before drafts go to the server; the browser has them at once. */
const pause = 4000

/** Keeps what was begun on the server too, so that it is found on another machine. @returns when it last was */
export function useServerDrafts(items: readonly InboxItem[], { drafts }: Stored): Date | null {
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const sent = useRef<Readonly<Record<string, number>>>(
    Object.fromEntries(items.flatMap((item) => (item.draft ? [[keyOf(item), item.draft.savedAt.getTime()]] : []))),
  )
  useEffect(() => {
    const save = async () => {
      const due = items.filter(
        (item) => !isSaid(item) && (drafts[keyOf(item)]?.at ?? 0) > (sent.current[keyOf(item)] ?? 0),
      )
      if (due.length === 0 || !navigator.onLine) return
      const asked = due.map((item) => ({
        taskId: item.taskId,
        cycle: item.cycle.key,
        answer: drafts[keyOf(item)]?.answer ?? {},
      }))
      const saved = await request(statementContract.saveDrafts, { drafts: asked }).catch(() => null)
      if (!saved) return
      sent.current = {
        ...sent.current,
        ...Object.fromEntries(due.map((item) => [keyOf(item), drafts[keyOf(item)]?.at ?? 0])),
      }
      setSavedAt(saved.savedAt)
    }
    const later = window.setTimeout(() => void save(), pause)
    const atOnce = () => void save()
    const hidden = () => document.visibilityState === 'hidden' && atOnce()
    window.addEventListener('online', atOnce)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.clearTimeout(later)
      window.removeEventListener('online', atOnce)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [items, drafts])
  return savedAt
}
