import { useMemo } from 'react'
import type { PlanView, Problem } from '../contract.ts'
import { DocumentPanel } from './document-panel.tsx'
import { openNames } from './names/name-words.ts'
import { NamesPanel } from './names/names-panel.tsx'
import { RecordsPanel } from './records-panel.tsx'
import type { useCorrecting } from './use-correcting.ts'
import type { usePlanPlace } from './use-plan-place.ts'
import type { PlanWrites } from './use-plan-writes.ts'
import type { Panel } from './workbench/side-panels.tsx'

interface PanelSources {
  view: PlanView
  acts: { onAccept: (problem: Problem) => void; onWithdraw: (problem: Problem) => void }
  /** Null for those who may only read. */
  correcting: ReturnType<typeof useCorrecting> | null
  undo: PlanWrites['undo']
  go: ReturnType<typeof usePlanPlace>['go']
  /** The name whose settling was asked for in the list of tasks. */
  asked: string | undefined
}

function labelled(words: string, count: number) {
  return (
    <>
      {words} {count > 0 && <span className="quiet">{count}</span>}
    </>
  )
}

/** The pages beside what was found: names, corrections, facts of the document. */
export function usePlanPanels({ view, correcting, acts, undo, go, asked }: PanelSources): readonly Panel[] {
  return useMemo(() => {
    const unsettled = openNames(view).length
    const settling = correcting ? { onSettle: correcting.onSettle, ...acts } : {}
    const names = <NamesPanel names={view.names} problems={view.problems} onGo={go} asked={asked} {...settling} />
    const records = <RecordsPanel corrections={view.corrections} onUndo={correcting ? undo : undefined} onGo={go} />
    const facts = <DocumentPanel view={view} onCorrect={correcting?.onCorrect} />
    return [
      { key: 'names', label: labelled(unsettled > 0 ? '单位待确认' : '单位', unsettled), content: names },
      { key: 'records', label: labelled('更正记录', view.corrections.length), content: records },
      { key: 'document', label: '文件要素', content: facts },
    ]
  }, [view, correcting, acts, undo, go, asked])
}
