import type { Diagnostic, PlanTarget } from '../../compiled-plan.ts'
import { report } from '../diagnostics/catalogue.ts'
import { firstFrom } from '../text/first-from.ts'
import type { Clause, QuantityContext } from './context.ts'
import { isPastSection } from './setting.ts'

const VAGUE =
  /(?:培育|打造|建设|建成|引进|实施|储备|认定|谋划|培养|扶持|壮大|组建|推出|攻克|转化)[^,;。、]{0,12}?(?:一批|若干|一系列)[\u4e00-\u9fa5“”]{0,16}/
/** 5人(个): people or teams; 2万方: square or cubic metres. */
const AMBIGUOUS = /\(.\)$|^万?方$/
const PART = /^其中/
const NEIGHBOURHOOD = 300

function checkDates(target: PlanTarget, context: QuantityContext): Diagnostic[] {
  const what = target.clause.text
  if (target.period === null) return [report('GT203', target.valueSpan, { what })]
  const { end } = target.period
  if (context.issuedOn !== null && end < context.issuedOn)
    return [report('GT205', target.valueSpan, { what, other: end })]
  return []
}

/** Fewer figures with years of their own contradict no plan. */
const FEWEST_DATED = 3

/** Most figures that name their own year lie outside the plan's: its title is that of an older issue, or its years were misread. */
function checkPeriod(targets: readonly PlanTarget[], { period }: QuantityContext): Diagnostic[] {
  const dated = targets.flatMap((target) =>
    target.period && target.periodFrom === 'words' ? [{ target, ends: target.period.end.slice(0, 4) }] : [],
  )
  const outside = dated.filter(
    ({ ends }) => period && (ends > period.end.slice(0, 4) || ends < period.start.slice(0, 4)),
  )
  const [first] = outside
  if (!period || !first || dated.length < FEWEST_DATED || outside.length * 2 <= dated.length) return []
  const years = [...new Set(outside.map(({ ends }) => `${ends}年`))].sort().join('、')
  const what = `${period.start.slice(0, 4)}—${period.end.slice(0, 4)}年`
  const other = `${dated.length}个目标自己写明了年份，其中${outside.length}个写的是${years}`
  return [report('GT209', first.target.valueSpan, { what, other })]
}

/** More targets than this whose day has passed are reported together: the plan as a whole lies in the past. */
const MANY_OVERDUE = 10

function checkOverdue(targets: readonly PlanTarget[], { today, issuedOn }: QuantityContext): Diagnostic[] {
  if (today === null) return []
  const overdue = targets.flatMap(({ period, clause, valueSpan }) =>
    period !== null && period.end < today && !(issuedOn !== null && period.end < issuedOn)
      ? { what: clause.text, other: period.end, valueSpan }
      : [],
  )
  const first = overdue[0]
  if (first && overdue.length > MANY_OVERDUE)
    return [report('GT206', first.valueSpan, { ...first, what: `${first.what}……等${overdue.length}项` })]
  return overdue.map((target) => report('GT206', target.valueSpan, target))
}

const checkUnit = (target: PlanTarget): Diagnostic[] =>
  AMBIGUOUS.test(target.unit)
    ? [report('GT208', target.valueSpan, { what: target.clause.text, other: target.unit })]
    : []

/** Parts named by 其中 may not exceed the total they stand under. */
function checkParts(targets: readonly PlanTarget[]): Diagnostic[] {
  return targets.flatMap((total, i) => {
    const next = targets[i + 1]
    const unit = total.normal?.unit
    if (!next || !PART.test(next.clause.text) || PART.test(total.clause.text) || unit === undefined || unit === '%')
      return []
    const rest = targets.slice(i + 1, i + 12)
    const clause = next.clause.span[0]
    const parts = rest.filter((t) => t.clause.span[0] === clause && t.normal?.unit === unit)
    const sum = parts.reduce((n, part) => n + (part.normal?.value ?? 0), 0)
    const near = clause - total.clause.span[1] < NEIGHBOURHOOD
    const last = parts.at(-1)
    if (!near || !last || sum <= (total.normal?.valueMax ?? total.normal?.value ?? 0)) return []
    return [report('GT207', last.valueSpan, { what: last.clause.text, other: total.clause.text })]
  })
}

/** 培育一批…: one report a paragraph, and none where the sentence goes on to give the number. */
function checkVague(clause: Clause, starts: Int32Array): Diagnostic[] {
  const { text } = clause.passage
  if (
    !/一批|若干|一系列/.test(text) ||
    clause.kind === 'measure' ||
    clause.kind === 'other' ||
    isPastSection(clause.path)
  )
    return []
  const hit = VAGUE.exec(text)
  if (!hit) return []
  const stop = text.indexOf('。', hit.index)
  const [start, end] = clause.passage.span(hit.index, stop < 0 ? text.length : stop)
  if ((starts[firstFrom(starts, start)] ?? end) < end) return []
  return [report('GT204', clause.passage.span(hit.index, hit.index + hit[0].length), { what: hit[0] })]
}

/** What is doubtful about targets taken one by one, and about prose that sets none. */
export function checkTargets(
  targets: readonly PlanTarget[],
  clauses: readonly Clause[],
  context: QuantityContext,
): Diagnostic[] {
  const aims = targets.filter((target) => target.kind !== 'benefit')
  const starts = Int32Array.from(aims, ({ clause }) => clause.span[0]).sort()
  return [
    ...aims.flatMap((target) => [...checkDates(target, context), ...checkUnit(target)]),
    ...checkPeriod(aims, context),
    ...checkOverdue(aims, context),
    ...checkParts(aims),
    ...clauses.flatMap((clause) => checkVague(clause, starts)),
  ]
}
