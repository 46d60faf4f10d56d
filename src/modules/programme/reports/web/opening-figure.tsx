import { Input, InputNumber } from 'antd'
import { withUnit } from '#kernel/figures.ts'
import { DayInput } from '#ui/form/day-field.tsx'
import type { OpeningAnswer, OpeningFigure } from '../contract.ts'
import { startOf } from './opening-answers.ts'

interface OpeningFigureProps {
  figure: OpeningFigure
  answer: OpeningAnswer | null
  today: string
  onAnswer: (answer: OpeningAnswer) => void
}

function Value({ figure, answer, onAnswer }: Omit<OpeningFigureProps, 'today'>) {
  const { targetId, label, unit, ask } = figure
  const value = answer?.value ?? null
  const change = (next: number | null) => onAnswer({ ...(answer ?? startOf(targetId, 'figure')), value: next })
  if (ask === 'number')
    return (
      <InputNumber
        aria-label={`${label}，目前数值`}
        inputMode="decimal"
        value={value}
        onChange={change}
        suffix={unit}
        controls={false}
        placeholder="数字"
      />
    )
  return (
    <span className="done-choice" role="radiogroup" aria-label={label}>
      {[1, 0].map((one) => (
        <label key={one} data-chosen={value === one}>
          <input type="radio" name={targetId} checked={value === one} onChange={() => change(one)} />
          {one === 1 ? '做到' : '未做到'}
        </label>
      ))}
    </span>
  )
}

/** Where the figure of a target stands: how much, of which day, where it stood. */
export function OpeningFigureField({ figure, answer, today, onAnswer }: OpeningFigureProps) {
  const { targetId, label, unit, aim, meaning, isReported, opening } = figure
  const own = answer ?? startOf(targetId, 'figure')
  return (
    <div className="opening-figure">
      <div className="figure-words">
        <span className="figure-name">{label}</span>
        <small className="quiet">
          {meaning} · 目标 {aim}
        </small>
      </div>
      {isReported ? (
        <p className="quiet">
          已有单位报送或外部数据，以它们为准
          {opening?.value != null && `；期初情况曾填 ${withUnit(opening.value, unit)}，截至 ${opening.on}`}
        </p>
      ) : (
        <div className="opening-entry">
          <Value figure={figure} answer={answer} onAnswer={onAnswer} />
          <DayInput
            aria-label={`${label}，截至`}
            placeholder="截至"
            value={own.on ?? ''}
            to={today}
            onChange={(on) => onAnswer({ ...own, on: on || null })}
          />
          <Input
            aria-label={`${label}，依据`}
            placeholder="依据：哪份报告、台账"
            value={own.from}
            maxLength={300}
            onChange={({ target }) => onAnswer({ ...own, from: target.value })}
          />
        </div>
      )}
    </div>
  )
}
