import { groupBy } from '#kernel/group-by.ts'
import { isPartOf, meaningOf } from '#modules/programme/plans/contract.ts'
import type { AskableTarget } from './askable-target.ts'
import type { Cycle } from './cycle.ts'

/** Whether the figure is how things stand: one look at it serves this year's mark and the next year's. */
function isOneLook(target: AskableTarget): boolean {
  const { counted, span } = meaningOf(target)
  return counted === 'level' && span === 'own' && target.kind !== 'growth'
}

const nameOf = ({ taskId, indicator, unit, kind }: AskableTarget): string =>
  `${taskId}/${indicator.text}/${unit}/${kind}`

/** Targets that one figure answers, in the order of the plan: repeats of each other, and marks of several years of one level. */
export function sameFigure(targets: readonly AskableTarget[]): AskableTarget[][] {
  const groupOf = new Map<string, AskableTarget[]>()
  const byName = new Map<string, AskableTarget[]>()
  for (const target of targets) {
    const named = isOneLook(target) && target.taskId !== null ? byName.get(nameOf(target)) : undefined
    const repeated = target.repeats === null ? undefined : groupOf.get(target.repeats)
    const group = join(groupOf, named, repeated) ?? []
    group.push(target)
    groupOf.set(target.id, group)
    if (isOneLook(target)) byName.set(nameOf(target), group)
  }
  return [...new Set(groupOf.values())]
}

/** Two groups that a target ties together become one. */
function join(
  groupOf: Map<string, AskableTarget[]>,
  one: AskableTarget[] | undefined,
  other: AskableTarget[] | undefined,
): AskableTarget[] | undefined {
  if (!one || !other || one === other) return one ?? other
  for (const target of other) {
    one.push(target)
    groupOf.set(target.id, one)
  }
  return one
}

/** The one of a group that is asked for: a task's rather than nobody's, in force rather than not, the nearest end first. */
export function mainOf(group: readonly AskableTarget[], cycle: Pick<Cycle, 'startOn' | 'endOn'>): AskableTarget {
  const rank = ({ taskId, period }: AskableTarget): string => {
    const inForce = period === null || (period.start <= cycle.endOn && period.end >= cycle.startOn)
    return `${taskId === null ? 1 : 0}${inForce ? 0 : 1}${period?.end ?? '9999'}`
  }
  const [main] = [...group].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
  if (!main) throw new Error('a group of targets is never empty')
  return main
}

/** Totals over several years that the plan also gives by year: total → its years. */
export function listWholes(targets: readonly AskableTarget[]): Map<string, readonly string[]> {
  const wholes = new Map<string, readonly string[]>()
  const timed = targets.map((target) => ({ target, period: target.period, meaning: meaningOf(target) }))
  for (const group of groupBy(timed, ({ target }) => nameOf(target)).values())
    for (const whole of group) {
      const parts = group.filter((part) => isPartOf(part, whole)).map(({ target }) => target.id)
      if (parts.length > 1) wholes.set(whole.target.id, parts)
    }
  return wholes
}
