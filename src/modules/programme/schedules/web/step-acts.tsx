import { EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { type ScheduleView, type StepView, scheduleContract } from '../contract.ts'
import { ChangeDialog, nothingAsked } from './change-dialog.tsx'
import { DoneDialog } from './done-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { EditStepDialog } from './step-dialog.tsx'

interface StepActsProps {
  schedule: ScheduleView
  step: StepView
}

type Open = 'done' | 'reopen' | 'move' | 'edit' | 'remove' | 'free' | null

function Reopen({ schedule, step, onClose }: StepActsProps & { onClose: () => void }) {
  const reopen = useWrite(scheduleContract.reopenStep, { quiet: true, onDone: onClose })
  const { taskId, id: revisionId } = schedule
  return (
    <ConfirmReason
      open
      title={`撤销“${step.title}”的办结`}
      act="撤销"
      pending={reopen.isPending}
      error={reopen.error}
      onConfirm={(reason) => reopen.mutate({ taskId, stepId: step.id, revisionId, reason })}
      onCancel={onClose}
    >
      撤销后按期限重新推算这一步的日期，原来的办结记录仍保留在变更记录里。
    </ConfirmReason>
  )
}

function Dialogs({ open, onClose, ...of }: StepActsProps & { open: Open; onClose: () => void }) {
  const { schedule, step } = of
  const stepId = step.id
  if (open === 'done') return <DoneDialog {...of} onClose={onClose} />
  if (open === 'reopen') return <Reopen {...of} onClose={onClose} />
  if (open === 'move') return <MoveDialog {...of} onClose={onClose} />
  if (open === 'edit') return <EditStepDialog {...of} onClose={onClose} />
  if (open === 'remove')
    return (
      <ChangeDialog
        schedule={schedule}
        title={`删去步骤“${step.title}”`}
        act="删去"
        asked={nothingAsked}
        change={{ kind: 'removeStep', stepId }}
        onClose={onClose}
      />
    )
  if (open === 'free')
    return (
      <ChangeDialog
        schedule={schedule}
        title={`“${step.title}”恢复推算日期`}
        act="恢复"
        asked={nothingAsked}
        change={{ kind: 'freeStep', stepId }}
        onClose={onClose}
      />
    )
  return null
}

/** What can be done with a step: finish it, move it, change it. */
export function StepActs({ schedule, step }: StepActsProps) {
  const [open, setOpen] = useState<Open>(null)
  const { changeSchedule, completeStep } = schedule.can
  const isDone = step.done !== null
  const more = [
    { key: 'move', label: '调整日期' },
    ...(step.pin ? [{ key: 'free', label: '恢复推算日期' }] : []),
    ...(step.claim === null ? [{ key: 'edit', label: '修改步骤' }] : []),
    { key: 'remove', label: '删去步骤', danger: true },
  ].map((item) => ({ ...item, onClick: () => setOpen(openOf(item.key)) }))
  return (
    <span className="step-acts no-print">
      {completeStep.allowed && step.claim === null && (
        <Button size="small" type={isDone ? 'text' : 'default'} onClick={() => setOpen(isDone ? 'reopen' : 'done')}>
          {isDone ? '撤销' : '办结'}
        </Button>
      )}
      {changeSchedule.allowed && !isDone && (
        <Dropdown menu={{ items: more }} trigger={['click']} placement="bottomRight">
          <Button size="small" type="text" icon={<EllipsisOutlined />} aria-label={`调整“${step.title}”`} />
        </Dropdown>
      )}
      <Dialogs schedule={schedule} step={step} open={open} onClose={() => setOpen(null)} />
    </span>
  )
}

const openOf = (key: string): Open =>
  key === 'move' || key === 'free' || key === 'edit' || key === 'remove' ? key : null
