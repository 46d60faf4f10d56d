import type { PlanTarget } from '#compiler/compiled-plan.ts'
import { formatNumber } from '#kernel/figures.ts'
import { formatFirmness, formatPeriod } from '../labels.data.ts'
import type { FieldChange } from '../plan-diff.ts'
import { accrualTitles, formatTarget, kindTitles } from '../target/wording.ts'
import { change } from './field-change.ts'
import { plain } from './similarity.ts'

/** What one target says differently in two versions. */
export function targetChanges(before: PlanTarget, after: PlanTarget): FieldChange[] {
  const pair = (read: (target: PlanTarget) => string) =>
    [
      { text: read(before), span: before.clause.span },
      { text: read(after), span: after.clause.span },
    ] as const
  const own = [
    ...change('indicator', ...pair((target) => target.indicator.text)),
    ...change(
      'figure',
      { text: formatTarget(before), span: before.valueSpan },
      { text: formatTarget(after), span: after.valueSpan },
    ),
    ...change('targetKind', ...pair((target) => kindTitles[target.kind])),
    ...(before.accrual && after.accrual
      ? change('accrual', ...pair(({ accrual = 'standing' }) => accrualTitles[accrual]))
      : []),
    ...change('period', ...pair((target) => formatPeriod(target.period))),
    ...change('modality', ...pair(formatFirmness)),
    ...change('scopeLevel', ...pair((target) => target.scopeLevel)),
    ...change('baseline', ...pair((target) => (target.baseline === null ? '' : formatNumber(target.baseline.value)))),
  ]
  const reworded = change('text', ...pair((target) => target.clause.text))
  const isOwn = own.length > 0 || withoutFigures(before.clause.text) !== withoutFigures(after.clause.text)
  return isOwn ? [...own, ...reworded] : []
}

/** A clause may carry the figures of several targets (分别达到…); one raised there does not change the others. */
const withoutFigures = (text: string): string => plain(text).replace(/\d+(?:\.\d+)?/gu, '#')
