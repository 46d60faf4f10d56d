import { Button } from 'antd'
import { useState } from 'react'
import { shortDay } from '#kernel/day.ts'
import { DoneDialog } from './done-dialog.tsx'
import './due-steps.css'

interface DueStep {
  revisionId: string
  stepId: string
  title: string
  finishOn: string
}

/** Steps that are to be done about now, each ticked where the task is reported. */
export function DueSteps({ taskId, steps, today }: { taskId: string; steps: readonly DueStep[]; today: string }) {
  const [open, setOpen] = useState<DueStep | null>(null)
  if (steps.length === 0) return null
  return (
    <ul className="due-steps" aria-label="到期的工期节点">
      {steps.map((step) => (
        <li key={step.stepId}>
          <span>
            {step.title}{' '}
            <small className="quiet" data-late={step.finishOn < today}>
              {shortDay(step.finishOn)}
              到期{step.finishOn < today && '，未标记'}
            </small>
          </span>
          <Button size="small" onClick={() => setOpen(step)} aria-label={`“${step.title}”办结`}>
            办结
          </Button>
        </li>
      ))}
      {open && (
        <DoneDialog
          schedule={{ taskId, id: open.revisionId, today }}
          step={{ id: open.stepId, title: open.title, finishOn: open.finishOn }}
          onClose={() => setOpen(null)}
        />
      )}
    </ul>
  )
}
