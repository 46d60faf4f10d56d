import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import { itemAt, placeItem, placeOf } from '../../domain/workbench/place.ts'
import { type Origin, type Selection, useFollowing } from './follow-selection.ts'
import type { ShownProblem } from './problem-list.tsx'

interface SelectionPlace {
  plan: CompiledPlan
  problems: readonly ShownProblem[]
  /** Where the address points; null when it points nowhere. */
  at: Span | null
  onAt?: (at: Span | null) => void
}

/** Takes up what the address points at, when it is not what was just selected here. */
function useAddress({ plan, problems, at }: SelectionPlace, item: string | null, take: (item: string) => void): void {
  const taken = useRef<Span | null>(null)
  useEffect(() => {
    if (at === null || taken.current === at) return
    taken.current = at
    const here = item === null ? undefined : placeOf(plan, problems, item)
    if (here?.[0] !== at[0] || here[1] !== at[1]) take(itemAt(plan, at) ?? placeItem)
  }, [at, plan, problems, item, take])
}

/** What is selected, on which side it was chosen, and which side a phone shows. */
export function useSelection(frame: RefObject<HTMLElement | null>, address: SelectionPlace) {
  const { plan, problems, at, onAt } = address
  const [selection, setSelection] = useState<Selection | null>(null)
  const [side, setSide] = useState<'left' | 'right'>(at ? 'left' : 'right')
  const choose = useCallback(
    (item: string | null, origin: Origin) => {
      setSelection(item === null ? null : { item, origin })
      if (origin !== 'keys') setSide(origin === 'source' ? 'right' : 'left')
      onAt?.((item === null ? undefined : placeOf(plan, problems, item)) ?? null)
    },
    [plan, problems, onAt],
  )
  const take = useCallback((item: string) => {
    setSelection({ item, origin: 'keys' })
    setSide('left')
  }, [])
  useAddress(address, selection?.item ?? null, take)
  const fromSource = useCallback((item: string) => choose(item, 'source'), [choose])
  const fromFindings = useCallback((item: string) => choose(item, 'findings'), [choose])
  const fromKeys = useCallback((item: string | null) => choose(item, 'keys'), [choose])
  useFollowing(frame, selection)
  return { selected: selection?.item ?? null, side, setSide, fromSource, fromFindings, fromKeys }
}
