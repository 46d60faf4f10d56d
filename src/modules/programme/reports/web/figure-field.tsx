import { InputNumber } from 'antd'
import { withUnit } from '#kernel/figures.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { type InboxItem } from '../contract.ts'

type AskedFigure = InboxItem['asked'][number]

interface FigureFieldProps {
  asked: AskedFigure
  value: number | undefined
  onValue: (value: number | null) => void
}

const doneWords = (value: number): string => (value === 1 ? '已做到' : '未做到')

function LastFigure({ asked: { last, unit, ask } }: { asked: AskedFigure }) {
  if (!last) return <span className="quiet">上次未报</span>
  return (
    <span className="quiet">
      {formatCycle(last.cycle).replace(/^\d+年/u, '')}{' '}
      <b className="figure">{ask === 'done' ? doneWords(last.value) : withUnit(last.value, unit)}</b>
    </span>
  )
}

/** One figure: what is counted, from when, in which unit, with the last one beside it. */
export function FigureField({ asked, value, onValue }: FigureFieldProps) {
  const { label, unit, aim, ask, meaning } = asked
  return (
    <div className="figure-field">
      <div className="figure-words">
        <span className="figure-name">{label || '目标'}</span>
        <small className="quiet">
          {meaning} · 目标 {aim}
        </small>
      </div>
      <div className="figure-entry">
        {ask === 'number' ? (
          <InputNumber
            aria-label={label}
            inputMode="decimal"
            value={value ?? null}
            onChange={onValue}
            suffix={unit}
            controls={false}
            placeholder={asked.last ? String(asked.last.value) : '数字'}
          />
        ) : (
          <span className="done-choice" role="radiogroup" aria-label={label}>
            {[1, 0].map((one) => (
              <label key={one} data-chosen={value === one}>
                <input type="radio" name={asked.targetId} checked={value === one} onChange={() => onValue(one)} />
                {doneWords(one).replace('已', '')}
              </label>
            ))}
          </span>
        )}
        <LastFigure asked={asked} />
      </div>
    </div>
  )
}
