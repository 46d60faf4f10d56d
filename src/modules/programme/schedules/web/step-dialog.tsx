import { Input, InputNumber, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { ScheduleView, StepView } from '../contract.ts'
import type { ScheduleChange } from '../domain/change.ts'
import { ChangeDialog } from './change-dialog.tsx'

interface StepDialogProps {
  schedule: ScheduleView
  /** The step to change; a new one without. */
  step?: StepView
  onClose: () => void
}

interface Draft {
  title: string
  workingDays: number | null
  after: string[]
  before: string[]
  notBefore: string
  notAfter: string
}

function draftOf({ schedule, step }: Pick<StepDialogProps, 'schedule' | 'step'>): Draft {
  const last = schedule.steps.at(-1)
  if (!step) return { title: '', workingDays: 5, after: last ? [last.id] : [], before: [], notBefore: '', notAfter: '' }
  const { title, workingDays, after, notBefore, notAfter } = step
  return { title, workingDays, after, before: [], notBefore: notBefore ?? '', notAfter: notAfter ?? '' }
}

function changeOf(draft: Draft, step: StepView | undefined): ScheduleChange | null {
  const { title, workingDays, after, before } = draft
  if (title.trim() === '' || workingDays === null) return null
  const notAfter = draft.notAfter === '' ? null : draft.notAfter
  const notBefore = draft.notBefore === '' ? null : draft.notBefore
  return step
    ? { kind: 'editStep', stepId: step.id, title: title.trim(), workingDays, after, notBefore, notAfter }
    : { kind: 'addStep', title: title.trim(), workingDays, after, before, notAfter }
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}

interface WaitsProps {
  label: string
  value: string[]
  schedule: ScheduleView
  not: string | undefined
  onChange: (ids: string[]) => void
}

function Waits({ label, value, schedule, not, onChange }: WaitsProps) {
  const options = schedule.steps.filter(({ id }) => id !== not).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Field label={label}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={value}
          options={options}
          onChange={onChange}
          optionFilterProp="label"
          style={{ width: '100%' }}
        />
      )}
    </Field>
  )
}

/** Adds a step or changes one; what moves by it is shown while typing. */
export function StepDialog({ schedule, step, onClose }: StepDialogProps) {
  const [draft, setDraft] = useState(() => draftOf({ schedule, ...(step && { step }) }))
  const set = (patch: Partial<Draft>) => setDraft((old) => ({ ...old, ...patch }))
  const title = step ? `修改步骤“${step.title}”` : '增加步骤'
  return (
    <ChangeDialog {...{ schedule, title, onClose }} act={step ? '修改' : '增加'} change={changeOf(draft, step)}>
      <Field label="步骤名称">
        {(id) => <Input id={id} maxLength={60} value={draft.title} onChange={(e) => set({ title: e.target.value })} />}
      </Field>
      <Field label="需要的工作日">
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={750}
            precision={0}
            value={draft.workingDays}
            onChange={(value) => set({ workingDays: value })}
          />
        )}
      </Field>
      <Waits
        label="须等哪些步骤完成"
        value={draft.after}
        not={step?.id}
        schedule={schedule}
        onChange={(after) => set({ after })}
      />
      {!step && (
        <Waits
          label="哪些步骤须等它完成（可不填）"
          value={draft.before}
          not={undefined}
          schedule={schedule}
          onChange={(before) => set({ before })}
        />
      )}
      <div className="move-fields">
        {step && (
          <Field label="不早于（可不填）">
            {(id) => (
              <Input id={id} type="date" value={draft.notBefore} onChange={(e) => set({ notBefore: e.target.value })} />
            )}
          </Field>
        )}
        <Field label="节点，最迟完成日（可不填）">
          {(id) => (
            <Input id={id} type="date" value={draft.notAfter} onChange={(e) => set({ notAfter: e.target.value })} />
          )}
        </Field>
      </div>
    </ChangeDialog>
  )
}
