import type { TargetKind } from '../../compiled-plan.ts'

export function classifyIndicator(_text: string, _kind: TargetKind): string | null {
  return null
}
