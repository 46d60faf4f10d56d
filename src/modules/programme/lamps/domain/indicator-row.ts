import { earlier, isOneYear, yearEnd } from '#kernel/day.ts'
import { changeInWords, reckoned } from '#kernel/figures.ts'
import { shareOf } from '#modules/programme/plans/contract.ts'
import { meaningOfFact, periodOf } from './fact-meaning.ts'
import type { ProgrammeFacts } from './facts.ts'
import { expectedFigure, findStretch, judgeTarget } from './judge-target.ts'
import type { Lamp } from './lamp.ts'
import { figure, percent } from './numbers.ts'
import { countReached, type Observation } from './series.ts'
import { isDoneOrNot, type Stretch, type TargetCase } from './target-case.ts'

/** A line of the 指标进度表; what is not known says why. */
export interface IndicatorRow {
  indicator: string
  unit: string
  lastYear: string
  thisYear: string
  reached: string
  done: string
  pace: string
  overLastYear: string
  rank: string
  source: string
  state: string
  lamp: Lamp
}

const unknown = (why: string): string => `未知（${why}）`

/** The columns of a target's progress as county offices print them, on the day it was judged. */
export function indicatorRow(of: TargetCase, facts: ProgrammeFacts): IndicatorRow {
  const { target, day } = of
  const verdict = judgeTarget(of)
  const stretch = isDoneOrNot(of) ? undefined : findStretch(of)
  const year = stretch && figureOfYear(of, stretch)
  const wanted = year?.isOfPlan ? year.value : target.value
  const { reached } = verdict
  const share = shareOf(target, reached, wanted)
  const pace = shareOf(target, verdict.expectedNow, wanted)
  const before = figureBefore(of)
  return {
    indicator: target.indicator,
    unit: target.unit,
    lastYear: before === null ? unknown('无上年数据') : figure(before),
    thisYear:
      wanted === null
        ? '完成'
        : year && !year.isOfPlan
          ? `进度参考 ${figure(reckoned(year.value, target.unit))}`
          : figure(wanted),
    reached: reached === null ? unknown('尚无数据') : figure(reached),
    done: share === null ? unknown(reached === null ? '尚无数据' : '不按比例计算') : percent(share),
    pace: pace === null ? unknown(reached === null ? '尚无数据' : '不按比例计算') : percent(pace),
    overLastYear: compareYears(of, day),
    rank: unknown('无排名数据'),
    source: sourceOf(of.observations.at(-1), facts),
    state: stateOf(of.observations.at(-1), facts),
    lamp: verdict.lamp,
  }
}

/** What should stand at the end of the year: named by the plan, or a reference computed from a figure for a longer time. */
function figureOfYear(of: TargetCase, stretch: Stretch): { value: number; isOfPlan: boolean } | undefined {
  const on = earlier(yearEnd(of.day), stretch.endOn)
  const { knots, quarters } = stretch.approach
  const isNamed = quarters === null && knots.slice(1).some((knot) => knot.on === on)
  const isFlat = knots.every(({ value }) => value === stretch.wanted)
  const value = expectedFigure(of, stretch, on)
  return value === null ? undefined : { value, isOfPlan: on === stretch.endOn || isNamed || isFlat }
}

/** The last figure of the year before; the baseline the plan names stands in for it. */
function figureBefore(of: TargetCase): number | null {
  const year = String(Number(of.day.slice(0, 4)) - 1)
  const last = countReached(
    of,
    of.observations.filter(({ on }) => on.startsWith(year)),
  ).at(-1)
  return last?.value ?? of.target.baseline
}

/** Against the figure nearest to the same day of the year before, no more than a month off it. */
function compareYears(of: TargetCase, day: string): string {
  const { target, observations } = of
  if (meaningOfFact(target).addsOverYears && !isOneYear(periodOf(target))) return unknown('逐年累计，不作同比')
  const year = day.slice(0, 4)
  const same = `${Number(year) - 1}${day.slice(4)}`
  const ofYear = (prefix: string) => observations.filter(({ on }) => on.startsWith(prefix))
  const now = countReached(of, ofYear(year)).at(-1)
  const then = countReached(
    of,
    ofYear(same.slice(0, 4)).filter(({ on }) => on <= same),
  ).at(-1)
  if (!now || !then) return unknown('无上年数据')
  return changeInWords(then.value, now.value, target.unit) ?? unknown('上年为 0')
}

const sourceOf = (newest: Observation | undefined, { nameOf }: ProgrammeFacts): string =>
  newest === undefined ? unknown('尚无数据') : (newest.from ?? `${nameOf(newest.agencyId)}报送`)

function stateOf(newest: Observation | undefined, { reports }: ProgrammeFacts): string {
  if (newest === undefined) return '尚无数据'
  if (newest.reportId === null) return `外部数据，截至 ${newest.on}`
  const signed = reports.find(({ id }) => id === newest.reportId)?.signedOn
  return `${signed ? '已签收' : '待签收'}，截至 ${newest.on}`
}
