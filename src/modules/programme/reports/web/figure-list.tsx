import type { StatementView } from '../contract.ts'

/** Figures of a statement in running text, each with its name and unit. */
export function FigureList({ values }: { values: StatementView['values'] }) {
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
