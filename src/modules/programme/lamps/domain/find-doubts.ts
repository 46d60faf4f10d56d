import { dayInWords, daysBetween } from '#kernel/day.ts'
import { expectedOn } from './course.ts'
import type { StatementFact } from './facts.ts'
import { gapInWords, percent, quoted, withUnit } from './numbers.ts'
import { type Reached, speakersOf, statementRef } from './series.ts'
import type { Stretch } from './target-case.ts'
import { findFinish, type TaskCase } from './task-case.ts'
import type { FreshnessState, Reason } from './verdict.ts'

/** A green target with the stretch it was judged in. */
export interface GreenTarget {
  targetId: string
  indicator: string
  unit: string
  whole: boolean
  stretch: Stretch
}

/**
 * 假绿: why a green lamp should be looked at. Each doubt is a question to a person, it changes no colour.
 * Asked only of tasks whose summary is green.
 */
export function listDoubts(of: TaskCase, freshness: FreshnessState, targets: readonly GreenTarget[]): Reason[] {
  const finish = findFinish(of)
  if (finish) return finish.evidence === 0 ? [finishedBare(of, finish)] : []
  return [
    ...staleReports(of, freshness),
    ...staleEvidence(of),
    ...targets.flatMap((target) => [...flat(of, target), ...lastMinute(of, target)]),
  ]
}

/** @param of the words it rests on, the newest last */
const ofStatements = (code: string, text: string, of: readonly StatementFact[]): Reason => ({
  code,
  text,
  refs: of.slice(-1).map(({ id }) => ({ kind: 'statement', id })),
  saidBy: [...new Set(of.map(({ agencyId }) => agencyId))],
})

const finishedBare = ({ nameOf, day }: TaskCase, finish: StatementFact): Reason =>
  ofStatements(
    'finishedBare',
    `${nameOf(finish.agencyId)}报“已完成”没有附佐证，${dayInWords(finish.signedOn ?? day, day)}仍予签收。请补佐证。`,
    [finish],
  )

function staleReports({ statements, day }: TaskCase, freshness: FreshnessState): Reason[] {
  const last = statements.at(-1)
  if (freshness !== 'stale' || !last) return []
  const text = `绿灯依据的是${dayInWords(last.submittedOn, day)}的报送，此后没有按期再报。`
  return [ofStatements('staleReport', text, [last])]
}

/** Progress was claimed again and again since anybody last showed something for it. */
function staleEvidence({ statements, day, thresholds }: TaskCase): Reason[] {
  const shown = statements.findLast(({ evidence }) => evidence > 0)
  const since = statements.filter(({ submittedOn }) => !shown || submittedOn > shown.submittedOn)
  const claims = since.filter(({ state }) => state === 'progressed')
  const from = shown?.submittedOn ?? claims[0]?.submittedOn
  const last = claims.at(-1)
  if (!from || !last || claims.length < 2 || daysBetween(from, day) <= thresholds.staleEvidenceDays) return []
  const text = shown
    ? `最近一份佐证是${dayInWords(shown.submittedOn, day)}的，此后 ${claims.length} 次报“有进展”都没有佐证。`
    : `${claims.length} 次报“有进展”，从来没有附过佐证。`
  return [ofStatements('staleEvidence', text, shown ? [shown, ...claims] : claims)]
}

/** The last figure of each cycle, oldest first. */
const byCycle = (series: readonly Reached[]): Reached[] => [
  ...new Map(series.map((point) => [point.observation.cycle, point])).values(),
]

/** The same figure cycle after cycle while its course rises and the whole is not reached. */
function flat({ day, thresholds }: TaskCase, { targetId, indicator, unit, whole, stretch }: GreenTarget): Reason[] {
  const last = byCycle(stretch.series).slice(-thresholds.flatCycles)
  const [first, newest] = [last[0], last.at(-1)]
  if (!first || !newest || last.length < thresholds.flatCycles) return []
  const due = ({ on }: Reached) =>
    whole ? Math.floor(expectedOn(stretch.approach, on) + 1e-9) : expectedOn(stretch.approach, on)
  const isMoving = due(newest) !== due(first)
  if (!isMoving || newest.value === stretch.wanted || last.some(({ value }) => value !== newest.value)) return []
  const text = `${quoted(indicator)}连续 ${last.length} 期都是 ${withUnit(newest.value, unit)}，从${dayInWords(first.on, day)}起没有变化，请核实。`
  return [
    {
      code: 'flat',
      text,
      refs: [{ kind: 'target', id: targetId }, ...statementRef(newest.observation)],
      saidBy: speakersOf(stretch.series.map(({ observation }) => observation)),
    },
  ]
}

/** Most of the gain came at once, in the last days before the target or its year ends. */
function lastMinute({ day, thresholds }: TaskCase, { targetId, indicator, unit, stretch }: GreenTarget): Reason[] {
  const cycles = byCycle(stretch.series)
  const [newest, before] = [cycles.at(-1), cycles.at(-2)]
  if (!newest || !before || cycles.length < 3) return []
  const gain = newest.value - before.value
  const whole = newest.value - (stretch.approach.knots[0]?.value ?? 0)
  const near = Math.min(...endsOf(newest, stretch).map((end) => Math.abs(daysBetween(newest.on, end))))
  if (whole === 0 || gain / whole < thresholds.jumpShare || near > thresholds.lastMinuteDays) return []
  const share = percent(gain / whole)
  const text = `${quoted(indicator)}到${dayInWords(newest.on, day)}一次增加 ${gapInWords(gain, unit)}，占全部进展的 ${share}，离期末不到 ${thresholds.lastMinuteDays} 天，请核实。`
  return [
    {
      code: 'lastMinute',
      text,
      refs: [{ kind: 'target', id: targetId }, ...statementRef(newest.observation)],
      saidBy: speakersOf(stretch.series.map(({ observation }) => observation)),
    },
  ]
}

const endsOf = ({ on }: Reached, { endOn }: Stretch): string[] => [endOn, `${on.slice(0, 4)}-12-31`]
