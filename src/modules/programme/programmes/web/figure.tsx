import { formatFigure, formatUnit, type PlanTarget } from '#modules/programme/plans/contract.ts'

/** A target's figure with its sign, the unit small beside it. */
export function Figure({ target }: { target: Pick<PlanTarget, 'op' | 'value' | 'valueMax' | 'unit' | 'kind'> }) {
  return (
    <span className="figure">
      {formatFigure(target)}
      <small>{formatUnit(target)}</small>
    </span>
  )
}
