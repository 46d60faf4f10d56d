import type { PlanTarget, TargetAccrual, TargetKind } from '#compiler/compiled-plan.ts'

/** Whether the words of a target leave two readings open; one that repeats another is settled with it. */
export const isOpen = ({ accrualOther, duplicateOf }: PlanTarget): boolean =>
  accrualOther != null && duplicateOf === null

/** Open targets of one kind between the same two readings: settled together, if the person wants. */
export interface OpenShape {
  kind: TargetKind
  /** The likelier one, which holds until somebody chooses, first. */
  readings: readonly [TargetAccrual, TargetAccrual]
  targets: readonly PlanTarget[]
}

/** What is open in a plan, by shape, the commonest first. */
export function openShapes(targets: readonly PlanTarget[]): readonly OpenShape[] {
  const shapes = new Map<string, OpenShape>()
  for (const target of targets.filter(isOpen)) {
    const { kind, accrual, accrualOther } = target
    if (!accrual || !accrualOther) continue
    const key = [kind, accrual, accrualOther].join()
    const same = shapes.get(key)?.targets ?? []
    shapes.set(key, { kind, readings: [accrual, accrualOther], targets: [...same, target] })
  }
  return [...shapes.values()].sort((a, b) => b.targets.length - a.targets.length)
}
