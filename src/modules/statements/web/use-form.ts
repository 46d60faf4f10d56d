import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Refusal } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { request } from '#ui/request.ts'
import { type InboxItem, type InboxView, type Outcome, statementContract } from '../contract.ts'
import { type Begun, isComplete, isSaid, keyOf, returnedWord, whole } from './answers.ts'
import { newer, type Pressed, readStored, type Stored, writeStored } from './draft-store.ts'
import { useServerDrafts } from './use-server-drafts.ts'

/** A refusal by the line and not by the house: the same press is sent again. */
const isLost = (problem: unknown): boolean =>
  problem instanceof Refusal && (problem.code === 'web.unreachable' || problem.code === 'web.failed')

export type Sending = 'idle' | 'sending' | 'lost'

/** The form of the whole inbox: what was begun, where it is kept, and the one press that hands it in. */
export function useForm(inbox: InboxView) {
  const owner = `${inbox.userId}.${inbox.agencyId ?? ''}`
  const queries = useQueryClient()
  const [stored, setStored] = useState<Stored>(() => readStored(owner))
  const [replies, setReplies] = useState<Readonly<Record<string, string>>>({})
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [sending, setSending] = useState<Sending>('idle')
  const [problem, setProblem] = useState<string | null>(null)
  const items = useMemo(() => inbox.programmes.flatMap((programme) => programme.items), [inbox])
  const openedAt = useRef(0)
  useEffect(() => {
    openedAt.current = performance.now()
  }, [])

  const keep = useCallback(
    (change: (old: Stored) => Stored) =>
      setStored((old) => {
        const next = change(old)
        writeStored(owner, next)
        return next
      }),
    [owner],
  )
  const begunOf = useCallback(
    (item: InboxItem): { answer: Begun; at: number } | undefined =>
      isSaid(item) ? undefined : newer(stored.drafts[keyOf(item)], item.draft),
    [stored],
  )
  const change = useCallback(
    (item: InboxItem, patch: (old: Begun) => Begun) => {
      keep((old) => {
        const key = keyOf(item)
        const before = newer(old.drafts[key], item.draft)?.answer ?? returnedWord(item)
        return { ...old, drafts: { ...old.drafts, [key]: { answer: patch(before), at: Date.now() } } }
      })
      setOutcomes((old) => old.filter(({ taskId }) => taskId !== item.taskId))
    },
    [keep],
  )
  const savedAt = useServerDrafts(items, stored)

  const send = useCallback(
    async (pressed: Pressed) => {
      setSending('sending')
      setProblem(null)
      try {
        const answer = await request(statementContract.submitStatements, pressed)
        setOutcomes(answer.outcomes)
        const taken = new Set(answer.outcomes.flatMap(({ taskId, statementId }) => (statementId ? [taskId] : [])))
        keep((old) => ({
          pressed: null,
          drafts: Object.fromEntries(Object.entries(old.drafts).filter(([key]) => !taken.has(key.split('/')[0] ?? ''))),
        }))
        openedAt.current = performance.now()
        setSending('idle')
        await queries.invalidateQueries()
      } catch (refusal) {
        if (isLost(refusal)) return setSending('lost')
        keep((old) => ({ ...old, pressed: null }))
        setSending('idle')
        setProblem(refusal instanceof Error ? refusal.message : '没有办成。请再试一次。')
      }
    },
    [keep, queries],
  )

  const { pressed } = stored
  const resend = useCallback(() => {
    if (pressed) void send(pressed)
  }, [pressed, send])
  useResending(resend, pressed !== null)

  const ready = items.filter((item) => !isSaid(item) && isComplete(begunOf(item)?.answer, item))
  const press = () => {
    const next: Pressed = {
      clientKey: newId(),
      seconds: (performance.now() - openedAt.current) / 1000,
      answers: ready.map((item) => ({
        taskId: item.taskId,
        cycle: item.cycle.key,
        ...whole(begunOf(item)?.answer ?? {}),
      })),
      questions: Object.entries(replies).flatMap(([questionId, answer]) =>
        answer.trim() === '' ? [] : [{ questionId, answer: answer.trim() }],
      ),
    }
    keep((old) => ({ ...old, pressed: next }))
    void send(next)
  }
  const reply = (questionId: string, answer: string) => setReplies((old) => ({ ...old, [questionId]: answer }))
  return { owner, items, begunOf, change, ready, press, resend, sending, problem, outcomes, savedAt, replies, reply }
}

export type Form = ReturnType<typeof useForm>

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
