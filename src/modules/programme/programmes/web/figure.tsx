import { formatFigure, type PlanTarget } from '#modules/programme/plans/contract.ts'

/** A target's figure with its sign, the unit small beside it. */
export function Figure({
  target,
}: {
  target: Pick<PlanTarget, 'op' | 'value' | 'valueMax' | 'unit' | 'kind' | 'accrual' | 'period'>
}) {
  return (
    <span className="figure">
      {formatFigure(target)}
      <small>{target.unit}</small>
    </span>
  )
}
