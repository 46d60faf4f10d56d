import type { Diagnostic, PlanTarget } from '../../compiled-plan.ts'
import { report } from '../diagnostics/catalogue.ts'

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

/** Everything by which two figures of one measure are the same. */
const figureOf = (target: PlanTarget): string =>
  [target.normal?.value, target.value, target.valueMax].map(String).join('|')

/** What one measure was told in the same words and the same figure: the first, and the first outside its clause. */
interface Told {
  words: string
  figure: string
  targets: PlanTarget[]
}

const isApart = (a: PlanTarget, b: PlanTarget): boolean => a.clause.span[0] !== b.clause.span[0]

/** No plan tells one measure in more ways; in a text that does only the same words and figure are the same. */
const MOST_WAYS = 200

/** The first of some targets that stands in another clause than this one. */
const firstApart = (target: PlanTarget, told: readonly Told[]): PlanTarget | undefined =>
  told
    .flatMap(({ targets }) => targets.find((other) => isApart(other, target)) ?? [])
    .sort((a, b) => a.valueSpan[0] - b.valueSpan[0])[0]

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
  const seen = new Map<string, Map<string, Told>>()
  const diagnostics: Diagnostic[] = []
  const linked = targets.map((target) => {
    const words = plain(target.indicator.text)
    if (target.kind === 'benefit' || target.value === null || words.length < 3) return target
    const key = measureOf(target)
    const measure = seen.get(key) ?? new Map<string, Told>()
    seen.set(key, measure)
    const figure = figureOf(target)
    const same = measure.get(`${figure}|${words}`) ?? { words, figure, targets: [] }
    const told = measure.size > MOST_WAYS ? [same] : [...measure.values()]
    // Words that hold each other are near.
    const near = told.filter((other) => other.words.includes(words) || words.includes(other.words))
    const first = firstApart(target, near)
    const repeated = firstApart(
      target,
      near.filter((other) => other.figure === figure),
    )
    if (same.targets.length < 2 && same.targets.every((other) => isApart(other, target))) same.targets.push(target)
    measure.set(`${figure}|${words}`, same)
    const quoted = { what: target.clause.text, other: (repeated ?? first)?.clause.text ?? '' }
    if (repeated) diagnostics.push(report('GT201', target.valueSpan, quoted))
    else if (first && SETTLED.includes(target.kind)) diagnostics.push(report('GT202', target.valueSpan, quoted))
    return repeated ? { ...target, duplicateOf: repeated.duplicateOf ?? repeated.id } : target
  })
  return { targets: linked, diagnostics }
}
