import type {
  AgencyMention,
  CompiledPlan,
  Due,
  Period,
  PeriodSource,
  PlanCadence,
  PlanTarget,
  PlanTask,
  TargetAccrual,
  TargetForce,
  TargetKind,
  TargetOp,
  UntakenReason,
} from '#compiler/compiled-plan.ts'
import { daysInMonth } from '#kernel/day.ts'

/** The words on screen and in print for what the compiler found; tables, charts and comparisons all read them here. */

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

/** How years and reports add up to a figure. */
export const accrualTitles: Record<TargetAccrual, string> = {
  standing: '期末达到',
  within: '期内累计',
  each_year: '每年各算',
  of_year: '当年数',
  always: '始终达标',
}

/** The same in a sentence, for whoever has to choose. */
export const accrualHelp: Record<TargetAccrual, string> = {
  standing: '看期末那天达到多少',
  within: '从期初起逐年累加，期末合计达到',
  each_year: '每个自然年各自达到，次年从零算起',
  of_year: '只看期末那一年全年的数',
  always: '期内任何时候都要达到',
}

export const forceTitles: Record<TargetForce, string> = { binding: '约束性', expected: '预期性' }

/** What the period of a target was read from. */
export const periodSourceTitles: Record<PeriodSource, string> = {
  words: '原句写明',
  task: '按任务完成时限',
  heading: '按标题或表头年份',
  plan: '按规划实施期',
}

/** Why a figure was not taken as a target. */
export const untakenTitles: Record<UntakenReason, string> = {
  past: '说的是已有成绩',
  condition: '是条件或门槛',
  terms: '是奖补或办理的条款',
  describes: '用来限定后面的事物',
  arrangement: '是工作安排或固定说法',
  name: '是名称、引文里的数',
  aside: '写在括号里，作说明',
  rank: '是位次，没有说要达到',
  aimless: '没有读出“达到、建成、新增”一类要求',
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

export const opSigns: Record<TargetOp, string> = {
  '>=': '≥',
  '>': '>',
  '=': '',
  '~': '约',
  '<=': '≤',
  '<': '<',
  range: '',
  by: '',
}

export const modeTitles: Record<PlanTask['mode'], string> = {
  lead: '牵头',
  joint: '共同负责',
  sole: '单独负责',
  none: '未明确',
}

export const taskKindTitles: Record<PlanTask['kind'], string> = { task: '任务', measure: '保障措施' }

export const roleTitles: Record<AgencyMention['role'], string> = { lead: '牵头单位', participant: '责任（配合）单位' }

export const severityTitles = { error: '错误', warning: '提醒', info: '说明' } as const

export const everyTitles: Record<PlanCadence['every'], string> = {
  day: '每日',
  week: '每周',
  half_month: '每半月',
  month: '每月',
  two_months: '每两月',
  quarter: '每季度',
  half_year: '每半年',
  year: '每年',
}

/** A figure without noise: at most four decimals, no grouping (GB/T 15835-2011 allows both; tables read better without). */
export const formatNumber = (value: number): string => String(Number(value.toFixed(4)))

type Figure = Pick<PlanTarget, 'op' | 'value' | 'valueMax' | 'unit' | 'kind'> & { indicator?: { text: string } }

const falls = /(?:下降|降低|减少|压减|压降|缩减|缩短|精简|下调|减|降)(?:率|幅度?)?$/u

/** A change is shown the way it goes: by how much something is to grow, or to fall. */
function changeWord({ kind, indicator }: Pick<Figure, 'kind' | 'indicator'>): string {
  if (kind === 'net_increase') return '净增 '
  if (kind !== 'growth') return ''
  return falls.test(indicator?.text ?? '') ? '下降 ' : '增长 '
}

/** The figure with its sign, without the unit: `≥ 20`, `增长 ≥ 12`, `下降 ≥ 9`, `3～5`, `约 30`; `完成` where the target names none. */
export function formatFigure({ op, value, valueMax, kind, indicator }: Figure): string {
  if (value === null && valueMax === null) return opTitles.by
  const from = formatNumber(value ?? valueMax ?? 0)
  const figure = value !== null && valueMax !== null && valueMax !== value ? `${from}～${formatNumber(valueMax)}` : from
  return `${changeWord({ kind, indicator })}${opSigns[op] === '' ? '' : `${opSigns[op]} `}${figure}`
}

/** The unit as written, `项/年` where the figure holds for each year. */
export const formatUnit = ({ unit, kind }: Pick<Figure, 'unit' | 'kind'>): string =>
  kind === 'new_per_year' ? `${unit}/年` : unit

const tight = /^(?:%|‰|个百分点)/u

/** `≥ 20 项/年`, `增长 ≥ 12%`, `3～5 家`, `约 30 人`; `完成` where the target names no figure. */
export function formatTarget(target: Figure): string {
  if (target.value === null && target.valueMax === null)
    return target.unit === '' ? opTitles.by : `${opTitles.by}（${target.unit}）`
  const unit = formatUnit(target)
  return unit === '' || tight.test(unit) ? formatFigure(target) + unit : `${formatFigure(target)} ${unit}`
}

const day = (on: string) => ({
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  date: Number(on.slice(8, 10)),
})
const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度']

/** `2026年`, `2026—2028年`, `2026年上半年`, `2026年第三季度`, `2026年3月`, else both days. */
export function formatPeriod(period: Period | null): string {
  if (period === null) return ''
  const [start, end] = [day(period.start), day(period.end)]
  const whole = start.date === 1 && end.date === daysInMonth(end.year, end.month)
  if (whole && start.month === 1 && end.month === 12)
    return start.year === end.year ? `${start.year}年` : `${start.year}—${end.year}年`
  if (whole && start.year === end.year) {
    const months = end.month - start.month + 1
    if (months === 1) return `${start.year}年${start.month}月`
    if (months === 3 && end.month % 3 === 0) return `${start.year}年${quarterNames[end.month / 3 - 1] ?? ''}`
    if (months === 6 && end.month % 6 === 0) return `${start.year}年${end.month === 6 ? '上' : '下'}半年`
  }
  return `${period.start} 至 ${period.end}`
}

/**
 * The year a target is meant for where the plan runs longer, `2026年`, `到2027年`; empty when it is for the whole of it.
 * Targets of one name that differ by year alone (分别达到42家、51家、62家) are told apart by it.
 */
export function yearOfTarget({ period }: { period: Period | null }, whole: Period | null): string {
  const years = /^(?:(\d{4})—)?(\d{4}年)$/u.exec(formatPeriod(period))
  if (!years || period === null || formatPeriod(period) === formatPeriod(whole)) return ''
  const [, first, last = ''] = years
  if (first === undefined) return last
  return whole !== null && period.end < whole.end ? `到${last}` : ''
}

/** The deadline for a table: `2026年底前`, `2026年6月底前`, `2026年3月15日前`; the plan's own words when they name no day. */
export function formatDue(due: Due | null): string {
  if (due === null) return ''
  if (due.on === null || due.kind === 'ongoing' || due.kind === 'immediate') return due.text
  const { year, month, date } = day(due.on)
  if (date !== daysInMonth(year, month)) return `${year}年${month}月${date}日前`
  return month === 12 ? `${year}年底前` : `${year}年${month}月底前`
}

/** `2026年3月5日`: Arabic digits without leading zeros (GB/T 9704-2012 7.3.5). */
export function formatDay(on: string | null): string {
  if (on === null) return ''
  const { year, month, date } = day(on)
  return `${year}年${month}月${date}日`
}

/** Names as the plan writes them, each once: `市科技局、市财政局`. */
export const formatAgencies = (agencies: readonly Pick<AgencyMention, 'name'>[]): string =>
  [...new Set(agencies.map((agency) => agency.name))].join('、')

/** `每季度 1 次`. */
export const formatCadence = (cadence: Pick<PlanCadence, 'every' | 'times'>): string =>
  `${everyTitles[cadence.every]} ${cadence.times} 次`

/** The line under a plan's title: issuer, document number, day of issue. */
export const formatOrigin = (document: CompiledPlan['document']): string =>
  [document.issuer, document.number, document.issuedOn === null ? null : formatDay(document.issuedOn)]
    .filter((part) => part !== null)
    .join(' · ')
