import { dayInWords, daysBetween, yearEnd } from '#kernel/day.ts'
import { allOf, rulebook, truthOf } from '#kernel/rule.ts'
import { expectedOn } from '../course.ts'
import type { ReportFact } from '../facts.ts'
import { gapInWords, percent, quoted, withUnit } from '../numbers.ts'
import { type Reached, reportRef, speakersOf } from '../series.ts'
import type { Stretch } from '../target-case.ts'
import { finishOf, type TaskCase } from '../task-case.ts'
import type { FreshnessState, Reason } from '../verdict.ts'
import { sinceFirst, sources } from './lamp-rule.ts'

/** A green task: what was said of it, and since when nobody showed anything for it. */
export interface DoubtCase extends TaskCase {
  finish: ReportFact | undefined
  freshness: FreshnessState
  last: ReportFact | undefined
  /** The newest word with a proof, and the claims of progress after it. */
  shown: ReportFact | undefined
  claims: readonly ReportFact[]
  /** Since when proof is missing; null while there is nothing to prove. */
  provedOn: string | null
}

export function doubtCase(of: TaskCase, freshness: FreshnessState): DoubtCase {
  const shown = of.reports.findLast(({ evidence }) => evidence > 0)
  const since = of.reports.filter(({ submittedOn }) => !shown || submittedOn > shown.submittedOn)
  const claims = since.filter(({ state }) => state === 'progressed')
  return {
    ...of,
    finish: finishOf(of),
    freshness,
    last: of.reports.at(-1),
    shown,
    claims,
    provedOn: shown?.submittedOn ?? claims[0]?.submittedOn ?? null,
  }
}

/** @param of the words it rests on, the newest last */
const ofReports = (code: string, text: string, of: readonly ReportFact[]): Reason => ({
  code,
  text,
  refs: of.slice(-1).map(({ id }) => ({ kind: 'statement', id })),
  saidBy: [...new Set(of.map(({ agencyId }) => agencyId))],
})

const isOpen = ({ finish }: DoubtCase) => truthOf(finish === undefined)

/** 假绿: why a green lamp should be looked at. Each doubt is a question to a person, it changes no colour. */
export const doubtRules = rulebook<DoubtCase, Reason>([
  {
    clause: 'doubt.finishedBare',
    when: '假绿：报“已完成”没有附佐证即予签收',
    source: sources.usual,
    ...sinceFirst,
    test: ({ finish }) => truthOf(finish !== undefined && finish.evidence === 0),
    say({ finish, nameOf, day }) {
      const said = finish ? [finish] : []
      const text = `${nameOf(finish?.agencyId ?? '')}报“已完成”没有附佐证，${dayInWords(finish?.signedOn ?? day, day)}仍予签收。请补佐证。`
      return ofReports('finishedBare', text, said)
    },
  },
  {
    clause: 'doubt.staleReport',
    when: '假绿：绿灯依据的报送之后没有按期再报',
    source: sources.usual,
    ...sinceFirst,
    test: (of) => allOf(isOpen(of), truthOf(of.freshness === 'stale' && of.last !== undefined)),
    say({ last, day }) {
      const text = `绿灯依据的是${dayInWords(last?.submittedOn ?? day, day)}的报送，此后没有按期再报。`
      return ofReports('staleReport', text, last ? [last] : [])
    },
  },
  {
    clause: 'doubt.staleEvidence',
    when: '假绿：最近一份佐证已过有效天数，此后报过两次以上“有进展”都没有佐证',
    source: sources.usual,
    ...sinceFirst,
    test: (of) => allOf(isOpen(of), truthOf(isProofOld(of))),
    say({ shown, claims, day }) {
      const text = shown
        ? `最近一份佐证是${dayInWords(shown.submittedOn, day)}的，此后 ${claims.length} 次报“有进展”都没有佐证。`
        : `${claims.length} 次报“有进展”，从来没有附过佐证。`
      return ofReports('staleEvidence', text, shown ? [shown, ...claims] : claims)
    },
  },
])

const isProofOld = ({ provedOn, claims, day, thresholds }: DoubtCase): boolean =>
  provedOn !== null && claims.length > 1 && daysBetween(provedOn, day) > thresholds.staleEvidenceDays

/** A green target with the stretch it was judged in. */
export interface GreenTarget {
  targetId: string
  indicator: string
  unit: string
  whole: boolean
  stretch: Stretch
}

/** The last figures of a green target, cycle by cycle, oldest first. */
export interface SeriesCase extends Pick<TaskCase, 'day' | 'thresholds'> {
  target: GreenTarget
  cycles: readonly Reached[]
  newest: Reached | undefined
  /** What the newest cycle added, and what was added in all. */
  gain: number
  whole: number
}

export function seriesCase({ day, thresholds }: TaskCase, target: GreenTarget): SeriesCase {
  const { series, approach, startKnown } = target.stretch
  const cycles = [...new Map(series.map((point) => [point.observation.cycle, point])).values()]
  const newest = cycles.at(-1)
  const reached = newest?.value ?? 0
  const gain = reached - (cycles.at(-2)?.value ?? 0)
  const start = startKnown ? (approach.knots[0]?.value ?? 0) : (series[0]?.value ?? 0)
  return { day, thresholds, target, cycles, newest, gain, whole: reached - start }
}

const lastCycles = ({ cycles, thresholds }: SeriesCase): readonly Reached[] => cycles.slice(-thresholds.flatCycles)

const ofSeries = ({ target, newest }: SeriesCase, code: string, words: string): Reason => ({
  code,
  text: `${quoted(target.indicator)}${words}`,
  refs: [{ kind: 'target', id: target.targetId }, ...reportRef(newest?.observation)],
  saidBy: speakersOf(target.stretch.series.map(({ observation }) => observation)),
})

/** The same figure cycle after cycle while its course rises and the whole is not reached. */
function isFlat(of: SeriesCase): boolean {
  const { stretch, whole } = of.target
  const last = lastCycles(of)
  const [first, newest] = [last[0], last.at(-1)]
  if (!first || !newest || last.length < of.thresholds.flatCycles || newest.value === stretch.wanted) return false
  const due = ({ on }: Reached) =>
    whole ? Math.floor(expectedOn(stretch.approach, on) + 1e-9) : expectedOn(stretch.approach, on)
  return due(newest) !== due(first) && last.every(({ value }) => value === newest.value)
}

/** Most of the gain came at once, in the last days before the target or its year ends. */
function isLastMinute({ cycles, newest, gain, whole, target, thresholds }: SeriesCase): boolean {
  if (!newest || cycles.length < 3 || whole === 0 || gain / whole < thresholds.jumpShare) return false
  const ends = [target.stretch.endOn, yearEnd(newest.on)]
  return Math.min(...ends.map((end) => Math.abs(daysBetween(newest.on, end)))) <= thresholds.lastMinuteDays
}

/** The same of the figures of a green target. */
export const seriesRules = rulebook<SeriesCase, Reason>([
  {
    clause: 'doubt.flat',
    when: '假绿：数据连续几期不动，而进度线在升、目标没有达到',
    source: sources.usual,
    ...sinceFirst,
    test: (of) => truthOf(isFlat(of)),
    say(of) {
      const last = lastCycles(of)
      const since = dayInWords(last[0]?.on ?? of.day, of.day)
      const value = withUnit(of.newest?.value ?? 0, of.target.unit)
      return ofSeries(of, 'flat', `连续 ${last.length} 期都是 ${value}，从${since}起没有变化，请核实。`)
    },
  },
  {
    clause: 'doubt.lastMinute',
    when: '假绿：末期突增，一次增加占全部进展的大半，且临近期末',
    source: sources.usual,
    ...sinceFirst,
    test: (of) => truthOf(isLastMinute(of)),
    say(of) {
      const { newest, gain, whole, target, thresholds, day } = of
      const words = `到${dayInWords(newest?.on ?? day, day)}一次增加 ${gapInWords(gain, target.unit)}，占全部进展的 ${percent(gain / whole)}，离期末不到 ${thresholds.lastMinuteDays} 天，请核实。`
      return ofSeries(of, 'lastMinute', words)
    },
  },
])

/** Asked only of tasks whose summary is green. */
export function listDoubts(task: TaskCase, freshness: FreshnessState, targets: readonly GreenTarget[]): Reason[] {
  const of = doubtCase(task, freshness)
  return [
    ...doubtRules.find(of, of.day),
    ...targets.flatMap((target) => seriesRules.find(seriesCase(of, target), of.day)),
  ].map(({ said }) => said)
}
