import type { TargetAccrual, TargetKind } from '#modules/programme/plans/contract.ts'

/** A target of the plan as far as asking for its figure is concerned. */
export interface AskableTarget {
  id: string
  taskId: string | null
  kind: TargetKind
  accrual?: TargetAccrual | undefined
  unit: string
  value: number | null
  valueMax: number | null
  period: { start: string; end: string } | null
  indicator: { text: string; code: string | null }
  /** The target it repeats. */
  repeats: string | null
}
