import type { ReportView } from '../contract.ts'

/** Figures of a report in running text, each with its name and unit. */
export function FigureList({ values }: { values: ReportView['values'] }) {
  return (
    <>
      {values.map(({ targetId, label, unit, ask, value }) => (
        <span key={targetId} className="figure-item">
          {label}{' '}
          <b className="figure">
            {ask === 'done' ? (value === 1 ? '做到' : '未做到') : value} <small>{ask === 'done' ? '' : unit}</small>
          </b>
        </span>
      ))}
    </>
  )
}
