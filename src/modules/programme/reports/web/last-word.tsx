import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { type InboxItem, progressTitles } from '../contract.ts'

/** What was said last, and the figures that nobody has to fill in. */
export function LastWord({ item: { last, shown } }: { item: InboxItem }) {
  return (
    <div className="last-word">
      {last && (
        <p>
          <span className="quiet">{formatCycle(last.cycle).replace(/^\d+年/u, '')}报</span>{' '}
          {progressTitles[last.progress]}
          {last.text !== '' && <span className="last-text">{last.text}</span>}
        </p>
      )}
      {shown.length > 0 && (
        <details>
          <summary className="quiet">{shown.length} 个目标不用填</summary>
          <ul>
            {shown.map(({ targetId, label, aim, why, known, unit }) => (
              <li key={targetId}>
                {label} <span className="quiet">目标 {aim}</span>{' '}
                {known && (
                  <b className="figure">
                    {known.value} {unit}
                  </b>
                )}{' '}
                <span className="quiet">{why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
