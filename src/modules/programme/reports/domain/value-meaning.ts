/**
 * What the figure asked for means, by the target's kind (domain facts §16): totals as they stand, what is new counted from
 * the beginning of its period, never the month alone. A figure a person can misread is worth no figure.
 */
export function meaningOf({ kind, period }: { kind: string; period: { start: string; end: string } | null }): string {
  const since =
    period === null ? '开始以来' : `${Number(period.start.slice(0, 4))}年${Number(period.start.slice(5, 7))}月以来`
  const meanings: Record<string, string> = {
    stock: '截至目前的总数',
    new_in_period: `${since}累计新增，不是本月数`,
    new_per_year: '今年1月以来累计，不是本月数',
    net_increase: `${since}净增，减少的要扣除`,
    ratio: '最近一次的比率',
    per_capita: '最近一次的人均数',
    growth: '与上年同期相比，今年累计增幅',
    amount: `${since}累计金额，不是本月数`,
    area: `${since}累计完成`,
    deliverable: `${since}累计完成`,
    coverage: '截至目前的覆盖率',
    cadence: '本期是否做到',
    milestone: '是否已经做到',
    duration: '目前实际的时限',
  }
  return meanings[kind] ?? '截至目前'
}

/** Kinds that only grow while they are counted: new from a fixed day on. A year's count begins again in January. */
export const growsOnly = (kind: string): boolean =>
  ['new_in_period', 'new_per_year', 'amount', 'area', 'deliverable', 'milestone'].includes(kind)

/** Kinds whose figure may be below zero. */
export const mayBeNegative = (kind: string): boolean => kind === 'growth' || kind === 'net_increase'
