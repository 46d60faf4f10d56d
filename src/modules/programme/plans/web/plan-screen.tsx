import { useCallback, useMemo, useState } from 'react'
import type { Span } from '#kernel/span.ts'
import { useNotices } from '#ui/notices.tsx'
import { UnderTitle } from '#ui/states.tsx'
import type { PlanView } from '../contract.ts'
import { KeysDialog, usePlanKeys } from './keys-dialog.tsx'
import { openNames } from './names/name-words.ts'
import { NextAct } from './next-act.tsx'
import { type Asking, PlanDialogs } from './plan-dialogs.tsx'
import { PlanHead } from './plan-head.tsx'
import { PlanNotices } from './plan-notices.tsx'
import { useCorrecting } from './use-correcting.ts'
import { usePlanPanels } from './use-plan-panels.tsx'
import { usePlanPlace } from './use-plan-place.ts'
import { usePlanWrites } from './use-plan-writes.ts'
import type { ShownProblem } from './workbench/problem-list.tsx'
import { Workbench } from './workbench/workbench.tsx'

/** What may be done with problems: accept one with a reason, take the acceptance back. */
function useProblemActs({ withdraw }: ReturnType<typeof usePlanWrites>, ask: (asking: Asking) => void) {
  const { refused } = useNotices()
  return useMemo(
    () => ({
      onAccept: (problem: ShownProblem) => ask({ kind: 'accept', problem }),
      onWithdraw: ({ accepted }: ShownProblem) => {
        if (accepted) withdraw(accepted.id).catch(refused)
      },
    }),
    [withdraw, ask, refused],
  )
}

/** The same set as long as the names are the same, so that nothing is drawn again for it. */
function useNameSet(names: readonly string[]): ReadonlySet<string> {
  const key = names.join('\n')
  return useMemo(() => new Set(key.split('\n').filter((name) => name !== '')), [key])
}

/** A plan with everything that can be done to it: the workbench, its pages, publishing and discarding. */
export function PlanScreen({ view }: { view: PlanView }) {
  const writes = usePlanWrites(view)
  const correcting = useCorrecting(view, writes)
  const { at, panel, follow, go, show } = usePlanPlace(view.plan.source.text.length)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [asked, setAsked] = useState<string>()
  const [keys, setKeys] = useState(false)
  const { refused, done } = useNotices()
  const mayCorrect = view.can.correctPlan.allowed
  const showKeys = useCallback(() => setKeys(true), [])
  usePlanKeys({ onKeys: showKeys, onUndo: mayCorrect ? correcting.undoLast : undefined })
  const unsettled = useNameSet(openNames(view).map(({ name }) => name))
  const acts = useProblemActs(writes, setAsking)
  const settleOne = useCallback(
    (name: string) => {
      setAsked(name)
      show('names')
    },
    [show],
  )
  const showNames = useCallback(() => show('names'), [show])
  const panels = usePlanPanels({ view, correcting: mayCorrect ? correcting : null, acts, undo: writes.undo, go, asked })
  const goFrom = (place: Span) => {
    setAsking(null)
    go(place)
  }
  const namesFrom = () => {
    setAsking(null)
    showNames()
  }
  const recompile = () => void writes.recompile().then(() => done('已重新编译，更正均已保留'), refused)
  const carry = (from: string) =>
    void writes
      .carryOver(from)
      .then(
        ({ corrections: made, carried }) =>
          done(`已承接，共 ${made.length} 处更正，${carried?.open.length ?? 0} 处原文已变，列在“问题”中`),
        refused,
      )
  const publish = () => setAsking({ kind: 'publish' })
  const amend = () => setAsking({ kind: 'amend' })
  return (
    <UnderTitle value>
      <div className="page page-full plan-page">
        <PlanHead
          view={view}
          onDocument={() => show('document')}
          onKeys={showKeys}
          onRecompile={recompile}
          onDiscard={() => setAsking({ kind: 'discard' })}
          onPublish={publish}
        />
        <PlanNotices view={view} onRecompile={recompile} onCarry={carry} />
        <Workbench
          plan={view.plan}
          problems={view.problems}
          unsettled={unsettled}
          {...{ panels, panel, at, onPanel: show, onAt: follow, onNames: showNames }}
          {...(mayCorrect && { ...acts, onCorrect: correcting.onCorrect, onSettle: settleOne })}
          next={<NextAct view={view} onNames={showNames} onGo={goFrom} onPublish={publish} onAmend={amend} />}
        />
        {asking && (
          <PlanDialogs
            {...{ view, writes, asking }}
            onGo={goFrom}
            onNames={namesFrom}
            onClose={() => setAsking(null)}
          />
        )}
        <KeysDialog open={keys} mayCorrect={mayCorrect} onClose={() => setKeys(false)} />
      </div>
    </UnderTitle>
  )
}
