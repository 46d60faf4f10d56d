import type { ScheduleView, StepView } from '../contract.ts'
import { askedFor } from '../domain/change.ts'
import { usualLength } from '../domain/template.ts'
import { ChangeDialog } from './change-dialog.tsx'

interface StepDialogProps {
  schedule: ScheduleView
  onClose: () => void
}

/** Nothing has to wait for a figure, nor it for anything. */
const optionsOf = (steps: readonly StepView[]) =>
  steps.filter(({ claim }) => claim === null).map(({ id, title }) => ({ value: id, label: title }))

/** Adds a step; what moves by it is shown while typing. */
export function AddStepDialog({ schedule, onClose }: StepDialogProps) {
  const { steps } = schedule
  const options = optionsOf(steps)
  return (
    <ChangeDialog
      {...{ schedule, onClose }}
      title="增加步骤"
      act="增加"
      asked={askedFor.addStep}
      first={{ ...usualLength, after: options.slice(-1).map(({ value }) => value), before: [] }}
      fields={{ after: { options }, before: { options } }}
      change={{ kind: 'addStep' }}
    />
  )
}

/** Changes a step; what moves by it is shown while typing. */
export function EditStepDialog({ schedule, step, onClose }: StepDialogProps & { step: StepView }) {
  const { id: stepId, title, days, unit, lagDays, lagUnit, after, notBefore, notAfter } = step
  return (
    <ChangeDialog
      {...{ schedule, onClose }}
      title={`修改步骤“${title}”`}
      act="修改"
      asked={askedFor.editStep}
      first={{ title, days, unit, lagDays, lagUnit, after, notBefore, notAfter }}
      fields={{ after: { options: optionsOf(schedule.steps.filter(({ id }) => id !== stepId)) } }}
      change={{ kind: 'editStep', stepId }}
    />
  )
}
