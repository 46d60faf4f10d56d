import type { AgencyMention, CompiledPlan, PlanTarget, TargetAccrual } from '#compiler/compiled-plan.ts'
import { chineseDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/figures.ts'
import type { Span } from '#kernel/span.ts'
import { forceTitles, formatDue, formatPeriod, roleTitles, taskKindTitles } from '../labels.data.ts'
import { accrualTitles, describeTarget, kindTitles } from '../target/wording.ts'
import type { Correction } from './correction.ts'
import { findTarget, findTask } from './find-element.ts'

export interface CorrectionWords {
  /** What stood there, as people read it. */
  before: string
  /** What stands there now; empty when it was taken out. */
  after: string
}

/**
 * What a correction did, in words kept with it: a later reader need not compile anything to understand it.
 * @param plan the plan before this correction
 */
export function describeCorrection(plan: CompiledPlan, correction: Correction): CorrectionWords {
  const task = findTask(plan, correction.at)
  const title = task?.title ?? ''
  switch (correction.kind) {
    case 'retitleTask': return { before: title, after: correction.title }
    case 'changeTaskKind': return { before: `${title}（${task ? taskKindTitles[task.kind] : ''}）`, after: taskKindTitles[correction.taskKind] }
    case 'changeDue': return { before: `${title}：${formatDue(task?.due ?? null)}`, after: correction.text || chineseDay(correction.on ?? '') }
    case 'dropTask': return { before: title, after: '' }
    case 'addTask': return { before: '', after: correction.title }
    case 'splitTask': return { before: title, after: `${title}；${correction.title}` }
    case 'mergeTasks': return { before: [title, ...correction.others.map((at) => findTask(plan, at)?.title ?? '')].join('；'), after: title }
    case 'addAgency': return { before: title, after: `${title}：${correction.name}（${roleTitles[correction.role]}）` }
    case 'dropAgency': return { before: `${title}：${correction.name}`, after: '' }
    case 'renameAgency': return { before: `${title}：${correction.name}`, after: correction.to }
    case 'changeRole': return { before: `${title}：${describeRole(task?.leads, task?.participants, correction.name)}`, after: roleTitles[correction.role] }
    case 'addTarget': return { before: '', after: sayTarget(correction.target) }
    case 'changeTarget': return describeChange(findTarget(plan, correction.figure), correction.target)
    case 'settleAccrual': return describeSettled(plan, correction.figures, correction.accrual)
    case 'dropTarget': return { before: sayTarget(findTarget(plan, correction.figure)), after: '' }
    case 'changeDocument': return describeDocument(plan, correction.document)
  }
} // biome-ignore format: one line per kind

type Figures = Pick<PlanTarget, 'indicator' | 'op' | 'value' | 'valueMax' | 'unit' | 'kind'> & Partial<PlanTarget>

function sayTarget(target: Figures | undefined): string {
  if (!target) return ''
  const { kind, accrual, force, indicator } = target
  const parts = [
    kindTitles[kind],
    accrual && accrualTitles[accrual],
    force && forceTitles[force],
    indicator.proposed && '建议新建指标',
  ]
  return `${indicator.text} ${describeTarget(target)}（${parts.filter(Boolean).join('，')}）`
}

function describeChange(before: PlanTarget | undefined, change: Partial<PlanTarget>): CorrectionWords {
  return {
    before: sayTarget(before),
    after: before ? sayTarget({ ...before, ...change }) : formatNumber(change.value ?? 0),
  }
}

/** Long lists are named by their first. */
const mostNamed = 3

function describeSettled(plan: CompiledPlan, figures: readonly Span[], accrual: TargetAccrual): CorrectionWords {
  const targets = figures.flatMap((figure) => findTarget(plan, figure) ?? [])
  const named = targets.slice(0, mostNamed).map(({ indicator }) => indicator.text)
  const rest = targets.length > mostNamed ? `等 ${targets.length} 个目标` : ''
  const before = [...new Set(targets.flatMap(({ accrual: taken, accrualOther: other }) => [taken, other]))]
  const words = before.flatMap((one) => (one ? [accrualTitles[one]] : [])).join('或')
  return { before: `${named.join('、')}${rest}（${words}）`, after: accrualTitles[accrual] }
}

function describeRole(
  leads: readonly AgencyMention[] = [],
  participants: readonly AgencyMention[] = [],
  name: string,
): string {
  const mention = [...leads, ...participants].find((agency) => agency.name === name)
  return mention ? `${name}（${roleTitles[mention.role]}）` : name
}

function describeDocument(plan: CompiledPlan, change: Partial<CompiledPlan['document']>): CorrectionWords {
  const words = (document: Partial<CompiledPlan['document']>) =>
    [
      'title' in change && `标题 ${document.title ?? ''}`,
      'issuer' in change && `发文机关 ${document.issuer ?? '未写明'}`,
      'number' in change && `文号 ${document.number ?? '无'}`,
      'issuedOn' in change && `成文日期 ${chineseDay(document.issuedOn ?? '')}`,
      'period' in change && `实施期 ${formatPeriod(document.period ?? null)}`,
    ]
      .filter(Boolean)
      .join('；')
  return { before: words(plan.document), after: words(change) }
}
