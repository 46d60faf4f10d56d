import { withUnit } from '#kernel/figures.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { isFullFor } from './figure-case.ts'
import { countedIn } from './judge-target.ts'
import { countReached, type Reached } from './series.ts'
import type { TargetCase } from './target-case.ts'

/** A figure a mark of a schedule stands for, and the time it speaks of. */
export interface AskedFigure {
  startOn: string
  endOn: string
  value: number
}

/** When a figure was reached that still stands, and the report it rests on. */
export interface FigureReached {
  on: string
  reportId: string
  /** 县科技局2026年9月报送，31 家. */
  words: string
}

/**
 * Whether signed reports reach a figure. The day is the first from which on every later word still does: a figure corrected
 * below, or a later one that is less, takes it back.
 * @param of its observations from signed reports alone
 */
export function figureReached(of: TargetCase, { startOn, endOn, value }: AskedFigure): FigureReached | null {
  const series = countReached(of, countedIn(of, { start: startOn, end: endOn }))
  const short = series.findLastIndex((one) => !isFullFor(of, one.value, value))
  const first = series[short + 1]
  return first ? proofOf(of, first) : null
}

function proofOf({ target, nameOf }: TargetCase, { on, value, observation }: Reached): FigureReached | null {
  const { reportId, agencyId, cycle, value: said } = observation
  if (reportId === null) return null
  const whole = value === said ? '' : `累计 `
  return {
    on,
    reportId,
    words: `${nameOf(agencyId)}${formatCycle(cycle)}报送，${whole}${withUnit(value, target.unit)}`,
  }
}
