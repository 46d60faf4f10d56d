import { Button, Input, InputNumber, Select } from 'antd'
import type { ScheduleTemplate, TemplateStep } from '../domain/template.ts'
import { addDraftStep, dropDraftStep } from './template-draft.ts'

interface TemplateStepsProps {
  draft: ScheduleTemplate
  locked: boolean
  onChange: (draft: ScheduleTemplate) => void
}

interface RowProps {
  step: TemplateStep
  place: number
  draft: ScheduleTemplate
  locked: boolean
  onStep: (step: TemplateStep) => void
  onDrop: () => void
}

const dayWords = (text: string): string | null => (text.trim() === '' ? null : text.trim())

function StepRow({ step, place, draft, locked, onStep, onDrop }: RowProps) {
  const others = draft.steps.filter(({ key }) => key !== step.key)
  const isYearly = draft.repeats === 'yearly'
  return (
    <li className="template-step" data-yearly={isYearly}>
      <label className="template-step-title">
        <span className="form-label">第 {place} 步</span>
        <Input disabled={locked} maxLength={60} value={step.title} onChange={(e) => onStep({ ...step, title: e.target.value })} />
      </label>
      <label>
        <span className="form-label">工作日</span>
        <InputNumber
          disabled={locked} min={1} max={750} precision={0} value={step.workingDays}
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
          <Input disabled={locked} placeholder="06-30" value={step.by ?? ''} onChange={(e) => onStep({ ...step, by: dayWords(e.target.value) })} />
        </label>
      )}
      {!locked && draft.steps.length > 1 && (
        <Button type="text" danger aria-label={`删去第 ${place} 步`} onClick={onDrop}>
          删去
        </Button>
      )}
    </li>
  ) // biome-ignore format: attributes that belong together
}

/** The steps of a template as rows that can be typed into. */
export function TemplateSteps({ draft, locked, onChange }: TemplateStepsProps) {
  const change = (steps: TemplateStep[]) => onChange({ ...draft, steps })
  return (
    <>
      <ol className="template-steps">
        {draft.steps.map((step, i) => (
          <StepRow
            key={step.key}
            place={i + 1}
            {...{ step, draft, locked }}
            onStep={(changed) => change(draft.steps.map((one) => (one === step ? changed : one)))}
            onDrop={() => change(dropDraftStep(draft.steps, step.key))}
          />
        ))}
      </ol>
      {!locked && draft.steps.length < 40 && (
        <Button onClick={() => change(addDraftStep(draft.steps))}>增加步骤</Button>
      )}
    </>
  )
}
