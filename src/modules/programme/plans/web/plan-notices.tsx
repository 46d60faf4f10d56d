import { Button } from 'antd'
import { ReadingNotices } from '#ui/reading-notices.tsx'
import type { PlanView } from '../contract.ts'

interface PlanNoticesProps {
  view: PlanView
  onRecompile: () => void
}

/** What reading could not do, and that a newer compiler is there. */
export function PlanNotices({ view: { notices, outdated, can, state }, onRecompile }: PlanNoticesProps) {
  return (
    <ReadingNotices notices={state === 'draft' ? notices : []}>
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
    </ReadingNotices>
  )
}
