import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Span } from '#kernel/span.ts'
import { useSetUrlWords, useUrlWord } from '#ui/url-state.ts'
import { readPlace, writePlace } from '../domain/workbench/place.ts'

/** Milliseconds of rest before the address follows: walking with a key held down would flood the history. */
const rest = 400

/** Where one is in a plan, kept in the address: `?at=120-134&panel=names`. */
export function usePlanPlace(length: number) {
  const words = useUrlWord('at')
  const panel = useUrlWord('panel')
  const set = useSetUrlWords()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const at = useMemo(() => readPlace(words, length) ?? null, [words, length])
  const follow = useCallback(
    (next: Span | null) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => set({ at: next ? writePlace(next) : undefined }), rest)
    },
    [set],
  )
  const go = useCallback((next: Span) => next[1] > next[0] && set({ at: writePlace(next) }), [set])
  const show = useCallback((key: string) => set({ panel: key === 'findings' ? undefined : key }), [set])
  return { at, panel: panel || undefined, follow, go, show }
}
