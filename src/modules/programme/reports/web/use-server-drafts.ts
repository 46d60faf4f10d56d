import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isSignedOut } from '#ui/refusals.ts'
import type { InboxItem } from '../contract.ts'
import { saveDue } from './draft-saving.ts'
import type { DraftStore, Stored } from './stored.ts'

/** Milliseconds of quiet before drafts go to the server; the browser has them at once, and signing out does not wait. */
const pause = 4000

/** Keeps what was begun on the server too, so that it is found on another machine. @returns when it last was */
export function useServerDrafts(items: readonly InboxItem[], store: DraftStore, stored: Stored): Date | null {
  const queries = useQueryClient()
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  useEffect(() => {
    const save = async () => {
      if (!navigator.onLine || Object.keys(stored.drafts).length === 0) return
      const saved = await saveDue(store, items).catch((problem: unknown) => {
        // Asking anything tells the frame, which asks to sign in.
        if (isSignedOut(problem)) void queries.invalidateQueries()
        return null
      })
      if (!saved) return
      // What another device holds is shown beside what was begun here.
      if (saved.isOvertaken) return queries.invalidateQueries()
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
  }, [items, store, stored, queries])
  return savedAt
}
