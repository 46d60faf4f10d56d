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

/** Everything by which two figures of one measure are the same. */
const figureOf = (target: PlanTarget): string =>
  [target.normal?.value, target.value, target.valueMax].map(String).join('|')

interface Placed {
  target: PlanTarget
  at: number
}

/**
 * The first of some targets, and the first that stands in another clause than it: whichever clause is asked from, the
 * first one outside it is among the two, so that a text that says one thing a thousand times needs no more.
 */
interface Firsts {
  first: Placed
  elsewhere?: Placed
}

const startOf = ({ clause }: PlanTarget): number => clause.span[0]

const firstApart = (firsts: Firsts | undefined, from: PlanTarget): Placed | undefined =>
  firsts && startOf(firsts.first.target) === startOf(from) ? firsts.elsewhere : firsts?.first

function withNext(firsts: Firsts | undefined, next: Placed): Firsts {
  if (!firsts) return { first: next }
  if (!firsts.elsewhere && startOf(firsts.first.target) !== startOf(next.target)) firsts.elsewhere = next
  return firsts
}

/** The targets of one measure told in the same words. */
interface SameWords {
  all: Firsts | undefined
  byFigure: Map<string, Firsts>
}

const earliest = (found: readonly (Placed | undefined)[]): PlanTarget | undefined =>
  found.reduce((least, each) => (each && (!least || each.at < least.at) ? each : least), undefined)?.target

/** No plan words one measure in more ways; in a text that does only the same words are the same. */
const MOST_WORDINGS = 200

/** The first target of the measure in another clause, and the first with the same figure; words that hold each other are near. */
function findEarlier(measure: ReadonlyMap<string, SameWords>, target: PlanTarget, words: string) {
  const near =
    measure.size > MOST_WORDINGS
      ? [measure.get(words)].flatMap((same) => same ?? [])
      : [...measure].filter(([other]) => other.includes(words) || words.includes(other)).map(([, each]) => each)
  const figure = figureOf(target)
  return {
    first: earliest(near.map(({ all }) => firstApart(all, target))),
    repeated: earliest(near.map(({ byFigure }) => firstApart(byFigure.get(figure), target))),
  }
}

function remember(measure: Map<string, SameWords>, placed: Placed, words: string): void {
  const same = measure.get(words) ?? { all: undefined, byFigure: new Map<string, Firsts>() }
  const figure = figureOf(placed.target)
  same.all = withNext(same.all, placed)
  same.byFigure.set(figure, withNext(same.byFigure.get(figure), placed))
  measure.set(words, same)
}

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
  const seen = new Map<string, Map<string, SameWords>>()
  const diagnostics: Diagnostic[] = []
  const linked = targets.map((target, at) => {
    const named = plain(target.indicator.text)
    if (target.kind === 'benefit' || target.value === null || named.length < 3) return target
    const key = measureOf(target)
    const measure = seen.get(key) ?? new Map<string, SameWords>()
    seen.set(key, measure)
    const { first, repeated } = findEarlier(measure, target, named)
    remember(measure, { target, at }, named)
    const words = { what: target.clause.text, other: (repeated ?? first)?.clause.text ?? '' }
    if (repeated) diagnostics.push(diagnose('GT201', target.valueSpan, words))
    else if (first && SETTLED.includes(target.kind)) diagnostics.push(diagnose('GT202', target.valueSpan, words))
    return repeated ? { ...target, duplicateOf: repeated.duplicateOf ?? repeated.id } : target
  })
  return { targets: linked, diagnostics }
}
