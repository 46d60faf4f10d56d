import { dayNumber } from '#kernel/day.ts'
import { isYearOf } from './fact-meaning.ts'
import type { TargetFact } from './facts.ts'

/** Targets that speak of one thing: the plan repeats it, or names a figure for each year. */
export interface Family {
  members: readonly TargetFact[]
}

const sameThing = ({ taskId, indicator, kind, unit }: TargetFact): string => `${taskId} ${indicator} ${kind} ${unit}`

/** Each target's family, by id. What repeats another, and what differs from it by its time alone, belong together. */
export function findFamilies(targets: readonly TargetFact[]): ReadonlyMap<string, Family> {
  const groupOf = new Map<string, TargetFact[]>()
  const byThing = new Map<string, TargetFact[]>()
  for (const target of targets) {
    const key = sameThing(target)
    const group = byThing.get(key) ?? []
    group.push(target)
    byThing.set(key, group)
    groupOf.set(target.id, group)
  }
  for (const target of targets) {
    const other = target.repeats === null ? undefined : groupOf.get(target.repeats)
    const own = groupOf.get(target.id) ?? []
    if (!other || other === own) continue
    other.push(...own)
    for (const member of own) groupOf.set(member.id, other)
  }
  return new Map([...groupOf].map(([id, members]) => [id, { members }]))
}

/** The figures the plan itself names for days before a target's last one, each once, in the order of days. */
export function listPlanned(target: TargetFact, { members }: Family): { on: string; value: number }[] {
  const points = new Map<string, number>()
  for (const { endOn, value, kind, id } of members) {
    if (id === target.id || endOn === null || value === null || kind !== target.kind) continue
    if (target.endOn !== null && endOn < target.endOn) points.set(endOn, value)
  }
  return [...points].map(([on, value]) => ({ on, value })).sort((a, b) => dayNumber(a.on) - dayNumber(b.on))
}

/**
 * The same for figures that add up over years (三年 6 家，分别 1、2、3 家): what should stand at the end of each year.
 * Only members whose time lies within the target's and does not overlap are counted.
 */
export function listPlannedSums(target: TargetFact, { members }: Family): { on: string; value: number }[] {
  const within = members
    .filter((member) => member.id !== target.id && member.kind === target.kind && isYearOf(member, target))
    .flatMap(({ startOn, endOn, value }) =>
      startOn !== null && endOn !== null && value !== null && endOn < (target.endOn ?? '')
        ? [{ startOn, endOn, value }]
        : [],
    )
    .sort((a, b) => dayNumber(a.endOn) - dayNumber(b.endOn))
  const points: { on: string; value: number }[] = []
  let [sum, until] = [0, '']
  for (const { startOn, endOn, value } of within) {
    if (startOn <= until) continue
    sum += value
    until = endOn
    points.push({ on: endOn, value: sum })
  }
  return points
}
