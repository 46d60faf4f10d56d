import { Button } from 'antd'
import type { Span } from '#kernel/span.ts'
import { Lamp } from '#ui/lamp.tsx'
import type { PlanView } from '../../contract.ts'
import { openErrors } from './next-step.ts'

interface BlockersProps {
  view: PlanView
  onGo: (at: Span) => void
}

/** What must be mended, or accepted with a reason, before publishing; each leads to its words. */
export function Blockers({ view, onGo }: BlockersProps) {
  const errors = openErrors(view)
  return (
    <>
      <p>{view.can.publishPlan.reason}</p>
      <ul className="blockers">
        {errors.map((problem) => (
          <li key={`${problem.code}${problem.span[0]}`}>
            <Lamp colour="red" label="错误" size={10} />
            <span>{problem.message}</span>
            <Button size="small" onClick={() => onGo(problem.span)}>
              去处理
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
