import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import { useNotices } from '#ui/notices.tsx'
import { SplitPane } from '#ui/split-pane.tsx'
import { Thread } from '#ui/thread.tsx'
import type { Correction } from '../../domain/corrections/correction.ts'
import type { Shown } from '../../domain/workbench/findings.ts'
import { itemsInOrder, type Mark, marksOf } from '../../domain/workbench/mark.ts'
import { itemAt, placeItem } from '../../domain/workbench/place.ts'
import { CorrectionDialog } from './correction-dialog.tsx'
import type { Editing, Editor } from './editing.ts'
import { FindingsList } from './findings-list.tsx'
import { findingQuery, markQuery } from './follow-selection.ts'
import { PickedMenu } from './picked-menu.tsx'
import type { PickedText } from './picked-span.ts'
import type { ShownProblem } from './problem-list.tsx'
import { type Panel, SidePanels } from './side-panels.tsx'
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
  onWithdraw?: (problem: ShownProblem) => void
  /** Opens the page where names are settled. */
  onNames?: () => void
  /** Pages beside what was found, and which one is open; `findings` or none of them is what was found. */
  panels?: readonly Panel[]
  panel?: string
  onPanel?: (key: string) => void
  /** The place the address points at, and where the selection has gone. */
  at?: Span | null
  onAt?: (at: Span | null) => void
  /** The one next act, at the end of the bottom bar. */
  next?: ReactNode
}

const findingsPanel = 'findings'
const noPanels: readonly Panel[] = []

function useEditor(onCorrect: WorkbenchProps['onCorrect'], edit: Editor['edit']): Editor | null {
  const { refused } = useNotices()
  return useMemo(() => {
    if (!onCorrect) return null
    return { edit, correct: (correction) => void onCorrect(correction).catch(refused) }
  }, [onCorrect, edit, refused])
}

/** What was found, and the words the address points at where nothing was found. */
function useMarks({ plan, problems, at = null }: WorkbenchProps) {
  const marks = useMemo(() => {
    const isPlace = at !== null && itemAt(plan, at) === undefined
    const place: readonly Mark[] = isPlace ? [{ kind: 'place', span: at, item: placeItem, lettered: false }] : []
    return marksOf(plan, problems, place)
  }, [plan, problems, at])
  return { marks, items: useMemo(() => itemsInOrder(marks), [marks]) }
}

/** Choosing anything shows what was found again, whatever page lay over it. */
function useShowing<I extends string | null>(choose: (item: I) => void, onPanel: WorkbenchProps['onPanel']) {
  return useCallback(
    (item: I) => {
      if (item !== null) onPanel?.(findingsPanel)
      choose(item)
    },
    [choose, onPanel],
  )
}

/** The plan as published beside what was found in it; a click on either side takes the other along. */
export function Workbench(props: WorkbenchProps) {
  const { onCorrect, next, panels = noPanels, panel = findingsPanel, onPanel, at = null, onAt, ...found } = props
  const { plan, problems, unsettled } = found
  const frame = useRef<HTMLDivElement>(null)
  const { selected, side, setSide, ...from } = useSelection(frame, { plan, problems, at, onAt })
  // Kept here: the list is drawn anew whenever a page lies over it.
  const [shown, setShown] = useState<Shown>('all')
  const [editing, setEditing] = useState<Editing | null>(null)
  const [picked, setPicked] = useState<PickedText | null>(null)
  const { marks, items } = useMarks(props)
  const editor = useEditor(onCorrect, setEditing)
  const fromSource = useShowing(from.fromSource, onPanel)
  const fromKeys = useShowing(from.fromKeys, onPanel)
  useWorkbenchKeys(
    useMemo(() => ({ plan, items, selected, onSelect: fromKeys, editor }), [plan, items, selected, fromKeys, editor]),
  )
  const find = (query: (item: string) => string) => () =>
    selected === null ? null : (frame.current?.querySelector(query(selected)) ?? null)
  const begin = (next: Editing) => {
    setPicked(null)
    setEditing(next)
  }
  const source = { text: plan.source.text, marks, selectedId: selected, onSelect: fromSource }
  const list = (
    <FindingsList {...found} {...{ selected, editor, shown }} onSelect={from.fromFindings} onShown={setShown} />
  )
  const pages = [{ key: findingsPanel, label: '任务与目标', content: list }, ...panels]
  return (
    <div className="workbench" ref={frame}>
      <SplitPane
        side={side}
        onSide={setSide}
        left={{ title: '原文', content: <SourceText {...source} onPick={onCorrect ? setPicked : undefined} /> }}
        right={{ title: '识别结果', content: <SidePanels panels={pages} shown={panel} onShow={onPanel} /> }}
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
