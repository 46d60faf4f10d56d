import type { CompiledPlan, PlanTarget } from '#compiler/compiled-plan.ts'
import { indicatorOf } from '#compiler/plan/quantities/classify-indicator.ts'
import { toNormal } from '#kernel/quantity.ts'
import { accrualOfKind } from '../target/meaning.ts'
import type { Correction } from './correction.ts'
import { addedId, findTarget, findTask } from './find-element.ts'

type Of<K extends Correction['kind']> = Extract<Correction, { kind: K }>

/** A figure taken by hand that a newer compiler takes by itself is one target, as the person had it. */
export function addTarget(
  plan: CompiledPlan,
  { at, figure = at, task, target }: Of<'addTarget'>,
): CompiledPlan | undefined {
  const owner = task ? findTask(plan, task) : undefined
  if ((task && !owner) || at[1] > plan.source.text.length) return undefined
  const isHere = ({ valueSpan: [start, end] }: PlanTarget) => start === figure[0] && end === figure[1]
  if (plan.targets.some(isHere)) return changeTarget(plan, { kind: 'changeTarget', at, figure, target })
  const read = plan.untaken?.find(isHere)
  const added: PlanTarget = normalised({
    ...target,
    indicator: measureOf(target),
    id: addedId('target', figure),
    taskId: owner?.id ?? null,
    normal: null,
    scopeLevel: read?.scopeLevel ?? '',
    baseline: read?.baseline ?? null,
    periodFrom: read && isSamePeriod(read.period, target.period) ? read.periodFrom : null,
    duplicateOf: null,
    clause: { text: plan.source.text.slice(...at), span: at },
    valueSpan: figure,
  })
  const targets = [...plan.targets, added].sort((a, b) => a.valueSpan[0] - b.valueSpan[0])
  const untaken = plan.untaken?.filter((other) => !isHere(other))
  return { ...plan, targets, ...(untaken && { untaken }) }
}

/** How a figure adds up is settled by whoever says it; a period by hand is nobody's words. */
const settledBy = ({ accrual, period }: Partial<PlanTarget>): Partial<PlanTarget> => ({
  ...(accrual && { accrualOther: null }),
  ...(period !== undefined && { periodFrom: null }),
})

export function changeTarget(plan: CompiledPlan, { figure, target }: Of<'changeTarget'>): CompiledPlan | undefined {
  const found = findTarget(plan, figure)
  if (!found) return undefined
  // What was read of its years held for the kind it was taken for.
  const isOther = target.kind !== undefined && target.kind !== found.kind
  const own = isOther && target.accrual === undefined ? { accrual: accrualOfKind({ ...found, ...target }) } : {}
  const period = isSamePeriod(target.period, found.period) ? undefined : target.period
  const next = { ...found, ...target, ...own, ...settledBy({ ...target, ...own, period }) }
  const indicator = isSameMeasure(found, next) ? { ...found.indicator, ...target.indicator } : measureOf(next)
  const changed = normalised({ ...next, indicator })
  return { ...plan, targets: plan.targets.map((other) => (other === found ? changed : other)) }
}

type Measure = Pick<PlanTarget, 'indicator' | 'kind' | 'unit'>

const isSameMeasure = (a: Measure, b: Measure): boolean =>
  a.indicator.text === b.indicator.text && a.kind === b.kind && a.unit === b.unit

/** Another name, kind or unit is another measure: its code is read anew, never kept from what it was. */
const measureOf = (target: Measure): PlanTarget['indicator'] =>
  indicatorOf(target.indicator.text, target.indicator.text, target)

const isSamePeriod = (a: PlanTarget['period'] | undefined, b: PlanTarget['period']): boolean =>
  a?.start === b?.start && a?.end === b?.end

/** The reading a person chose where the words leave two open, for as many targets as it was chosen for. */
export function settleAccrual(plan: CompiledPlan, { figures, accrual }: Of<'settleAccrual'>): CompiledPlan | undefined {
  const found = new Set(figures.map((figure) => findTarget(plan, figure)))
  const targets = plan.targets.map((target) =>
    found.has(target) ? { ...target, ...settledBy({ accrual }), accrual } : target,
  )
  return plan.targets.some((target) => found.has(target)) ? { ...plan, targets } : undefined
}

/** What repeated the dropped target stands for itself. */
export function dropTarget(plan: CompiledPlan, { figure }: Of<'dropTarget'>): CompiledPlan | undefined {
  const found = findTarget(plan, figure)
  if (!found) return undefined
  const targets = plan.targets
    .filter((target) => target !== found)
    .map((target) => (target.duplicateOf === found.id ? { ...target, duplicateOf: null } : target))
  return { ...plan, targets }
}

function normalised(target: PlanTarget): PlanTarget {
  const normal = target.value === null ? null : toNormal(target.value, target.valueMax, target.unit)
  return { ...target, normal }
}
