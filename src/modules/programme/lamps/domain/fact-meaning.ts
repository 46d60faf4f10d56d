import { isOneYear } from '#kernel/day.ts'
import { isPartOf, type Meaning, meaningOf, type TargetAccrual } from '#modules/programme/plans/contract.ts'
import type { TargetFact } from './facts.ts'
import { isLimit } from './limit.ts'

const falls = /(?:下降|降低|减少|压减|缩减)(?:率|幅度?)?$/u
const eachYear = /年均|每年|同比|逐年/u

/** The time a target is for; null while its beginning or end is not known. */
export const periodOf = ({ startOn, endOn }: Pick<TargetFact, 'startOn' | 'endOn'>) =>
  startOn === null || endOn === null ? null : { start: startOn, end: endOn }

/** What follows from a target of the programme. */
export function meaningOfFact(target: TargetFact): Meaning {
  const { kind, accrual, op } = target
  if (accrual) return meaningOf({ kind, accrual, op, period: periodOf(target) })
  const before = meaningOf({ kind, accrual: accrualBefore(target), period: periodOf(target) })
  const isRunning = before.counted === 'running'
  const span = kind === 'new_per_year' ? 'each_year' : 'own'
  return { ...before, span, addsOverAgencies: isRunning, addsOverYears: isRunning }
}

/** Whether what a target came to is counted into the whole of another of its family. */
export const isYearOf = (part: TargetFact, whole: TargetFact): boolean =>
  whole.accrual === undefined ? liesWithin(part, whole) : isPartOf(timed(part), timed(whole))

/** As it was judged on days kept before the accrual was read. */
const liesWithin = ({ startOn, endOn }: TargetFact, whole: TargetFact): boolean =>
  startOn !== null && endOn !== null && startOn >= (whole.startOn ?? '') && endOn <= (whole.endOn ?? '9999')

const timed = (target: TargetFact) => ({ period: periodOf(target), meaning: meaningOfFact(target) })

/** As days were judged that were kept before the accrual was read: they keep the lamps they showed. */
function accrualBefore(target: TargetFact): TargetAccrual {
  const { kind, indicator } = target
  if (isLimit(target)) return 'always'
  if (kind === 'growth') {
    const period = periodOf(target)
    const fallsOverYears = period && !isOneYear(period) && falls.test(indicator) && !eachYear.test(indicator)
    return fallsOverYears ? 'standing' : 'always'
  }
  if (kind === 'new_per_year') return 'each_year'
  const added = ['new_in_period', 'net_increase', 'amount', 'area', 'deliverable']
  return added.includes(kind) ? 'within' : 'standing'
}
