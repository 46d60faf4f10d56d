import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import { matchPlans } from '../diff/match-plans.ts'
import { applyCorrection } from './apply-corrections.ts'
import type { Correction } from './correction.ts'

export interface CarriedOver<C> {
  /** As they point at the words of the new issue, in the order they were made. */
  carried: { of: C; correction: Correction }[]
  /** Those whose words the new issue has not, with the place where they would stand. */
  open: { of: C; at: Span }[]
}

/** How far around the place where words are expected they are looked for first: the length of a long task. */
const near = 3000
/** So many characters after a cut say where it was made. */
const cutWords = 12

/**
 * Corrections of an issue, laid over the next one by the words they point at: the same words in the same task, wherever they
 * stand now. One that would change nothing, as the new issue has it right, is left out; so are facts of the old document, its
 * title and number.
 */
export function carryCorrections<C extends { correction: Correction }>(
  before: CompiledPlan,
  after: CompiledPlan,
  made: readonly C[],
): CarriedOver<C> {
  const place = placing(before, after)
  const carried: CarriedOver<C>['carried'] = []
  const open: CarriedOver<C>['open'] = []
  let plan = after
  for (const of of made) {
    if (of.correction.kind === 'changeDocument') continue
    const correction = moved(of.correction, place)
    if (!correction) {
      const start = Math.max(0, Math.min(place.expected(of.correction.at[0]), after.source.text.length - 1))
      open.push({ of, at: [start, start + 1] })
      continue
    }
    const next = applyCorrection(plan, correction)
    if (!next) continue
    plan = next
    carried.push({ of, correction })
  }
  return { carried, open }
}

interface Placing {
  /** Where a place of the old text lies in the new one, by the task it stands in. */
  expected: (offset: number) => number
  /** The same words in the new text, nearest to where they are expected. */
  find: (span: Span, within?: Span) => Span | undefined
}

function placing(before: CompiledPlan, after: CompiledPlan): Placing {
  const [old, now] = [before.source.text, after.source.text]
  const marks = matchPlans(before, after)
    .tasks.flatMap(([i, j]) => {
      const [left, right] = [before.tasks[i], after.tasks[j]]
      return left && right ? [{ from: left.span[0], by: right.span[0] - left.span[0] }] : []
    })
    .sort((a, b) => a.from - b.from)
  const expected = (offset: number) => offset + (marks.findLast(({ from }) => from <= offset)?.by ?? 0)
  const find = (span: Span, within?: Span): Span | undefined => {
    const words = old.slice(span[0], span[1])
    const aim = expected(span[0])
    const [from, to] = within ?? [Math.max(0, aim - near), aim + near + words.length]
    const places = occurrences(now.slice(from, to), words).map((at) => at + from)
    const nearest = places.sort((a, b) => Math.abs(a - aim) - Math.abs(b - aim))[0]
    if (nearest !== undefined) return [nearest, nearest + words.length]
    return within ? undefined : findOnly(now, words)
  }
  return { expected, find }
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** Words that moved far are known only where they stand once. */
function findOnly(text: string, words: string): Span | undefined {
  const [only, other] = occurrences(text, words)
  return only === undefined || other !== undefined ? undefined : [only, only + words.length]
}

/** The correction as it points at the new text; undefined where one of the words it needs is gone. */
function moved(correction: Correction, { find }: Placing): Correction | undefined {
  const at = find(correction.at)
  if (!at) return undefined
  const all = (spans: readonly Span[], within?: Span): Span[] | undefined => {
    const found = spans.map((span) => find(span, within))
    return found.every((span) => span !== undefined) ? found : undefined
  }
  switch (correction.kind) {
    case 'mergeTasks': {
      const others = all(correction.others)
      return others && { ...correction, at, others }
    }
    case 'splitTask': {
      const cut = find([correction.offset, correction.offset + cutWords])
      return cut && { ...correction, at, offset: cut[0] }
    }
    case 'addTarget': {
      const task = correction.task && find(correction.task)
      const figure = correction.figure && find(correction.figure, at)
      if (task === undefined || (correction.figure && !figure)) return undefined
      return { ...correction, at, task, ...(figure && { figure }) }
    }
    case 'changeTarget':
    case 'dropTarget': {
      const figure = find(correction.figure, at)
      return figure && { ...correction, at, figure }
    }
    case 'settleAccrual': {
      const figures = all(correction.figures)
      return figures && { ...correction, at, figures }
    }
    default:
      return { ...correction, at }
  }
}
