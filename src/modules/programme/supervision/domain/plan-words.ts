import { parseNumeral } from '#kernel/numerals.ts'
import type { Every } from './every.ts'
import type { TimeLimit } from './time-limit.ts'

/** A rule of supervision as the plan itself states it, with the words it was read from. */
export interface PlanRule<T> {
  value: T
  quote: string
}

const limit =
  /(?:整改|督办|办理|反馈|答复|办结)(?:的)?(?:时限|期限|时间)?(?:一般|原则上)?(?:不超过|不得超过|不超出|控制在|限定?在|须?在|为|应当?在)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?(工作日|日|天)(?:以?内)?/gu

/**
 * How long an order may take when the plan says so: 整改时限一般不超过15天, 在10个工作日内反馈 is left to people.
 * A figure without a word of limit (督办30天后通报) is not one.
 */
export function findTimeLimit(text: string): PlanRule<TimeLimit> | undefined {
  for (const found of text.split(/[。；;\n]/u).flatMap((sentence) => [...sentence.matchAll(limit)])) {
    const days = parseNumeral(found[1] ?? '')
    if (days === undefined || days < 1 || days > 365 || !/限|不超|不得超|内/u.test(found[0])) continue
    return { value: { days, unit: found[2] === '工作日' ? 'workingDay' : 'day' }, quote: found[0].trim() }
  }
  return undefined
}

interface Cadence {
  what: string
  every: string
  /** The plan's own words. */
  quote: string
}

const rounds: Readonly<Record<string, Every>> = {
  month: 'month',
  quarter: 'quarter',
  half_year: 'halfYear',
  year: 'year',
}

/** The round of supervision (一季一督办) or of circulars (半年一通报) among the plan's cadences; the plainest wording first. */
export function findRound(cadences: readonly Cadence[], word: '督办' | '通报'): PlanRule<Every> | undefined {
  const words = word === '督办' ? /督办|督查|督导/u : /通报/u
  const meant = cadences.flatMap(({ what, every, quote }) => {
    const value = rounds[every]
    return value && words.test(what) ? [{ what, value, quote }] : []
  })
  const found = meant.find(({ what }) => what === word) ?? meant[0]
  return found && { value: found.value, quote: found.quote }
}
