import { yearOf, yearStart } from '#kernel/day.ts'
import { type Measured, meaningOf, stretchOn } from './meaning.ts'
import { baseTakenOff } from './roll-up.ts'

/** A target as far as its figure is asked for. */
export interface Questioned extends Measured {
  baseline?: { value: number } | null
}

const monthOf = (on: string): string => `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月以来`

/** From when a running figure is counted, asked on a day: 今年1月以来, 2026年11月以来. */
function since(target: Questioned, on: string): string {
  const meaning = meaningOf(target)
  if (!target.period) return meaning.restarts ? '今年1月以来' : '开始以来'
  const { start } = (meaning.restarts && stretchOn({ span: 'each_year' }, target.period, on)) || target.period
  return meaning.restarts && start === yearStart(on) ? '今年1月以来' : monthOf(start)
}

const levels: Partial<Record<Measured['kind'], string>> = {
  ratio: '最近一次的比率',
  per_capita: '最近一次的人均数',
  coverage: '截至目前的覆盖率',
  duration: '目前实际的时限',
  cadence: '本期是否做到',
  milestone: '是否已经做到',
}

const sums: Partial<Record<Measured['kind'], string>> = {
  amount: '累计金额，不是本月数',
  area: '累计完成',
  deliverable: '累计完成',
}

/**
 * What the figure asked for means: levels as they stand, what adds up counted from the beginning of its stretch, never the
 * month alone. A figure a person can misread is worth no figure. Source: domain facts §16.
 * @param on a day of the cycle it is asked in
 */
export function questionOf(target: Questioned, on: string): string {
  const { kind, period } = target
  const { counted, accrual, from, restarts } = meaningOf(target)
  const base = baseTakenOff({ kind, baseline: target.baseline?.value ?? null })
  if (base !== null) return `截至目前的总数，系统减去基数 ${base} 得净增`
  if (kind === 'growth') return from === 'zero' ? '与基期相比的累计增幅' : '与上年同期相比，今年累计增幅'
  if (counted !== 'running') return levels[kind] ?? '截至目前的总数'
  const words = kind === 'net_increase' ? '净增，减少的要扣除' : (sums[kind] ?? '累计新增，不是本月数')
  const ahead = restarts && accrual === 'of_year' && period && yearOf(on) < yearOf(period.end)
  return `${since(target, on)}${words}${ahead ? `；按${yearOf(period.end)}年当年数判断，此前作参考` : ''}`
}

/** Whether the figure only grows while it is counted. A year's count begins again in January. */
export const growsOnly = (target: Questioned): boolean =>
  target.kind === 'milestone' || (meaningOf(target).counted === 'running' && target.kind !== 'net_increase')

/** Whether a figure may be below zero: a growth, or a net increase that is stated as such. */
export const mayBeNegative = ({ kind, baseline }: Questioned): boolean =>
  kind === 'growth' || (kind === 'net_increase' && !baseline)

/** Percentages of a part in its whole lie between 0 and 100. */
export const endsAtHundred = ({ kind, unit }: Pick<Measured, 'kind'> & { unit: string }): boolean =>
  (kind === 'ratio' || kind === 'coverage') && unit === '%'

/**
 * Whether a figure stated in one cycle still stands in a later one when nobody says otherwise: a year's count does not,
 * once its year is over. @param from, to keys of cycles, which begin with their year (`2026-12`, `2027-Q1`)
 */
export const carriesOver = (target: Measured, from: string, to: string): boolean =>
  !meaningOf(target).restarts || from.slice(0, 4) === to.slice(0, 4)
