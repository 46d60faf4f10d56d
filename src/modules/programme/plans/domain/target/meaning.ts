import type { Period, TargetAccrual, TargetKind, TargetOp } from '#compiler/compiled-plan.ts'
import { earlier, isOneYear, later, yearEnd, yearStart } from '#kernel/day.ts'

/**
 * What follows from a target's kind, accrual and period, for everybody who computes with it.
 * Source: label conventions of the project's corpus (`measure_kind`, `accrual`), indicator dictionary (table of measure kinds).
 */

/** `level`: the last figure stands; `running`: figures are totals since the stretch began; `done`: reached or not, nothing between. */
export type Counted = 'level' | 'running' | 'done'

/** What of a target says how it is counted. An accrual that is not known follows from the kind. */
export interface Measured {
  kind: TargetKind
  accrual?: TargetAccrual | undefined
  period?: Period | null
  op?: TargetOp
}

export interface Meaning {
  accrual: TargetAccrual
  counted: Counted
  /** Which time a figure is held against: the target's own, each calendar year in it, or its last year alone. */
  span: 'own' | 'each_year' | 'last_year'
  /** Where the way begins: at nothing, or at the baseline; or the figure holds from the first day to the last. */
  from: 'zero' | 'baseline' | 'always'
  /** Of agencies that state each its own part (各乡镇) the figures add up. Rates, growth and figures per head never do. */
  addsOverAgencies: boolean
  /** Figures of several years add up to it. */
  addsOverYears: boolean
  /** The count begins again every January. */
  restarts: boolean
  /** A standard for any moment (不良率控制在 3% 以内): no course, no forecast, a breach is a breach. */
  limit: boolean
  /** Published by statistics long after its day; domain knowledge: R&D figures 9–12 months. */
  lagged: boolean
}

const flows: ReadonlySet<TargetKind> = new Set([
  'new_in_period', 'new_per_year', 'net_increase', 'amount', 'area', 'deliverable',
]) // biome-ignore format: a list
const answers: ReadonlySet<TargetKind> = new Set(['cadence', 'milestone', 'benefit'])

/** The accrual a kind has where no words are known: of targets compiled before it was read, and of those added by hand. */
export function accrualOfKind({ kind, period }: Omit<Measured, 'accrual'>): TargetAccrual {
  const one = isOneYear(period)
  if (kind === 'duration' || kind === 'benefit') return 'always'
  if (kind === 'new_per_year' || kind === 'cadence') return one ? 'of_year' : 'each_year'
  if (kind === 'growth') return one ? 'of_year' : 'standing'
  return flows.has(kind) ? 'within' : 'standing'
}

const spans: Record<TargetAccrual, Meaning['span']> = {
  standing: 'own',
  within: 'own',
  each_year: 'each_year',
  of_year: 'last_year',
  always: 'own',
}

/** Money and land that stand (贷款余额, 森林面积达到) are levels; all else a county brings about is a running total. */
function countedAs(kind: TargetKind, accrual: TargetAccrual): Counted {
  if (answers.has(kind)) return 'done'
  return flows.has(kind) && accrual !== 'standing' && accrual !== 'always' ? 'running' : 'level'
}

/** A standard for any moment: said to be one, or a ceiling for every year (每年不良率不超过3%). */
const isStandard = (accrual: TargetAccrual, op: TargetOp | undefined): boolean =>
  accrual === 'always' || (accrual === 'each_year' && op !== undefined && isFalling({ op }))

/** A rate of growth for one year is the same at any moment of it; one for several years comes together over them. */
function beginningOf(kind: TargetKind, accrual: TargetAccrual): Meaning['from'] {
  if (accrual === 'always' || (kind === 'growth' && accrual !== 'standing' && accrual !== 'within')) return 'always'
  return kind === 'growth' || countedAs(kind, accrual) === 'running' ? 'zero' : 'baseline'
}

export function meaningOf(target: Measured): Meaning {
  const accrual = target.accrual ?? accrualOfKind(target)
  const counted = countedAs(target.kind, accrual)
  // Within one year a year's own count and a sum are the same.
  const limit = counted === 'level' && target.kind !== 'growth' && isStandard(accrual, target.op)
  const yearly = !isOneYear(target.period) && (accrual === 'each_year' || accrual === 'of_year')
  return {
    accrual,
    counted,
    span: yearly ? spans[accrual] : 'own',
    from: limit ? 'always' : beginningOf(target.kind, accrual),
    addsOverAgencies: flows.has(target.kind) || target.kind === 'stock',
    addsOverYears: counted === 'running' && accrual === 'within',
    restarts: counted === 'running' && yearly,
    limit,
    lagged: target.kind === 'ratio' || target.kind === 'per_capita' || target.kind === 'growth',
  }
}

/** What stood before its time: the plan's figure, nothing of a coverage that names none; null where it is not known. */
export const baselineOf = ({ kind, baseline }: { kind: TargetKind; baseline: number | null }): number | null =>
  baseline ?? (kind === 'coverage' ? 0 : null)

interface Timed {
  period: Period | null
  meaning: Meaning
}

/** Whether the figure of a part of the time is counted into that of the whole, both of one kind: 三年 6 家，分别 1、2、3 家. */
export function isPartOf(part: Timed, whole: Timed): boolean {
  const [inner, outer] = [part.period, whole.period]
  if (inner === null || outer === null || !whole.meaning.addsOverYears) return false
  const lies = inner.start >= outer.start && inner.end <= outer.end
  const isShorter = inner.start > outer.start || inner.end < outer.end
  return lies && isShorter && (part.meaning.addsOverYears || isOneYear(inner))
}

/** The time a figure of a day is held against, both days among it; undefined before the one year that counts. */
export function stretchOn({ span }: Pick<Meaning, 'span'>, { start, end }: Period, on: string): Period | undefined {
  if (span === 'own') return { start, end }
  const year = span === 'last_year' || on > end ? end : later(on, start)
  const stretch = { start: later(yearStart(year), start), end: earlier(yearEnd(year), end) }
  return span === 'last_year' && on < stretch.start ? undefined : stretch
}

export interface Aim {
  op: TargetOp
  value: number | null
  valueMax: number | null
  /** A rank: the smaller figure is the better one. */
  ranked?: boolean
}

/** Whether the smaller figure is the better one: 不超过, 低于, and ranks. */
export const isFalling = ({ op, ranked = false }: Pick<Aim, 'op' | 'ranked'>): boolean =>
  op === '<=' || op === '<' || ranked

/** What reckoning with fractions leaves. */
const tiny = 1e-9
/** How much less than a figure with 左右 will do, where a programme sets nothing else. */
const usualAbout = 0.1

/** Whether a figure meets a target: 突破、超过 want more than the figure, 左右 a tenth less will do; without a figure it is met when done. */
export function isMet(aim: Aim, figure: number, aboutShare: number = usualAbout): boolean {
  const wanted = aim.value ?? aim.valueMax
  if (wanted === null) return figure >= 1
  if (isFalling(aim)) return aim.op === '<' ? figure < wanted : figure <= wanted + tiny
  if (aim.op === '>') return figure > wanted + tiny
  return figure >= (aim.op === '~' ? wanted * (1 - aboutShare) : wanted) - tiny
}

/** The share of what is wanted that is reached; null where nothing can be divided: no figure, or less is better. */
export const shareOf = (
  aim: Pick<Aim, 'op' | 'ranked'>,
  reached: number | null,
  wanted: number | null,
): number | null => (reached === null || wanted === null || wanted <= 0 || isFalling(aim) ? null : reached / wanted)

/** Whether a target stands in the plan to be reached at all: money or favour offered to applicants is none. */
export const isJudged = ({ kind }: Pick<Measured, 'kind'>): boolean => kind !== 'benefit'
