import { type RefObject, useCallback, useState } from 'react'
import { type Origin, type Selection, useFollowing } from './follow-selection.ts'

/** What is selected, on which side it was chosen, and which side a phone shows. */
export function useSelection(frame: RefObject<HTMLElement | null>) {
  const [selection, setSelection] = useState<Selection | null>(null)
  const [side, setSide] = useState<'left' | 'right'>('right')
  const choose = useCallback((item: string | null, origin: Origin) => {
    setSelection(item === null ? null : { item, origin })
    if (origin !== 'keys') setSide(origin === 'source' ? 'right' : 'left')
  }, [])
  const fromSource = useCallback((item: string) => choose(item, 'source'), [choose])
  const fromFindings = useCallback((item: string) => choose(item, 'findings'), [choose])
  const fromKeys = useCallback((item: string | null) => choose(item, 'keys'), [choose])
  useFollowing(frame, selection)
  return { selected: selection?.item ?? null, side, setSide, fromSource, fromFindings, fromKeys }
}
