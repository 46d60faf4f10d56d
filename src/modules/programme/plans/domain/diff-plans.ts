import type { CompiledPlan, PlanTarget, PlanTask } from '#compiler/compiled-plan.ts'
import { chineseDay } from '#kernel/day.ts'
import { change } from './diff/field-change.ts'
import type { Pairs } from './diff/match-items.ts'
import { identity, matchPlans } from './diff/match-plans.ts'
import { movedTasks } from './diff/moved-tasks.ts'
import { targetChanges } from './diff/target-changes.ts'
import { taskChanges } from './diff/task-changes.ts'
import { formatPeriod } from './labels.data.ts'
import type { DiffSide, FieldChange, ItemChange, PlanDiff } from './plan-diff.ts'
import { isJudged } from './target/meaning.ts'
import { formatTarget } from './target/wording.ts'

/**
 * What the newer version of a plan says differently: tasks and targets added, dropped, changed or moved, with both
 * wordings. Two equal plans give empty lists; `diffPlans(b, a)` is `diffPlans(a, b)` with before and after exchanged.
 */
export function diffPlans(older: CompiledPlan, newer: CompiledPlan): PlanDiff {
  const [before, after] = [withoutOffers(older), withoutOffers(newer)]
  const pairs = matchPlans(before, after)
  const moved = movedPairs(before, after, pairs.tasks)
  return {
    document: documentChanges(before, after),
    tasks: listChanges(before.tasks, after.tasks, {
      pairs: pairs.tasks,
      side: taskSide,
      changes: taskChanges,
      isMoved: (n) => moved.has(n),
    }),
    targets: listChanges(before.targets, after.targets, {
      pairs: pairs.targets,
      side: (target, isAfter) => targetSide(isAfter ? after : before, target),
      changes: targetChanges,
      isMoved: () => false,
    }),
  }
}

/** Money and favours offered to applicants are no targets; a change of theirs shows in the task's text. */
const withoutOffers = (plan: CompiledPlan): CompiledPlan => ({
  ...plan,
  targets: plan.targets.filter(isJudged),
})

/** Reads the pairs in one direction whichever plan is called newer, as the matching does. */
function movedPairs(before: CompiledPlan, after: CompiledPlan, pairs: Pairs): Set<number> {
  if (identity(before) <= identity(after)) return movedTasks(before, after, pairs)
  const order = [...pairs.keys()].sort((x, y) => (pairs[x]?.[1] ?? 0) - (pairs[y]?.[1] ?? 0))
  const mirrored = movedTasks(
    after,
    before,
    order.map((n): [number, number] => [pairs[n]?.[1] ?? 0, pairs[n]?.[0] ?? 0]),
  )
  return new Set([...mirrored].map((n) => order[n] ?? 0))
}

interface Reading<T> {
  pairs: Pairs
  side: (item: T, isAfter: boolean) => DiffSide
  changes: (before: T, after: T) => FieldChange[]
  isMoved: (pair: number) => boolean
}

/** In the order of the newer plan; what was dropped comes where it stood. */
function listChanges<T>(before: readonly T[], after: readonly T[], reading: Reading<T>): ItemChange[] {
  const rows: { at: number; item: ItemChange }[] = []
  const [partnerOf, partnered] = [new Map(reading.pairs), new Set(reading.pairs.map(([, j]) => j))]
  reading.pairs.forEach(([i, j], n) => {
    const [left, right] = [before[i], after[j]]
    if (left === undefined || right === undefined) return
    const [changes, moved] = [reading.changes(left, right), reading.isMoved(n)]
    if (changes.length === 0 && !moved) return
    const kind = changes.length > 0 ? 'changed' : 'moved'
    rows.push({
      at: j,
      item: { kind, before: reading.side(left, false), after: reading.side(right, true), changes, moved },
    })
  })
  after.forEach((item, j) => {
    if (!partnered.has(j))
      rows.push({
        at: j,
        item: { kind: 'added', before: null, after: reading.side(item, true), changes: [], moved: false },
      })
  })
  let at = -1
  before.forEach((item, i) => {
    at = partnerOf.get(i) ?? at
    if (!partnerOf.has(i))
      rows.push({
        at: at + 0.5,
        item: { kind: 'dropped', before: reading.side(item, false), after: null, changes: [], moved: false },
      })
  })
  return rows.sort((x, y) => x.at - y.at).map((row) => row.item)
}

const taskSide = (task: PlanTask): DiffSide => ({
  id: task.id,
  number: task.number,
  title: task.title,
  text: task.text,
  place: task.path.join(' > '),
  span: task.span,
})

const targetSide = (plan: CompiledPlan, target: PlanTarget): DiffSide => ({
  id: target.id,
  number: '',
  title: `${target.indicator.text} ${formatTarget(target)}`,
  text: target.clause.text,
  place: plan.tasks.find((task) => task.id === target.taskId)?.title ?? '',
  span: target.clause.span,
})

const wording = (text: string | null) => ({ text: text ?? '', span: null })

function documentChanges({ document: before }: CompiledPlan, { document: after }: CompiledPlan): FieldChange[] {
  return [
    ...change('title', wording(before.title), wording(after.title)),
    ...change('issuer', wording(before.issuer), wording(after.issuer)),
    ...change('number', wording(before.number), wording(after.number)),
    ...change('issuedOn', wording(chineseDay(before.issuedOn ?? '')), wording(chineseDay(after.issuedOn ?? ''))),
    ...change('period', wording(formatPeriod(before.period)), wording(formatPeriod(after.period))),
  ]
}
