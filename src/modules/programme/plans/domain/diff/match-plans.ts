import type { CompiledPlan, PlanTarget, PlanTask } from '#compiler/compiled-plan.ts'
import { taskBody } from '../task-body.ts'
import { matchItems, type Pairs } from './match-items.ts'
import { type Profile, plain, profile, similarity } from './similarity.ts'

/** Which task and which target of one version is which of the other, by index. */
export interface PlanPairs {
  tasks: Pairs
  targets: Pairs
}

/**
 * Finds the same task and the same target in two versions, whatever was renumbered, reworded or moved.
 * It always reads the pair of plans in one direction, so that A against B and B against A give the same pairs.
 */
export function matchPlans(before: CompiledPlan, after: CompiledPlan): PlanPairs {
  if (identity(before) <= identity(after)) return match(before, after)
  const { tasks, targets } = match(after, before)
  return { tasks: flip(tasks), targets: flip(targets) }
}

/** Two plans that say the same have the same identity. */
export const identity = (plan: CompiledPlan) => JSON.stringify([plan.tasks, plan.targets])
const flip = (pairs: Pairs): Pairs => pairs.map(([i, j]): [number, number] => [j, i]).sort((x, y) => x[0] - y[0])

function match(before: CompiledPlan, after: CompiledPlan): PlanPairs {
  const tasks = matchItems(before.tasks.map(readTask), after.tasks.map(readTask), {
    key: taskKey,
    score: likeTasks,
    threshold: 0.42,
  })
  const readers = targetReaders(before, after, tasks)
  const targets = matchItems(before.targets.map(readers.before), after.targets.map(readers.after), {
    key: targetKey,
    score: likeTargets,
    threshold: 0.55,
  })
  return { tasks, targets }
}

interface ReadTask {
  task: PlanTask
  title: Profile
  body: Profile
}

const readTask = (task: PlanTask): ReadTask => ({ task, title: profile(task.title), body: profile(taskBody(task)) })
const taskKey = ({ title, body }: ReadTask) => `${title.plain}\n${body.plain}`

/** A task keeps its identity when either its name or most of its text survives. */
function likeTasks(a: ReadTask, b: ReadTask): number {
  const title = similarity(a.title, b.title)
  const body = similarity(a.body, b.body)
  const sameNumber = a.task.number !== '' && a.task.number === b.task.number ? 0.04 : 0
  return Math.max(0.6 * title + 0.4 * body, 0.3 * title + 0.7 * body) + sameNumber
}

interface ReadTarget {
  target: PlanTarget
  indicator: Profile
  clause: Profile
  /** The same for both versions of one task. */
  home: string
}

function targetReaders(before: CompiledPlan, after: CompiledPlan, tasks: Pairs) {
  const homes = { before: new Map<string | null, string>(), after: new Map<string | null, string>() }
  tasks.forEach(([i, j], n) => {
    homes.before.set(before.tasks[i]?.id ?? null, `pair ${n}`)
    homes.after.set(after.tasks[j]?.id ?? null, `pair ${n}`)
  })
  const read =
    (side: 'before' | 'after') =>
    (target: PlanTarget): ReadTarget => ({
      target,
      indicator: profile(target.indicator.text),
      clause: profile(target.clause.text.replace(/\d+(?:\.\d+)?/gu, '')),
      home: target.taskId === null ? 'document' : (homes[side].get(target.taskId) ?? `${side} ${target.taskId}`),
    })
  return { before: read('before'), after: read('after') }
}

const targetKey = ({ target, indicator, home }: ReadTarget) =>
  JSON.stringify([
    home,
    indicator.plain,
    plain(target.clause.text),
    target.op,
    target.value,
    target.valueMax,
    target.unit,
    target.period,
  ])

const share = (holds: boolean, weight: number) => (holds ? weight : 0)

function likeTargets(a: ReadTarget, b: ReadTarget): number {
  const coded = a.target.indicator.code !== null && a.target.indicator.code === b.target.indicator.code
  const indicator = Math.max(similarity(a.indicator, b.indicator), coded ? 0.85 : 0)
  return (
    0.5 * indicator +
    0.2 * similarity(a.clause, b.clause) +
    share(a.home === b.home, 0.14) +
    share(plain(a.target.unit) === plain(b.target.unit), 0.06) +
    share(a.target.kind === b.target.kind, 0.04) +
    share(a.target.period?.end === b.target.period?.end, 0.04) +
    share(a.target.value === b.target.value, 0.02)
  )
}
