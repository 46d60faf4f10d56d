import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { newId } from '#kernel/ids.ts'
import { isLost, isSignedOut } from '#ui/refusals.ts'
import { request } from '#ui/request.ts'
import { type InboxItem, type InboxView, type Outcome, reportContract } from '../contract.ts'
import { type Begun, whole } from '../domain/draft.ts'
import { isComplete, isSaid, keyOf, returnedWord } from './answers.ts'
import { begunOf as begunIn, itemsOf } from './draft-saving.ts'
import { openDrafts } from './draft-store.ts'
import type { Pressed, Stored } from './stored.ts'
import { useServerDrafts } from './use-server-drafts.ts'

export type Sending = 'idle' | 'sending' | 'lost'

/** The form of the whole inbox: what was begun, where it is kept, and the one press that hands it in. */
export function useForm(inbox: InboxView) {
  const queries = useQueryClient()
  const agencyId = inbox.agencyId ?? ''
  const store = useMemo(() => openDrafts(agencyId), [agencyId])
  const stored = useSyncExternalStore(store.watch, store.read)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [sending, setSending] = useState<Sending>('idle')
  const [problem, setProblem] = useState<string | null>(null)
  const items = useMemo(() => itemsOf(inbox), [inbox])
  const openedAt = useRef(0)
  useEffect(() => {
    openedAt.current = performance.now()
  }, [])

  const begunOf = useCallback((item: InboxItem) => begunIn(item, stored), [stored])
  const change = useCallback(
    (item: InboxItem, patch: (old: Begun) => Begun) => {
      store.change((old) => {
        const key = keyOf(item)
        const met = begunIn(item, old)
        const answer = patch(met?.answer ?? returnedWord(item))
        const tried = old.drafts[key]?.tried ?? []
        const draft = { answer, at: Date.now(), asOf: met?.asOf ?? null, tried, isSaved: false }
        return { ...old, drafts: { ...old.drafts, [key]: draft } }
      })
      setOutcomes((old) => old.filter(({ taskId }) => taskId !== item.taskId))
    },
    [store],
  )
  /** Of two drafts the one that is to hold; the other is written over knowingly. */
  const choose = useCallback(
    (item: InboxItem, which: 'here' | 'there') => {
      const other = begunOf(item)?.other
      if (!other) return
      store.change((old) => {
        const key = keyOf(item)
        const kept = old.drafts[key]
        const asOf = other.savedAt.getTime()
        const draft =
          which === 'there' || !kept
            ? { answer: other.answer, at: asOf, asOf, tried: [], isSaved: true }
            : { ...kept, asOf }
        return { ...old, drafts: { ...old.drafts, [key]: draft } }
      })
      setOutcomes((old) => old.filter(({ taskId }) => taskId !== item.taskId))
    },
    [store, begunOf],
  )
  const savedAt = useServerDrafts(items, store, stored)

  const send = useCallback(
    async (pressed: Pressed) => {
      setSending('sending')
      setProblem(null)
      try {
        const answer = await request(reportContract.submitReports, pressed)
        setOutcomes(answer.outcomes)
        const taken = new Set(answer.outcomes.flatMap(({ taskId, reportId }) => (reportId ? [taskId] : [])))
        store.change((old) => withoutTaken(old, pressed, taken))
        openedAt.current = performance.now()
        setSending('idle')
        await queries.invalidateQueries()
      } catch (refusal) {
        // Asking anything tells the frame, which asks to sign in; the press waits for the same person.
        if (isSignedOut(refusal)) await queries.invalidateQueries()
        if (isLost(refusal)) return setSending('lost')
        store.change((old) => ({ ...old, pressed: null }))
        setSending('idle')
        setProblem(refusal instanceof Error ? refusal.message : '没有办成。请再试一次。')
      }
    },
    [store, queries],
  )

  const { pressed, replies } = stored
  const resend = useCallback(() => {
    if (pressed) void send(pressed)
  }, [pressed, send])
  useResending(resend, pressed !== null)

  const ready = items.filter((item) => {
    const begun = begunOf(item)
    return !isSaid(item) && !begun?.other && isComplete(begun?.answer, item)
  })
  const press = () => {
    const next: Pressed = {
      clientKey: newId(),
      seconds: (performance.now() - openedAt.current) / 1000,
      answers: ready.map((item) => {
        const { answer = {}, asOf = null } = begunOf(item) ?? {}
        const { taskId, cycle } = item
        return { taskId, cycle: cycle.key, asOf: asOf === null ? null : new Date(asOf), ...whole(answer) }
      }),
      questions: Object.entries(replies).flatMap(([questionId, answer]) =>
        answer.trim() === '' ? [] : [{ questionId, answer: answer.trim() }],
      ),
    }
    store.change((old) => ({ ...old, pressed: next }))
    void send(next)
  }
  const reply = (questionId: string, answer: string) =>
    store.change((old) => ({ ...old, replies: { ...old.replies, [questionId]: answer } }))
  return {
    agencyId, items, begunOf, change, choose, ready, press, resend, sending, problem, outcomes, savedAt, replies, reply,
  } // biome-ignore format: one list
}

export type Form = ReturnType<typeof useForm>

/** What was handed in is no longer begun; what was touched since, or refused, is. */
function withoutTaken(old: Stored, { questions }: Pressed, taken: ReadonlySet<string>): Stored {
  const given = new Map(questions.map(({ questionId, answer }) => [questionId, answer]))
  return {
    pressed: null,
    drafts: Object.fromEntries(Object.entries(old.drafts).filter(([key]) => !taken.has(key.split('/')[0] ?? ''))),
    replies: Object.fromEntries(Object.entries(old.replies).filter(([id, reply]) => given.get(id) !== reply.trim())),
  }
}

/** A press left unanswered is sent again when the page opens and when the line is back. */
function useResending(resend: () => void, isOwed: boolean): void {
  const latest = useRef(resend)
  useEffect(() => {
    latest.current = resend
  })
  useEffect(() => {
    if (!isOwed) return
    const again = () => latest.current()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isOwed])
  const opened = useRef(false)
  useEffect(() => {
    if (!opened.current && isOwed) latest.current()
    opened.current = true
  }, [isOwed])
}
