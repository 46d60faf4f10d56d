import { addDays, daysBetween, earlier, later, yearEnd, yearStart } from '#kernel/day.ts'
import { approachOf, expectedOn, type Point } from './course.ts'
import { endOfCycle } from './end-of-cycle.ts'
import type { TargetFact } from './facts.ts'
import { listPlanned, listPlannedSums } from './families.ts'
import { forecastOf } from './forecast.ts'
import { judgeDone } from './judge-done.ts'
import { judgeFigure } from './judge-figure.ts'
import { isLimit } from './limit.ts'
import { silenceRules } from './rules/silence.rules.ts'
import { countReached, speakersOf } from './series.ts'
import type { Stretch, TargetCase } from './target-case.ts'
import { beginningOf, isFalling, kindRules } from './target-words.ts'
import type { TargetVerdict } from './verdict.ts'
import { verdictSaying } from './verdict-saying.ts'

/** A limit and a cap on what adds up hold at every moment, like a rate of growth. */
const holdsAlways = (target: TargetFact): boolean =>
  isLimit(target) || beginningOf(target) === 'always' || (beginningOf(target) === 'zero' && isFalling(target))

/** Lays out the stretch a target is judged in; undefined while nothing was stated in it. */
export function findStretch(of: TargetCase): Stretch | undefined {
  const { target, observations, day, thresholds } = of
  const { startOn, endOn, value, kind } = target
  const rule = kindRules[kind]
  const newest = observations.at(-1)
  if (startOn === null || endOn === null || value === null || !newest) return undefined
  const holds = rule.lagged ? thresholds.laggedHoldsDays : thresholds.holdsDays
  const judgedOn = later(daysBetween(newest.on, day) <= holds ? newest.on : day, startOn)
  const within = rule.yearly ? yearOf(earlier(judgedOn, endOn), { startOn, endOn }) : { startOn, endOn }
  // What adds up and is counted once may be reached late: figures after the last day still speak of it.
  const until = rule.yearly ? within.endOn : day
  const counted =
    rule.counted === 'level'
      ? observations
      : observations.filter(({ on }) => isWithin(on, { startOn: within.startOn, endOn: later(within.endOn, until) }))
  const series = countReached(target, counted)
  const [first, last] = [series[0], series.at(-1)]
  if (!first || !last) return undefined
  // The report of the last cycle is the final word, though it was handed in some days before the cycle ended.
  const closed = day > within.endOn && endOfCycle(last.observation.cycle) >= within.endOn
  const knots = knotsOf(of, { ...within, wanted: value, first })
  return {
    ...within,
    wanted: value,
    series,
    judgedOn: closed ? within.endOn : judgedOn,
    // A limit is no goal to approach: a course set by hand before it was known for one is not followed.
    approach: approachOf(knots, isLimit(target) ? undefined : of.course),
  }
}

interface Within {
  startOn: string
  endOn: string
}

const isWithin = (on: string, { startOn, endOn }: Within): boolean => on >= startOn && on <= endOn

const yearOf = (on: string, { startOn, endOn }: Within): Within => ({
  startOn: later(yearStart(on), startOn),
  endOn: earlier(yearEnd(on), endOn),
})

function knotsOf({ target, family }: TargetCase, at: Within & { wanted: number; first: Point }): Point[] {
  const { startOn, endOn, wanted, first } = at
  const rule = kindRules[target.kind]
  const end = { on: endOn, value: wanted }
  if (holdsAlways(target) && !isLimit(target)) return [{ on: startOn, value: wanted }, end]
  const planned = rule.counted === 'level' ? listPlanned(target, family) : listPlannedSums(target, family)
  if (isLimit(target)) return limitKnots(planned, at)
  const start = startKnot(target, at)
  const path = [start, ...planned.filter(({ on }) => on > start.on && on < endOn), end]
  return first.on > endOn ? [{ ...start, on: startOn }, end] : path
}

/** The limit, or one the plan itself narrows from year to year: each holds until the next one's day. */
function limitKnots(planned: readonly Point[], { startOn, endOn, wanted }: Within & { wanted: number }): Point[] {
  const within = planned.filter(({ on }) => on > startOn && on < endOn)
  const steps = within.flatMap(({ on, value }, i) => [
    { on, value },
    { on: addDays(on, 1), value: within[i + 1]?.value ?? wanted },
  ])
  return [{ on: startOn, value: within[0]?.value ?? wanted }, ...steps, { on: endOn, value: wanted }]
}

/** Where the way begins: the baseline the plan names, nothing, or the first figure stated; a target met at once is kept. */
function startKnot(target: TargetFact, { startOn, wanted, first }: Within & { wanted: number; first: Point }): Point {
  const isMet = (value: number) => (isFalling(target) ? value <= wanted : value >= wanted)
  if (beginningOf(target) === 'zero') return { on: startOn, value: 0 }
  const known =
    target.baseline === null ? { on: first.on, value: first.value } : { on: startOn, value: target.baseline }
  return isMet(known.value) ? { on: known.on, value: wanted } : known
}

/** The lamp of a target on a day, from figures known by then alone. */
export function judgeTarget(of: TargetCase): TargetVerdict {
  const { target, day } = of
  if (kindRules[target.kind].counted === 'done' || target.value === null) return judgeDone(of)
  const stretch = findStretch(of)
  const silence = silenceRules.first({ ...of, stretch }, day)
  const newest = stretch?.series.at(-1)
  if (silence || !stretch || !newest) return verdictSaying(of, silence?.said)
  const { wanted, endOn, judgedOn } = stretch
  const running = kindRules[target.kind].counted === 'running'
  const aim = {
    wanted,
    wantedOn: endOn,
    falling: isFalling(target),
    running,
    whole: target.whole,
    highest: highestOf(target),
  }
  const expected = expectedFigure(of, stretch, earlier(judgedOn, endOn))
  return {
    ...judgeFigure(of, stretch, expected),
    targetId: target.id,
    saidBy: speakersOf(of.observations),
    reached: newest.value,
    asOfOn: newest.on,
    expectedNow: expected,
    wanted,
    wantedOn: endOn,
    forecast: holdsAlways(target) ? null : forecastOf(stretch.series, aim),
  }
}

/** Shares of a whole end at 100 %; what is wanted beyond shows that it is no such share. */
const highestOf = ({ kind, unit, value }: TargetFact): number =>
  kind === 'ratio' && unit === '%' && (value ?? 0) <= 100 ? 100 : Infinity

/** Nobody can be expected to have reached a part of a whole thing (家, 人, 场). */
export function expectedFigure({ target }: TargetCase, { approach }: Stretch, on: string): number {
  const expected = Number(expectedOn(approach, on).toPrecision(12))
  if (!target.whole) return Number(expected.toFixed(4))
  return isFalling(target) ? Math.ceil(expected - 1e-9) : Math.floor(expected + 1e-9)
}
