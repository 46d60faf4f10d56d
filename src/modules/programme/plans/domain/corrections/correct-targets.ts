import type { CompiledPlan, PlanTarget } from '#compiler/compiled-plan.ts'
import { toNormal } from '#kernel/quantity.ts'
import { accrualOfKind } from '../target/meaning.ts'
import type { Correction } from './correction.ts'
import { addedId, findTarget, findTask } from './find-element.ts'

type Of<K extends Correction['kind']> = Extract<Correction, { kind: K }>

export function addTarget(plan: CompiledPlan, { at, task, target }: Of<'addTarget'>): CompiledPlan | undefined {
  const owner = task ? findTask(plan, task) : undefined
  if ((task && !owner) || at[1] > plan.source.text.length) return undefined
  const added: PlanTarget = normalised({
    ...target,
    id: addedId('target', at),
    taskId: owner?.id ?? null,
    normal: null,
    scopeLevel: '',
    baseline: null,
    duplicateOf: null,
    clause: { text: plan.source.text.slice(...at), span: at },
    valueSpan: at,
  })
  return { ...plan, targets: [...plan.targets, added].sort((a, b) => a.valueSpan[0] - b.valueSpan[0]) }
}

export function changeTarget(plan: CompiledPlan, { figure, target }: Of<'changeTarget'>): CompiledPlan | undefined {
  const found = findTarget(plan, figure)
  if (!found) return undefined
  // What was read of its years held for the kind it was taken for.
  const isOther = target.kind !== undefined && target.kind !== found.kind
  const accrual = isOther ? { accrual: accrualOfKind({ ...found, ...target }) } : {}
  return {
    ...plan,
    targets: plan.targets.map((other) => (other === found ? normalised({ ...other, ...accrual, ...target }) : other)),
  }
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
