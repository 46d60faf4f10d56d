import { Button } from 'antd'
import type { PlanView } from '../contract.ts'

interface PlanNoticesProps {
  view: PlanView
  onRecompile: () => void
}

/** What reading could not do, and that a newer compiler is there: above the text, because both change what one sees. */
export function PlanNotices({ view: { notices, outdated, can, state }, onRecompile }: PlanNoticesProps) {
  const shown = state === 'draft' ? notices : []
  if (shown.length === 0 && !outdated) return null
  return (
    <ul className="plan-notices no-print">
      {shown.map(({ kind, message, page }) => (
        <li key={`${kind}${page ?? ''}${message}`}>{message}</li>
      ))}
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
    </ul>
  )
}
