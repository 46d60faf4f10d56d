import { Button, Input, InputNumber, Select, Space } from 'antd'
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

type Count = [days: number, unit: TemplateStep['unit']]

/** So many days, working days or those of the calendar. */
function DayCount({ of, locked, onChange }: { of: Count; locked: boolean; onChange: (count: Count) => void }) {
  const [days, unit] = of
  return (
    <Space.Compact>
      <InputNumber
        disabled={locked}
        min={0}
        max={1100}
        precision={0}
        value={days}
        onChange={(count) => onChange([count ?? 0, unit])}
      />
      <Select
        disabled={locked}
        aria-label="按工作日还是日历日"
        value={unit}
        options={[
          { value: 'working_day', label: '工作日' },
          { value: 'day', label: '日历日' },
        ]}
        onChange={(chosen: TemplateStep['unit']) => onChange([days, chosen])}
      />
    </Space.Compact>
  )
}

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
        <span className="form-label">需时（0 为节点）</span>
        <DayCount
          {...{ locked }}
          of={[step.days, step.unit]}
          onChange={([days, unit]) => onStep({ ...step, days, unit })}
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
      <label>
        <span className="form-label">之后第几日起（0 为紧接）</span>
        <DayCount
          {...{ locked }}
          of={[step.lagDays, step.lagUnit]}
          onChange={([lagDays, lagUnit]) => onStep({ ...step, lagDays, lagUnit })}
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
