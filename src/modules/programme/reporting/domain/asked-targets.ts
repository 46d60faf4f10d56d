import { groupBy } from '#kernel/group-by.ts'
import { isJudged, meaningOf } from '#modules/programme/plans/contract.ts'
import type { AskableTarget } from './askable-target.ts'
import type { Cycle } from './cycle.ts'
import { listWholes, mainOf, sameFigure } from './target-groups.ts'

/** What becomes of a target in a cycle: asked for as a number or as 做到/未做到, or not, and why not. */
export interface Asking {
  ask: 'number' | 'done' | null
  why: string | null
  /** Targets whose figure the same answer gives. */
  covers: readonly string[]
  /** Targets whose figures add up to this one's. */
  sumOf: readonly string[]
}

export interface AskingFacts {
  cycle: Pick<Cycle, 'startOn' | 'endOn'>
  /** Where figures come from, as set for the programme; other targets are the agency's, or as `usualSource` says. */
  sourceOf: (target: AskableTarget) => { source: 'agency' | 'outside' | 'computed'; from: string | null }
  /** Whether the last figure known reaches the target. */
  isReached: (targetId: string) => boolean
}

/** Codes of indicators that only the statistics bureau states, yearly or quarterly and months late. */
const statistics = /^(?:RD_|HT_VA_)/u

/** Who knows a figure when nobody said otherwise. */
export const usualSource = ({ indicator }: Pick<AskableTarget, 'indicator'>): ReturnType<AskingFacts['sourceOf']> =>
  statistics.test(indicator.code ?? '') && indicator.code !== 'RD_ORG_COVERAGE'
    ? { source: 'outside', from: '统计部门' }
    : { source: 'agency', from: null }

const not = (why: string, more: Partial<Asking> = {}): Asking => ({ ask: null, why, covers: [], sumOf: [], ...more })

/**
 * Decides for every target of a programme whether its figure is asked for in a cycle. One figure is asked once: a target
 * that repeats another, or is the next year's mark of the same total, takes the figure given for the one in force; a total
 * over years is added up from its years. Money offered to applicants is never asked.
 */
export function planAsking(targets: readonly AskableTarget[], facts: AskingFacts): Map<string, Asking> {
  const found = new Map<string, Asking>()
  const known = { ...facts, sums: listWholes(targets), named: groupBy(targets, thingOf) }
  for (const group of sameFigure(targets)) {
    const main = mainOf(group, facts.cycle)
    const covers = group.filter((target) => target !== main).map(({ id }) => id)
    for (const id of covers) found.set(id, not(`与“${main.indicator.text}”是同一个数，不重复填`))
    found.set(main.id, { ...decide(main, known), covers })
  }
  return found
}

interface Deciding extends AskingFacts {
  sums: ReadonlyMap<string, readonly string[]>
  /** Targets of one task and indicator, whatever their year. */
  named: ReadonlyMap<string, readonly AskableTarget[]>
}

const thingOf = ({ taskId, indicator, unit }: AskableTarget): string => `${taskId}\n${indicator.text}\n${unit}`

function decide(target: AskableTarget, facts: Deciding): Asking {
  const { period, taskId } = target
  if (!isJudged(target)) return not('给予申报者的奖补标准，不用填')
  const { source, from } = facts.sourceOf(target)
  if (source === 'outside') return not(`由${from ?? '外部单位'}提供，不用填`)
  if (source === 'computed') return not(`由系统${from === null ? '' : `按${from}`}计算，不用填`)
  if (taskId === null) return not('总体目标，没有单独的牵头单位')
  const sumOf = facts.sums.get(target.id)
  if (sumOf) return not('由各年数合计，不用填', { sumOf })
  if (period && period.start > facts.cycle.endOn) return not(`自 ${period.start} 起填报`)
  if (period && period.end < facts.cycle.startOn && (facts.isReached(target.id) || hasSuccessor(target, facts)))
    return not('期限已过，不再填报')
  return { ask: isAnsweredByDone(target) ? 'done' : 'number', why: null, covers: [], sumOf: [] }
}

/** Every figure of the plan that can be stated, once each, with how it is answered: not what repeats another or is added up from its years. */
export function listFigures<T extends AskableTarget>(targets: readonly T[], day: string) {
  const sums = listWholes(targets)
  const mains = sameFigure(targets).map((group) => mainOf(group, { startOn: day, endOn: day }).id)
  const once = new Set(mains.filter((id) => !sums.has(id)))
  return targets
    .filter((target) => once.has(target.id) && isJudged(target))
    .map((target) => ({ target, ask: isAnsweredByDone(target) ? ('done' as const) : ('number' as const) }))
}

/** Another year's target of the same name is in force now. */
const hasSuccessor = (target: AskableTarget, { cycle, named }: Deciding): boolean =>
  (named.get(thingOf(target)) ?? []).some((other) => other !== target && (other.period?.end ?? '9999') >= cycle.startOn)

/** 里程碑 and 频次 are done or not; so is whatever names no figure. */
const isAnsweredByDone = ({ kind, value, valueMax }: AskableTarget): boolean =>
  meaningOf({ kind }).counted === 'done' || (value === null && valueMax === null)
