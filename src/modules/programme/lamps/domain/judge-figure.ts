import { dayInWords, dayNumber, daysBetween } from '#kernel/day.ts'
import { type Lamp, worstOf } from './lamp.ts'
import { isLimit } from './limit.ts'
import { gapInWords, percent, quoted, reckoned, withUnit } from './numbers.ts'
import { countReached, speakersOf, statementRef } from './series.ts'
import type { Stretch, TargetCase } from './target-case.ts'
import { beginningOf, isFalling, kindRules, type TargetOp } from './target-words.ts'
import type { Reason, Verdict } from './verdict.ts'

const tiny = 1e-9

/**
 * A figure held against what its course wants on the day it speaks of. Green at or ahead of the course, yellow down to
 * the ratio set, red below it or when the last day has passed; what lies near the deadline and is unfinished is yellow.
 */
export function judgeFigure(of: TargetCase, stretch: Stretch, expected: number): Verdict {
  const onCourse = lampOfCourse(of, stretch, expected)
  const time = lampOfTime(of, stretch)
  const saidBy = speakersOf(of.observations)
  const found = [onCourse.reason, ...(time ? [time.reason] : []), ...missedYears(of, stretch)]
  const reasons = found.map((reason) => ({ ...reason, saidBy }))
  return { lamp: worstOf([onCourse.lamp, ...(time ? [time.lamp] : [])]), reasons }
}

/** All reasons of a figure rest on the same words; whose they are is put to them at the end. */
type Finding = Omit<Reason, 'saidBy'>

interface Judged {
  lamp: Lamp
  reason: Finding
}

const newestOf = ({ series }: Stretch) => series.at(-1)

const refsOf = ({ target }: TargetCase, stretch: Stretch): Reason['refs'] => {
  const newest = newestOf(stretch)
  return [{ kind: 'target', id: target.id }, ...statementRef(newest?.observation)]
}

/** Whether the whole of what is wanted is reached by a target's own comparison. */
const isFullFor = ({ target, thresholds }: TargetCase, value: number, wanted: number): boolean =>
  isFull({ op: target.op, falling: isFalling(target), aboutShare: thresholds.aboutShare }, value, wanted)

interface Comparison {
  op: TargetOp
  falling: boolean
  aboutShare?: number
}

/** 突破、超过 want more than the figure; 左右 a tenth less will do unless set otherwise. */
export function isFull({ op, falling, aboutShare = 0.1 }: Comparison, value: number, wanted: number): boolean {
  const about = op === '~' ? wanted * (1 - aboutShare) : wanted
  if (falling) return op === '<' ? value < wanted : value <= wanted + tiny
  return op === '>' ? value > wanted + tiny : value >= about - tiny
}

function lampOfCourse(of: TargetCase, stretch: Stretch, expected: number): Judged {
  const { target } = of
  const newest = newestOf(stretch)
  const reached = newest?.value ?? 0
  const refs = refsOf(of, stretch)
  const over = overLimit(of, reached)
  if (over) return { lamp: 'yellow', reason: { code: 'overRange', text: over, refs } }
  const lamp = compare(of, stretch, { reached, expected })
  const share =
    stretch.wanted === 0 || isFalling(target) || isLimit(target)
      ? ''
      : `，占目标 ${withUnit(stretch.wanted, target.unit)}的 ${percent(reached / stretch.wanted)}`
  const behind = isFalling(target) ? reached - expected : expected - reached
  const limit = isLimit(target)
  const lacks = limit && isFalling(target) ? '超出' : '差'
  const held = behind > tiny ? `，${lacks} ${gapInWords(reckoned(behind), target.unit)}` : ''
  const wanted = limit
    ? `要求始终${isFalling(target) ? '不高于' : '不低于'}`
    : `按进度线${isFalling(target) ? '应不高于' : '应达到'}`
  const asOf = dayInWords(newest?.on ?? of.day, of.day)
  const text = `${quoted(target.indicator)}截至${asOf}为 ${withUnit(reached, target.unit)}，${wanted} ${withUnit(reckoned(expected), target.unit)}${held}${share}${lateBy(of, stretch)}。`
  return { lamp, reason: { code: lamp === 'green' ? 'onCourse' : limit ? 'limitBroken' : 'behindCourse', text, refs } }
}

/** How long after its last day a target was reached; nothing when it was in time or is not reached. */
function lateBy(of: TargetCase, { series, wanted, endOn }: Stretch): string {
  const first = series.find(({ value }) => isFullFor(of, value, wanted))
  return first && first.on > endOn
    ? `，${dayInWords(endOn, of.day)}到期，晚 ${daysBetween(endOn, first.on)} 天达到`
    : ''
}

function overLimit({ target, thresholds }: TargetCase, reached: number): string | undefined {
  const limit =
    target.op === 'range'
      ? target.valueMax
      : target.op === '~'
        ? (target.value ?? 0) * (1 + thresholds.aboutShare)
        : null
  if (limit === null || reached <= limit + tiny) return undefined
  const said = target.op === 'range' ? '区间上限' : '“左右”允许的上限'
  return `${quoted(target.indicator)}已达 ${withUnit(reached, target.unit)}，超过${said} ${withUnit(limit, target.unit)}，请核对目标或数据。`
}

interface Figures {
  reached: number
  expected: number
}

function compare(of: TargetCase, stretch: Stretch, figures: Figures): Lamp {
  const { target, thresholds } = of
  const sign = isFalling(target) ? -1 : 1
  const { reached } = figures
  const expected = target.op === '~' ? figures.expected * (1 - thresholds.aboutShare) : figures.expected
  const isWhole = Math.abs(figures.expected - stretch.wanted) < tiny
  if (isWhole ? isFullFor(of, reached, stretch.wanted) : sign * (reached - expected) >= -tiny) return 'green'
  if (beginningOf(target) === 'always')
    return sign * (expected - reached) <= thresholds.growthPoints + tiny ? 'yellow' : 'red'
  const start = isLimit(target) ? expected : startOf(stretch)
  if (progress({ reached, expected }, start, sign) >= thresholds.yellowRatio - tiny) return 'yellow'
  const isSlight = target.whole && sign * (expected - reached) <= thresholds.slackPieces
  return isSlight || (!isLimit(target) && isEarly(stretch, thresholds.earlyShare)) ? 'yellow' : 'red'
}

const startOf = ({ approach }: Stretch): number => approach.knots[0]?.value ?? 0

/** What was gained of what should have been gained; where nothing was to be gained, what is left of what should be kept. */
function progress({ reached, expected }: Figures, start: number, sign: number): number {
  const due = sign * (expected - start)
  if (due > tiny) return (sign * (reached - start)) / due
  return sign > 0 ? reached / expected : expected / reached
}

function isEarly({ approach, judgedOn, endOn, startOn }: Stretch, share: number): boolean {
  const from = dayNumber(approach.knots[0]?.on ?? startOn)
  const whole = dayNumber(endOn) - from
  return whole > 0 && (dayNumber(judgedOn) - from) / whole < share
}

/** What the calendar says: over, or nearly so. */
function lampOfTime(of: TargetCase, stretch: Stretch): Judged | undefined {
  const { target, day, thresholds } = of
  const { wanted, endOn, judgedOn } = stretch
  const reached = newestOf(stretch)?.value ?? 0
  if (isFullFor(of, reached, wanted) || isLimit(target) || beginningOf(target) === 'always') return undefined
  const refs = refsOf(of, stretch)
  const left = daysBetween(day, endOn)
  const lacking = gapInWords(wanted - reached, target.unit)
  if (left < 0 && judgedOn >= endOn) {
    return {
      lamp: 'red',
      reason: { code: 'overdue', text: `目标${dayInWords(endOn, day)}到期，已过 ${-left} 天，仍差 ${lacking}。`, refs },
    }
  }
  if (left < 0) {
    const text = `目标${dayInWords(endOn, day)}到期，期末数据还没有报送，上一个数据仍差 ${lacking}。请补报期末数据。`
    return { lamp: 'yellow', reason: { code: 'finalMissing', text, refs } }
  }
  if (left > thresholds.nearDays) return undefined
  return {
    lamp: 'yellow',
    reason: { code: 'near', text: `目标${dayInWords(endOn, day)}到期，还有 ${left} 天，还差 ${lacking}。`, refs },
  }
}

/** Earlier years of a yearly target that ended short; said, not counted against the running year. */
function missedYears(of: TargetCase, stretch: Stretch): Finding[] {
  const { target, observations } = of
  if (!kindRules[target.kind].yearly) return []
  const years = [...new Set(observations.map(({ on }) => on.slice(0, 4)))].filter(
    (year) => year < stretch.startOn.slice(0, 4),
  )
  return years.flatMap((year) => {
    const total = countReached(
      target,
      observations.filter(({ on }) => on.startsWith(year)),
    ).at(-1)?.value
    if (total === undefined || isFullFor(of, total, stretch.wanted)) return []
    const text = `${year}年完成 ${withUnit(total, target.unit)}，未达到每年 ${withUnit(stretch.wanted, target.unit)}。`
    return [{ code: 'missedYear', text, refs: [{ kind: 'target' as const, id: target.id }] }]
  })
}
