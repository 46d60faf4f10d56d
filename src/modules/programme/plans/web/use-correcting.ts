import { useCallback, useMemo } from 'react'
import { useNotices } from '#ui/notices.tsx'
import type { PlanView, Settlement } from '../contract.ts'
import { type Correction, correctionTitles } from '../domain/corrections/correction.ts'
import type { PlanWrites } from './use-plan-writes.ts'

/** Corrections and settlements as the workbench makes them: each says what it did and can be taken back at once. */
export function useCorrecting(view: PlanView, { correct, undo, settle }: PlanWrites) {
  const notices = useNotices()
  const takeBack = useCallback(
    (id: string) => undo(id).then(() => notices.done('已撤销'), notices.refused),
    [undo, notices],
  )
  const onCorrect = useCallback(
    async (correction: Correction) => {
      const after = await correct(correction)
      const made = after.corrections.at(-1)
      notices.done(
        `已更正：${correctionTitles[correction.kind]}`,
        made && { label: '撤销', run: () => void takeBack(made.id) },
      )
    },
    [correct, takeBack, notices],
  )
  const onSettle = useCallback(
    async (settlements: Settlement[]) => {
      await settle(settlements)
      const [only] = settlements
      notices.done(settlements.length === 1 && only ? `已确认“${only.name}”` : `已确认 ${settlements.length} 个单位`)
    },
    [settle, notices],
  )
  const undoLast = useCallback(() => {
    const last = view.corrections.at(-1)
    if (last) void takeBack(last.id)
  }, [view.corrections, takeBack])
  return useMemo(() => ({ onCorrect, onSettle, undoLast }), [onCorrect, onSettle, undoLast])
}
