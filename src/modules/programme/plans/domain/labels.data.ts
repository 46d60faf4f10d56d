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
  UntakenReason,
} from '#compiler/compiled-plan.ts'
import { CLAUSE_FRAMES } from '#compiler/plan/quantities/clause-frames.data.ts'
import { chineseDay, daysInMonth } from '#kernel/day.ts'

/** The words on screen and in print for what the compiler found; tables, charts and comparisons all read them here. */

/** What an accrual means in a sentence, for whoever has to choose. */
export const accrualHelp: Record<TargetAccrual, string> = {
  standing: '看期末那天达到多少',
  within: '从期初起逐年累加，期末合计达到',
  each_year: '每个自然年各自达到，次年从零算起',
  of_year: '只看期末那一年全年的数',
  always: '期内任何时候都要达到',
}

export const forceTitles: Record<TargetForce, string> = { binding: '约束性', expected: '预期性' }

/** How firmly a target is set: `力争`, `应当（约束性）`. */
export const formatFirmness = ({ modality, force }: Pick<PlanTarget, 'modality' | 'force'>): string =>
  force ? `${modality}（${forceTitles[force]}）` : modality

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
  if (date !== daysInMonth(year, month)) return `${chineseDay(due.on)}前`
  return month === 12 ? `${year}年底前` : `${year}年${month}月底前`
}

/** Names as the plan writes them, each once: `市科技局、市财政局`. */
export const formatAgencies = (agencies: readonly Pick<AgencyMention, 'name'>[]): string =>
  [...new Set(agencies.map((agency) => agency.name))].join('、')

/** `每季度 1 次`. */
export const formatCadence = (cadence: Pick<PlanCadence, 'every' | 'times'>): string =>
  `${everyTitles[cadence.every]} ${cadence.times} 次`

/** The line under a plan's title: issuer, document number, day of issue. */
export const formatOrigin = (document: CompiledPlan['document']): string =>
  [document.issuer, document.number, document.issuedOn && chineseDay(document.issuedOn)]
    .filter((part) => part !== null)
    .join(' · ')

/** How the clause of a figure was read: its pattern and a sentence that is one; empty where no sentence was read (rows of tables). */
export function frameInWords(frame: string | undefined): string {
  const found = CLAUSE_FRAMES.find(({ id }) => id === frame)
  return found ? `按“${found.words}”的句式读出，如“${found.example}”。` : ''
}
