import { daysBetween, earlier, later } from '#kernel/day.ts'
import { rounded } from '#kernel/figures.ts'
import {
  baselineOf,
  courseOf,
  endsAtHundred,
  holdsThroughout,
  isFalling,
  knownStart,
  type Period,
  stretchOn,
} from '#modules/programme/plans/contract.ts'
import { approachOf, expectedOn, type Point } from './course.ts'
import { endOfCycle } from './end-of-cycle.ts'
import { meaningOfFact, periodOf } from './fact-meaning.ts'
import type { TargetFact } from './facts.ts'
import { listPlanned, listPlannedSums } from './families.ts'
import { forecastOf } from './forecast.ts'
import { judgeDone } from './judge-done.ts'
import { judgeFigure } from './judge-figure.ts'
import { silenceRules } from './rules/silence.rules.ts'
import { countReached, type Observation, speakersOf } from './series.ts'
import { isDoneOrNot, type Stretch, type TargetCase } from './target-case.ts'
import type { TargetVerdict } from './verdict.ts'
import { verdictSaying } from './verdict-saying.ts'

/** Lays out the stretch a target is judged in; undefined while nothing was stated in it. */
export function findStretch(of: TargetCase): Stretch | undefined {
  const { target, observations, day, asBefore } = of
  const meaning = meaningOfFact(target)
  const [period, newest] = [periodOf(target), observations.at(-1)]
  if (period === null || target.value === null || !newest) return undefined
  const isCurrent = daysBetween(newest.on, day) <= holdsDays(of)
  const spoken = later(isCurrent ? newest.on : day, period.start)
  // The one year that counts is judged by its own figures alone.
  const within = stretchOn(meaning, period, meaning.span === 'last_year' ? day : spoken)
  if (!within) return undefined
  const series = countReached(of, countedIn(of, within))
  const [first, last] = [series[0], series.at(-1)]
  if (!first || !last) return undefined
  // The report of the last cycle is the final word, though it was handed in some days before the cycle ended.
  const closed = day > within.end && endOfCycle(last.observation.cycle) >= within.end
  const { corners, startKnown } = layCourse(of, { stretch: within, wanted: target.value, first })
  return {
    startOn: within.start,
    endOn: within.end,
    wanted: target.value,
    series,
    // Until the second edition a figure that was no longer current was held against the day asked for.
    judgedOn: closed ? within.end : later(asBefore ? spoken : last.on, within.start),
    // A limit is no goal to approach: a course set by hand before it was known for one is not followed.
    approach: approachOf(corners, meaning.limit ? undefined : (of.course ?? of.season?.course), startKnown),
    startKnown,
    isOld: !asBefore && !isCurrent && !closed,
  }
}

/** How many days a figure counts as current. */
const holdsDays = ({ target, season, thresholds }: TargetCase): number =>
  meaningOfFact(target).lagged || season?.lagged ? thresholds.laggedHoldsDays : thresholds.holdsDays

/** The figures that speak of a stretch. What adds up and is counted once may be reached late: figures after the last day still do. */
export function countedIn({ target, observations, day }: TargetCase, { start, end }: Period): readonly Observation[] {
  const { counted, span } = meaningOfFact(target)
  if (counted === 'level' && span === 'own') return observations
  const until = span === 'own' ? later(end, day) : end
  return observations.filter(({ on }) => on >= start && on <= until)
}

interface Laid {
  stretch: Period
  wanted: number
  first: Point
}

/** The corners of the course, and whether it is known where it begins. */
function layCourse({ target, family, startedOn, asBefore }: TargetCase, laid: Laid) {
  const meaning = meaningOfFact(target)
  const baseline = asBefore ? target.baseline : baselineOf(target)
  const levels = meaning.counted === 'level' && meaning.span === 'own' ? listPlanned(target, family) : []
  const planned = meaning.addsOverYears ? listPlannedSums(target, family) : levels
  const way = { ...laid, meaning, falling: isFalling(target), baseline, planned, startedOn, startsAtFirst: asBefore }
  return { corners: courseOf(way), startKnown: asBefore || meaning.from !== 'baseline' || knownStart(way) !== null }
}

/** The lamp of a target on a day, from figures known by then alone. */
export function judgeTarget(of: TargetCase): TargetVerdict {
  const { target, day } = of
  const meaning = meaningOfFact(target)
  if (isDoneOrNot(of) || target.value === null) return judgeDone(of)
  const stretch = findStretch(of)
  const silence = silenceRules.first({ ...of, stretch }, day)
  const newest = stretch?.series.at(-1)
  if (silence || !stretch || !newest) return verdictSaying(of, silence?.said)
  const { wanted, endOn, judgedOn } = stretch
  const falling = isFalling(target)
  const aim = {
    wanted,
    wantedOn: endOn,
    falling,
    running: meaning.counted === 'running',
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
    forecast:
      holdsThroughout(meaning, falling) || stretch.approach.quarters !== null ? null : forecastOf(stretch.series, aim),
  }
}

/** Shares of a whole end at 100 %; what is wanted beyond shows that it is no such share. */
const highestOf = (target: TargetFact): number => (endsAtHundred(target) && (target.value ?? 0) <= 100 ? 100 : Infinity)

/**
 * What should stand on a day. Nobody can be expected to have reached a part of a whole thing (家, 人, 场). Null where nothing can be
 * said: before the first corner of a way whose beginning is not known, and on the way to a single thing.
 */
export function expectedFigure(of: TargetCase, stretch: Stretch, on: string): number | null {
  const { target } = of
  const { approach, startKnown } = stretch
  if (!startKnown && on < (approach.knots[0]?.on ?? '')) return null
  if (isOnePiece(of, stretch) && on < stretch.endOn) return null
  const expected = Number(expectedOn(approach, on).toPrecision(12))
  if (!target.whole) return rounded(expected, 4)
  return isFalling(target) ? Math.ceil(expected - 1e-9) : Math.floor(expected + 1e-9)
}

/** A single thing is there or it is not: its steps tell how far it is. */
const isOnePiece = ({ target, course, asBefore }: TargetCase, { approach: { knots }, wanted, startKnown }: Stretch) =>
  !asBefore &&
  startKnown &&
  course === undefined &&
  target.whole &&
  knots.length === 2 &&
  knots[0]?.value !== wanted &&
  Math.abs(wanted - (knots[0]?.value ?? 0)) <= 1
