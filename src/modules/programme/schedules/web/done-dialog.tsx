import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { type ScheduleView, type StepView, scheduleContract } from '../contract.ts'

interface DoneDialogProps {
  schedule: Pick<ScheduleView, 'taskId' | 'id' | 'today'>
  step: Pick<StepView, 'id' | 'title' | 'finishOn'>
  onClose: () => void
}

const schema = scheduleContract.completeStep.input.pick({ doneOn: true })

/** Marks a step done on a day; today unless said otherwise. */
export function DoneDialog({ schedule, step, onClose }: DoneDialogProps) {
  const { taskId, id: revisionId, today } = schedule
  const complete = useWrite(scheduleContract.completeStep, { quiet: true, onDone: onClose })
  return (
    <FormDialog
      title={`“${step.title}”办结`}
      act="办结"
      schema={schema}
      first={{ doneOn: today }}
      sending={complete}
      fields={{ doneOn: { to: today, note: `原定最迟 ${step.finishOn ?? '未排'} 完成。` } }}
      onSubmit={(fields) => complete.mutate({ taskId, stepId: step.id, revisionId, ...fields })}
      onCancel={onClose}
    />
  )
}
