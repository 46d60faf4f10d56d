import type { Diagnostic, PlanTarget } from '../../compiled-plan.ts'
import { diagnose } from './diagnostics.data.ts'

const LEVEL = /国家级|省部?级|市州?级|县区?级|区县级|全国|省级|以上/g
const NOISE = /[“”"\s]|全市|全县|全省|全区|我市|我县|要|总数|数量|(?<=企业)认定/g

const plain = (text: string): string => text.replace(NOISE, '')
const levels = (text: string): string => (text.match(LEVEL) ?? []).join()

/** One measure: the same code (or the same words), level, kind, unit and last day. */
function measureOf(target: PlanTarget): string {
  const { text, code } = target.indicator
  const unit = target.normal?.unit ?? target.unit
  return [code ?? plain(text), levels(text), target.kind, unit, target.scopeLevel, target.period?.end ?? ''].join('|')
}

const nearWords = (a: PlanTarget, b: PlanTarget): boolean => {
  const [x, y] = [plain(a.indicator.text), plain(b.indicator.text)]
  return x.includes(y) || y.includes(x)
}

const same = (a: PlanTarget, b: PlanTarget): boolean =>
  a.normal?.value === b.normal?.value && a.value === b.value && a.valueMax === b.valueMax
const apart = (a: PlanTarget, b: PlanTarget): boolean => a.clause.span[0] !== b.clause.span[0]
const SETTLED: readonly PlanTarget['kind'][] = [
  'stock',
  'ratio',
  'per_capita',
  'amount',
  'growth',
  'net_increase',
  'coverage',
]

/**
 * Marks targets that repeat an earlier one, and reports those that contradict one. Only measures that describe a
 * state contradict: two tasks may each add ten of a thing.
 */
export function linkTargets(targets: readonly PlanTarget[]): { targets: PlanTarget[]; diagnostics: Diagnostic[] } {
  const seen = new Map<string, PlanTarget[]>()
  const diagnostics: Diagnostic[] = []
  const linked = targets.map((target) => {
    if (target.kind === 'benefit' || target.value === null || plain(target.indicator.text).length < 3) return target
    const key = measureOf(target)
    const earlier = (seen.get(key) ?? []).filter((other) => apart(other, target) && nearWords(other, target))
    seen.set(key, [...(seen.get(key) ?? []), target])
    const repeated = earlier.find((other) => same(other, target))
    const words = { what: target.clause.text, other: (repeated ?? earlier[0])?.clause.text ?? '' }
    if (repeated) diagnostics.push(diagnose('GT201', target.valueSpan, words))
    else if (earlier.length > 0 && SETTLED.includes(target.kind))
      diagnostics.push(diagnose('GT202', target.valueSpan, words))
    return repeated ? { ...target, duplicateOf: repeated.duplicateOf ?? repeated.id } : target
  })
  return { targets: linked, diagnostics }
}
