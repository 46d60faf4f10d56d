import { Button } from 'antd'
import { ReadingNotices } from '#ui/reading-notices.tsx'
import type { PlanView } from '../contract.ts'

interface PlanNoticesProps {
  view: PlanView
  onRecompile: () => void
  onCarry: (fromPlanId: string) => void
}

/** The issue in force this draft seems to follow, while what was corrected there is not carried over. */
const toCarryOn = ({ state, carried, earlierIssues, can }: PlanView) =>
  state === 'draft' && carried === null && can.correctPlan.allowed
    ? earlierIssues.find(({ likely, corrections }) => likely && corrections > 0)
    : undefined

/** What reading could not do, and that a newer compiler is there. */
export function PlanNotices({ view, onRecompile, onCarry }: PlanNoticesProps) {
  const { notices, outdated, can, state } = view
  const earlier = toCarryOn(view)
  return (
    <ReadingNotices notices={state === 'draft' ? notices : []}>
      {(earlier || outdated) && (
        <>
          {earlier && (
            <li>
              {`《${earlier.title}》现行第 ${earlier.version} 版作过 ${earlier.corrections} 处更正。如果这是它的新一版，可以承接：原文没变的照样更正，变了的逐条请您核对。`}
              <Button size="small" onClick={() => onCarry(earlier.planId)}>
                承接更正
              </Button>
            </li>
          )}
          {outdated && (
            <li>
              编译器已更新，重新编译后识别结果可能更好；已作的更正会保留。
              {can.recompilePlan.allowed && (
                <Button size="small" onClick={onRecompile}>
                  重新编译
                </Button>
              )}
            </li>
          )}
        </>
      )}
    </ReadingNotices>
  )
}
