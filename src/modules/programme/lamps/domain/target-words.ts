import { z } from 'zod'

/** The compiled plan's own words for comparison and kind, held to it where targets are read (`server/read-basis.ts`). */
export const TargetOp = z.enum(['>=', '>', '=', '~', '<=', '<', 'range', 'by'])
export type TargetOp = z.infer<typeof TargetOp>

export const TargetKind = z.enum([
  'stock', 'new_in_period', 'new_per_year', 'net_increase', 'ratio', 'per_capita', 'growth', 'amount', 'area',
  'deliverable', 'coverage', 'cadence', 'milestone', 'duration', 'benefit',
]) // biome-ignore format: a list
export type TargetKind = z.infer<typeof TargetKind>

/** How the figures stated for a kind of target are counted and held against it. */
export interface KindRule {
  /** `level`: the last figure; `running`: figures add up; `done`: reached or not, nothing in between. */
  counted: 'level' | 'running' | 'done'
  /** Each calendar year stands for itself. */
  yearly: boolean
  /** Where an even approach begins without a baseline: at nothing, at the first figure stated, or the target always holds. */
  from: 'zero' | 'first' | 'always'
  /** Published by statistics long after its day; domain knowledge: R&D figures 9–12 months. */
  lagged: boolean
  title: string
}

const rule = (
  counted: KindRule['counted'],
  from: KindRule['from'],
  title: string,
  more: Partial<KindRule> = {},
): KindRule => ({ counted, from, title, yearly: false, lagged: false, ...more })

/**
 * Measure kinds and their progress formulas (indicator dictionary, table of measure kinds): a stock shows its last
 * value; what is new in a period, and money, add up; what is wanted every year is counted each year alone; shares and
 * figures per head are never added; growth is compared in percentage points; the rest is done or not done.
 */
export const kindRules: Record<TargetKind, KindRule> = {
  stock: rule('level', 'first', '总量：取最近一次数值'),
  new_in_period: rule('running', 'zero', '期内新增：期初以来累计；由各乡镇等分别报送的相加'),
  new_per_year: rule('running', 'zero', '每年新增：当年累计，每年单独计算', { yearly: true }),
  net_increase: rule('running', 'zero', '净增：期末减期初；没有期初数时取报送的净增数'),
  ratio: rule('level', 'first', '比率：取最近一次数值，不相加', { lagged: true }),
  per_capita: rule('level', 'first', '人均：取最近一次数值，不相加', { lagged: true }),
  growth: rule('level', 'always', '增长率：与目标相差的百分点', { lagged: true }),
  amount: rule('running', 'zero', '金额：期初以来累计；由各乡镇等分别报送的相加'),
  area: rule('running', 'zero', '面积：期初以来累计；由各乡镇等分别报送的相加'),
  deliverable: rule('running', 'zero', '建设成果：期初以来累计；由各乡镇等分别报送的相加'),
  coverage: rule('done', 'zero', '覆盖：达到或未达到'),
  cadence: rule('done', 'zero', '频次：做到或未做到'),
  milestone: rule('done', 'zero', '里程碑：完成或未完成'),
  duration: rule('level', 'first', '时限：取最近一次数值，越短越好'),
  benefit: rule('done', 'zero', '奖补标准：不是方案的目标，不亮灯'),
}

/** Money or favour offered to applicants is no target of the plan. */
export const isJudged = ({ kind }: { kind: TargetKind }): boolean => kind !== 'benefit'

const falls = /(?:下降|降低|减少|压减|缩减)(?:率|幅度?)?$/u
const eachYear = /年均|每年|同比|逐年/u

/**
 * Where an even approach begins. A fall named for several years (三年单位能耗下降 9%) comes together over them; other
 * rates of growth hold in every year.
 */
export function beginningOf({ kind, indicator, startOn, endOn }: Beginning): KindRule['from'] {
  const { from } = kindRules[kind]
  const isLong = startOn !== null && endOn !== null && startOn.slice(0, 4) < endOn.slice(0, 4)
  return from === 'always' && isLong && falls.test(indicator) && !eachYear.test(indicator) ? 'zero' : from
}

interface Beginning {
  kind: TargetKind
  indicator: string
  startOn: string | null
  endOn: string | null
}

/** Whether the smaller figure is the better one: 不超过, 低于, and ranks. */
export const isFalling = ({ op, ranked }: { op: TargetOp; ranked: boolean }): boolean =>
  op === '<=' || op === '<' || ranked
