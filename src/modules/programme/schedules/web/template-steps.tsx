import { Button, Input, InputNumber, Select } from 'antd'
import type { ScheduleTemplate, TemplateStep } from '../domain/template.ts'
import { addDraftStep, dropDraftStep } from './template-draft.ts'

interface TemplateStepsProps extends Pick<ScheduleTemplate, 'repeats'> {
  steps: readonly TemplateStep[]
  locked: boolean
  onChange: (steps: TemplateStep[]) => void
}

interface RowProps extends Omit<TemplateStepsProps, 'onChange'> {
  step: TemplateStep
  place: number
  onStep: (step: TemplateStep) => void
  onDrop: () => void
}

const dayWords = (text: string): string | null => (text.trim() === '' ? null : text.trim())

function StepRow({ step, place, steps, repeats, locked, onStep, onDrop }: RowProps) {
  const others = steps.filter(({ key }) => key !== step.key)
  const isYearly = repeats === 'yearly'
  return (
    <li className="template-step" data-yearly={isYearly}>
      <label className="template-step-title">
        <span className="form-label">第 {place} 步</span>
        <Input
          disabled={locked}
          maxLength={60}
          value={step.title}
          onChange={(e) => onStep({ ...step, title: e.target.value })}
        />
      </label>
      <label>
        <span className="form-label">工作日</span>
        <InputNumber
          disabled={locked}
          min={1}
          max={750}
          precision={0}
          value={step.workingDays}
          onChange={(days) => onStep({ ...step, workingDays: days ?? 1 })}
        />
      </label>
      <label className="template-step-after">
        <span className="form-label">须等</span>
        <Select
          disabled={locked}
          mode="multiple"
          value={step.after}
          options={others.map(({ key, title }) => ({ value: key, label: title || '（未命名）' }))}
          onChange={(after: string[]) => onStep({ ...step, after })}
          optionFilterProp="label"
          placeholder="不等任何步骤"
        />
      </label>
      {isYearly && (
        <label>
          <span className="form-label">每年节点</span>
          <Input
            disabled={locked}
            placeholder="06-30"
            value={step.by ?? ''}
            onChange={(e) => onStep({ ...step, by: dayWords(e.target.value) })}
          />
        </label>
      )}
      {!locked && steps.length > 1 && (
        <Button type="text" danger aria-label={`删去第 ${place} 步`} onClick={onDrop}>
          删去
        </Button>
      )}
    </li>
  )
}

/** The steps of a template as rows that can be typed into. */
export function TemplateSteps({ steps, repeats, locked, onChange }: TemplateStepsProps) {
  return (
    <>
      <ol className="template-steps">
        {steps.map((step, i) => (
          <StepRow
            key={step.key}
            place={i + 1}
            {...{ step, steps, repeats, locked }}
            onStep={(changed) => onChange(steps.map((one) => (one === step ? changed : one)))}
            onDrop={() => onChange(dropDraftStep(steps, step.key))}
          />
        ))}
      </ol>
      {!locked && steps.length < 40 && <Button onClick={() => onChange(addDraftStep(steps))}>增加步骤</Button>}
    </>
  )
}
