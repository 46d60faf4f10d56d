import { type ReactNode, useMemo, useRef, useState } from 'react'
import { SplitPane } from '#ui/split-pane.tsx'
import { Thread } from '#ui/thread.tsx'
import type { CompiledPlan } from '../../domain/compiled-plan.ts'
import type { Correction } from '../../domain/corrections/correction.ts'
import { itemsInOrder, marksOf } from '../../domain/workbench/mark.ts'
import { CorrectionDialog } from './correction-dialog.tsx'
import type { Editing, Editor } from './editing.ts'
import { FindingsList } from './findings-list.tsx'
import { findingQuery, markQuery } from './follow-selection.ts'
import { PickedMenu } from './picked-menu.tsx'
import type { PickedText } from './picked-span.ts'
import type { ShownProblem } from './problem-list.tsx'
import { SourceText } from './source-text.tsx'
import { useSelection } from './use-selection.ts'
import { useWorkbenchKeys } from './use-workbench-keys.ts'
import { WorkbenchBar } from './workbench-bar.tsx'
import './workbench.css'

export interface WorkbenchProps {
  /** With all corrections applied. */
  plan: CompiledPlan
  problems: readonly ShownProblem[]
  /** Agency names the register does not know for certain. */
  unsettled: ReadonlySet<string>
  /** Absent when this person, or this state of the plan, allows reading only. */
  onCorrect?: (correction: Correction) => Promise<unknown>
  onSettle?: (name: string) => void
  onAccept?: (problem: ShownProblem) => void
  /** The one next act, at the end of the bottom bar. */
  next?: ReactNode
}

function useEditor(onCorrect: WorkbenchProps['onCorrect'], edit: Editor['edit']): Editor | null {
  return useMemo(() => {
    if (!onCorrect) return null
    // A refusal has been shown by then; the plan simply stays as it was.
    return { edit, correct: (correction) => void onCorrect(correction).catch(() => undefined) }
  }, [onCorrect, edit])
}

/** The plan as published beside what was found in it; a click on either side takes the other along. */
export function Workbench({ plan, problems, unsettled, onCorrect, onSettle, onAccept, next }: WorkbenchProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { selected, side, setSide, fromSource, fromFindings, fromKeys } = useSelection(frame)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [picked, setPicked] = useState<PickedText | null>(null)
  const marks = useMemo(() => marksOf(plan, problems), [plan, problems])
  const items = useMemo(() => itemsInOrder(marks), [marks])
  const editor = useEditor(onCorrect, setEditing)
  useWorkbenchKeys(
    useMemo(() => ({ plan, items, selected, onSelect: fromKeys, editor }), [plan, items, selected, fromKeys, editor]),
  )
  const find = (query: (item: string) => string) => () =>
    selected === null ? null : (frame.current?.querySelector(query(selected)) ?? null)
  const begin = (next: Editing) => {
    setPicked(null)
    setEditing(next)
  }
  return (
    <div className="workbench" ref={frame}>
      <SplitPane
        side={side}
        onSide={setSide}
        left={{
          title: '原文',
          content: (
            <SourceText
              text={plan.source.text}
              marks={marks}
              selectedId={selected}
              onSelect={fromSource}
              onPick={onCorrect ? setPicked : undefined}
            />
          ),
        }}
        right={{
          title: '任务与目标',
          content: (
            <FindingsList
              {...{ plan, problems, selected, editor, unsettled, onSettle, onAccept }}
              onSelect={fromFindings}
            />
          ),
        }}
      />
      <Thread frame={frame} token={selected} from={find(markQuery)} to={find(findingQuery)} />
      <WorkbenchBar plan={plan} problems={problems} unsettled={unsettled.size} next={next} />
      {picked && <PickedMenu plan={plan} picked={picked} onEdit={begin} />}
      {editing && onCorrect && (
        <CorrectionDialog plan={plan} editing={editing} onCorrect={onCorrect} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}
