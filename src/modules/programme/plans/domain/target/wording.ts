import type { Period, PlanTarget, TargetAccrual, TargetKind, TargetOp } from '#compiler/compiled-plan.ts'
import { daysInMonth, isOneYear, yearOf } from '#kernel/day.ts'
import { formatNumber, withUnit } from '#kernel/figures.ts'
import { formatPeriod } from '../labels.data.ts'
import { type Meaning, meaningOf } from './meaning.ts'

export const kindTitles: Record<TargetKind, string> = {
  stock: '总量',
  new_in_period: '期内新增',
  new_per_year: '每年新增',
  net_increase: '净增',
  ratio: '比率',
  per_capita: '人均',
  growth: '增长率',
  amount: '金额',
  area: '面积',
  deliverable: '建设成果',
  coverage: '覆盖率',
  cadence: '频次',
  milestone: '里程碑',
  duration: '时限',
  benefit: '奖补标准',
}

/** How years and reports come to the figure. */
export const accrualTitles: Record<TargetAccrual, string> = {
  standing: '期末达到',
  within: '期内累计',
  each_year: '每年单独计算',
  of_year: '当年数',
  always: '始终保持',
}

/** The word a plan uses for the comparison, for reading aloud and for filters. */
export const opTitles: Record<TargetOp, string> = {
  '>=': '不低于',
  '>': '超过',
  '=': '等于',
  '~': '左右',
  '<=': '不超过',
  '<': '低于',
  range: '区间',
  by: '完成',
}

const opSigns: Record<TargetOp, string> = {
  '>=': '≥',
  '>': '>',
  '=': '',
  '~': '约',
  '<=': '≤',
  '<': '<',
  range: '',
  by: '',
}

/** The comparison in a sentence; where none is written the figure stands for itself. */
const opWords: Record<TargetOp, string> = { ...opTitles, '=': '', '~': '约 ', range: '', by: '' }

type Figure = Pick<PlanTarget, 'op' | 'value' | 'valueMax' | 'unit' | 'kind'> & {
  indicator?: { text: string }
  accrual?: TargetAccrual | undefined
  period?: Period | null
  /** 约束性 or 预期性, where the plan says so. */
  force?: string | null | undefined
}

const meaningOfFigure = ({ kind, accrual, period = null }: Figure): Meaning => meaningOf({ kind, accrual, period })

const falls = /(?:下降|降低|减少|压减|压降|缩减|缩短|精简|下调|减|降)(?:率|幅度?)?$/u

const grows = /(?:增长|增加|增幅|增速|提高|提升|上升)(?:率|幅度?|速度)?$/u

/** A change goes one way: by how much something is to grow, or to fall; what the name of the indicator says is not said again. */
function changeWord(target: Figure): string {
  const name = target.indicator?.text ?? ''
  if (target.kind === 'net_increase') return name.includes('净增') ? '' : '净增'
  return target.kind !== 'growth' || falls.test(name) || grows.test(name) || /^(?:增长|下降)/u.test(name) ? '' : '增长'
}

const isChange = ({ kind }: Figure): boolean => kind === 'net_increase' || kind === 'growth'

/** What the figure holds for where it is not the end of its time: 每年, 始终, 当年. */
function accrualWord(target: Figure): string {
  const { accrual } = meaningOfFigure(target)
  if (accrual === 'each_year') return '每年'
  if (accrual === 'always' && target.kind !== 'benefit') return '始终'
  return accrual === 'of_year' && target.period && !isOneYear(target.period) ? '当年' : ''
}

const hasNoFigure = ({ value, valueMax }: Figure): boolean => value === null && valueMax === null

/** `20`, `3～5`. */
function figureOf({ value, valueMax }: Figure): string {
  const from = formatNumber(value ?? valueMax ?? 0)
  return value !== null && valueMax !== null && valueMax !== value ? `${from}～${formatNumber(valueMax)}` : from
}

/** The figure with its sign, without the unit: `≥ 20`, `每年 ≥ 20`, `下降 ≥ 9`, `3～5`, `约 30`; `完成` where the target names none. */
export function formatFigure(target: Figure): string {
  if (hasNoFigure(target)) return opTitles.by
  return [`${accrualWord(target)}${changeWord(target)}`, opSigns[target.op], figureOf(target)].filter(Boolean).join(' ')
}

/** `每年 ≥ 20 项`, `增长 ≥ 12%`, `3～5 家`, `始终 ≤ 3%`; `完成` where the target names no figure. */
export function formatTarget(target: Figure): string {
  if (hasNoFigure(target)) return target.unit === '' ? opTitles.by : `${opTitles.by}（${target.unit}）`
  return withUnit(formatFigure(target), target.unit)
}

/** `到2028年底`, `到2026年6月底`, `到2026年3月15日`. */
function untilInWords(end: string): string {
  const [year, month, date] = [Number(end.slice(0, 4)), Number(end.slice(5, 7)), Number(end.slice(8, 10))]
  if (date !== daysInMonth(year, month)) return `到${year}年${month}月${date}日`
  return month === 12 ? `到${year}年底` : `到${year}年${month}月底`
}

/** For which time the figure holds and how it comes about: `2026—2028年每年`, `2028年当年`, `到2028年底`, `2026—2028年累计`. */
function timeInWords(target: Figure): string {
  const { period = null } = target
  const { accrual } = meaningOfFigure(target)
  const isSum = accrual === 'within' && !isChange(target) && !isOneYear(period)
  const word = isSum ? '累计' : accrualWord(target)
  if (period === null) return word
  if (accrual === 'standing') return untilInWords(period.end)
  if (accrual === 'of_year') return `${yearOf(period.end)}年${word}`
  return `${formatPeriod(period)}${word}`
}

/**
 * A target as a sentence says it behind its name: `2026—2028年每年不低于 500 人`, `到2028年底不低于 60%（约束性）`,
 * `2026—2028年始终不超过 3%`, `到2027年底完成`.
 */
export function describeTarget(target: Figure): string {
  const force = target.force ? `（${target.force}）` : ''
  if (hasNoFigure(target)) {
    const until = target.period ? untilInWords(target.period.end) : ''
    return `${until}${opTitles.by}${target.unit === '' ? '' : `（${target.unit}）`}${force}`
  }
  const words = `${timeInWords(target)}${changeWord(target)}${opWords[target.op]}`
  const spaced = words === '' || words.endsWith(' ') ? words : `${words} `
  return `${spaced}${withUnit(figureOf(target), target.unit)}${force}`
}

/**
 * How the figures stated for a target are counted and held against it.
 * @param inParts several agencies state each its own part (各乡镇)
 */
export function countingInWords(target: Figure, inParts = false): string {
  const { counted, accrual, restarts, addsOverAgencies } = meaningOfFigure(target)
  if (target.kind === 'benefit') return '奖补标准，不是方案的目标，不亮灯'
  if (counted === 'done') return '做到或未做到'
  if (accrual === 'always') return '任何时候都按标准判断，不设进度参考'
  if (target.kind === 'growth') return '按与目标相差的百分点比较'
  if (target.kind === 'net_increase' && !restarts) return '期末减期初；没有期初数时取报送的净增数'
  if (restarts)
    return accrual === 'each_year' ? '当年累计，每年单独计算，不跨年相加' : '只看当年累计，以前年度作参考，不相加'
  const parts = inParts && addsOverAgencies ? '；各单位分别报送的相加，有单位报总数的以总数为准' : ''
  return counted === 'running' ? `期初以来累计${parts}` : `取最近一次数值${parts || (inParts ? '，不相加' : '')}`
}
