import { chineseDay, earlier, isOneYear, yearOf } from '#kernel/day.ts'
import { withUnit } from '#kernel/figures.ts'
import {
  formatTarget,
  holdsThroughout,
  isFalling,
  meaningOf,
  type Period,
  type PlanTarget,
  stretchOn,
} from '#modules/programme/plans/contract.ts'
import { scheduleErrors } from './errors.ts'
import type { Frame } from './plan-steps.ts'
import type { Claim, Step } from './step.ts'

/** A target as far as a schedule asks for its figure. */
export type FigureTarget = Pick<
  PlanTarget,
  'id' | 'kind' | 'accrual' | 'period' | 'op' | 'value' | 'valueMax' | 'unit' | 'indicator'
> & {
  /** The target of which it says the same again. */
  repeats?: string | null
}

/** The stretches of at most a year a target names a figure for; none of what holds throughout, is done or not, or is a sum of years. */
function yearsOf(target: FigureTarget): Period[] {
  const { period, value } = target
  const meaning = meaningOf(target)
  const isReached = meaning.counted !== 'done' && !holdsThroughout(meaning, isFalling(target))
  if (!period || value === null || !isReached || target.repeats) return []
  if (meaning.span === 'own') return isOneYear(period) ? [{ start: period.start, end: period.end }] : []
  const [first, last] = [Number(yearOf(period.start)), Number(yearOf(period.end))]
  const years = Array.from({ length: last - first + 1 }, (_, i) => `${first + i}-12-31`)
  return years.flatMap((on) => {
    const year = stretchOn(meaning, period, earlier(on, period.end))
    return year ? [year] : []
  })
}

function claimsOf(targets: readonly FigureTarget[], { floorOn, deadlineOn }: Frame): Claim[] {
  const claims = targets.flatMap((target) =>
    yearsOf(target)
      .filter(({ end }) => end >= floorOn && end <= deadlineOn)
      .map(({ start: startOn, end: endOn }): Claim => {
        // A year of the target: 每年 is said by the node's name.
        const shown = formatTarget({ ...target, accrual: 'within' })
        return {
          targetId: target.id,
          startOn,
          endOn,
          value: target.value ?? 0,
          words: `${target.indicator.text} ${shown}`,
        }
      }),
  )
  return claims.sort((a, b) => (a.endOn < b.endOn ? -1 : a.endOn > b.endOn ? 1 : 0))
}

const titleOf = ({ endOn, words }: Claim): string => {
  const when = endOn.endsWith('-12-31') ? `${yearOf(endOn)}年度` : `到${chineseDay(endOn)}的`
  return `${when}目标：${words}`.slice(0, 60)
}

const isSame = (a: Claim, b: Claim): boolean =>
  a.targetId === b.targetId && a.endOn === b.endOn && a.value === b.value && a.words === b.words

/**
 * The steps with a mark at the end of every year a target of the task names a figure for. What is there already, or was
 * reached, stays as it is; a mark whose figure the plan does not name any more goes.
 * @param prefix makes the ids of those added: `r3` gives `r3f1`
 */
export function withFigures(
  steps: readonly Step[],
  targets: readonly FigureTarget[],
  { frame, prefix }: { frame: Frame; prefix: string },
): Step[] {
  const claims = claimsOf(targets, frame)
  const kept = steps.filter(
    ({ claim, done }) => claim === null || done !== null || claims.some((one) => isSame(one, claim)),
  )
  const missing = claims.filter((one) => !kept.some(({ claim }) => claim !== null && isSame(one, claim)))
  return [...kept, ...missing.map((claim, i) => markOf(claim, `${prefix}f${i + 1}`, frame))]
}

const markOf = (claim: Claim, id: string, { floorOn, deadlineOn }: Frame): Step => ({
  id,
  title: titleOf(claim),
  days: 0,
  unit: 'working_day',
  lagDays: 0,
  lagUnit: 'working_day',
  after: [],
  notBefore: claim.startOn > floorOn ? claim.startOn : null,
  notAfter: claim.endOn < deadlineOn ? claim.endOn : null,
  pin: null,
  claim,
  done: null,
})

/** Refuses names that state a figure of the task's targets beside steps that read it: 完成30家 is for reports to say. */
export function assertNoFigure(
  before: readonly Step[],
  after: readonly Step[],
  targets: readonly FigureTarget[],
): void {
  const known = new Map(before.map(({ id, title }) => [id, title]))
  for (const { id, title, claim } of after) {
    if (claim !== null || known.get(id) === title) continue
    const words = targets.map((target) => figureIn(title, target)).find((found) => found !== undefined)
    if (words !== undefined) throw scheduleErrors.claimsFigure({ title, words })
  }
}

const plain = (text: string): string => text.replaceAll(/\s/gu, '')

function figureIn(title: string, { value, unit }: FigureTarget): string | undefined {
  if (value === null || unit === '') return undefined
  const words = plain(withUnit(value, unit))
  const at = plain(title).indexOf(words)
  return at >= 0 && !/[\d.]/.test(plain(title).charAt(at - 1)) ? words : undefined
}

/** What signed reports say of a step's figure: the day it was reached and where that stands, or that it is not. */
export interface FigureFound {
  stepId: string
  reached: { on: string; reportId: string; words: string } | null
}

/** The steps with what signed figures say of them; undefined where nothing changes. */
export function readFigures(
  steps: readonly Step[],
  dates: readonly { stepId: string; startOn: string; finishOn: string }[],
  found: readonly FigureFound[],
): Step[] | undefined {
  const of = new Map(found.map((one) => [one.stepId, one]))
  const read = steps.map((step): Step => {
    const one = of.get(step.id)
    if (!one || step.claim === null) return step
    if (one.reached === null) return step.done === null ? step : { ...step, done: null }
    const { on, reportId, words } = one.reached
    if (step.done?.on === on && step.done.proof?.reportId === reportId && step.done.proof.words === words) return step
    const planned = step.done ?? dates.find(({ stepId }) => stepId === step.id)
    const { startOn, finishOn } = planned ?? { startOn: on, finishOn: on }
    return { ...step, done: { on, startOn, finishOn, proof: { reportId, words } } }
  })
  return read.some((step, i) => step !== steps[i]) ? read : undefined
}
