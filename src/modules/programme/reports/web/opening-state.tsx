import { withUnit } from '#kernel/figures.ts'
import { formatMoment } from '#ui/words.ts'
import { openingMark, openingTitles, type TaskReportsView } from '../contract.ts'

type Shown = Pick<TaskReportsView, 'opening' | 'openingFigures'>
type Line = Shown['openingFigures'][number]

const when = ({ saidBy, saidAt }: Pick<Line, 'saidBy' | 'saidAt'>): string =>
  `${saidBy} ${formatMoment(saidAt).slice(0, 10)}`

/** What the office said of how a task stood when the plan began to run here, apart from what agencies report. */
export function OpeningState({ opening, openingFigures }: Shown) {
  if (!opening && openingFigures.length === 0) return null
  return (
    <div className="opening-note">
      {opening && (
        <p>
          {openingMark}：<b>{openingTitles[opening.said]}</b>
          {opening.on && ` ${opening.on}`}
          {opening.from && `，依据：${opening.from}`}
          <small className="quiet">
            {' '}
            {when(opening)}
            {opening.isReported && '，已有单位报送，以报送为准'}
          </small>
        </p>
      )}
      {openingFigures.map((line) => (
        <p key={line.targetId}>
          {openingMark}：{line.label} <b className="figure">{withUnit(line.value ?? '', line.unit)}</b>，截至 {line.on}
          {line.from && `，依据：${line.from}`} <small className="quiet">{when(line)}</small>
        </p>
      ))}
    </div>
  )
}
