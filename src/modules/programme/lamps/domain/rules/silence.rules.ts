import { dayInWords, yearOf } from '#kernel/day.ts'
import { rulebook, truthOf } from '#kernel/rule.ts'
import { stretchOn } from '#modules/programme/plans/contract.ts'
import { meaningOfFact, periodOf } from '../fact-meaning.ts'
import { quoted, withUnit } from '../numbers.ts'
import { countReached, speakersOf } from '../series.ts'
import type { Stretch, TargetCase } from '../target-case.ts'
import { type LampRule, type LampSaid, sinceFirst, sinceSecond, sources } from './lamp-rule.ts'

/** Grey, with what would settle it: nothing known is never red. */
const silent = ({ target }: TargetCase, code: string, words: string): LampSaid => ({
  lamp: 'grey',
  code,
  text: `${quoted(target.indicator)}${words}`,
  refs: [{ kind: 'target', id: target.id }],
})

export function sayNoData(of: TargetCase): LampSaid {
  const last = of.observations.at(-1)
  const words = last
    ? `本期尚无数据，上一个数据截至${dayInWords(last.on, of.day)}。请牵头单位报送本期数据。`
    : of.target.taskId === null
      ? '还没有数据，也没有任务承担这项指标的报送。请指定由哪个单位提供。'
      : '还没有数据。请牵头单位在下一次报送时填写。'
  return { ...silent(of, 'noData', words), saidBy: speakersOf(of.observations) }
}

export const sayNotDue = (of: TargetCase): LampSaid => {
  const { endOn } = of.target
  return silent(
    of,
    'notDue',
    endOn === null ? '没有期限，还没有报过完成。' : `${dayInWords(endOn, of.day)}到期，还没有报过完成。`,
  )
}

export const notStarted: LampRule<TargetCase> = {
  clause: 'target.notStarted',
  when: '灰：未到起算的日子',
  source: sources.unknown,
  ...sinceFirst,
  test: ({ target, day }) => truthOf(target.startOn !== null && day < target.startOn),
  say: (of) => silent(of, 'notStarted', `从${dayInWords(of.target.startOn ?? of.day, of.day)}起算，还没有开始。`),
}

/** Of what counts in one year alone the figures of the years before are told, and neither judged nor added. */
function sayYearAhead(of: TargetCase): LampSaid {
  const { target, observations, day } = of
  const last = observations.at(-1)
  const ofYear = observations.filter(({ on }) => last && yearOf(on) === yearOf(last.on))
  const value = withUnit(countReached(of, ofYear).at(-1)?.value ?? 0, target.unit)
  const known = last ? `；${yearOf(last.on)}年截至${dayInWords(last.on, day)}为 ${value}，作参考，不相加` : ''
  const said = silent(of, 'yearAhead', `按${yearOf(target.endOn ?? day)}年当年数判断，还没有到这一年${known}。`)
  return { ...said, saidBy: speakersOf(observations) }
}

const isYearAhead = ({ target, day }: TargetCase): boolean => {
  const period = periodOf(target)
  return period !== null && stretchOn(meaningOfFact(target), period, day) === undefined
}

const sayNoPeriod = (of: TargetCase): LampSaid =>
  silent(of, 'noPeriod', '没有写明期限，方案起止也未知，无法判断进度。请在方案中补上期限。')

/** Why a figure cannot be judged yet. */
export const silenceRules = rulebook<TargetCase & { stretch: Stretch | undefined }, LampSaid>([
  {
    clause: 'target.noPeriod',
    when: '灰：没有写明期限，方案起止也未知',
    source: sources.unknown,
    ...sinceFirst,
    test: ({ target }) => truthOf(target.endOn === null || target.startOn === null),
    say: sayNoPeriod,
  },
  notStarted,
  {
    clause: 'target.yearAhead',
    when: '灰：只看某一年当年数的，还没有到这一年；此前的数作参考，不相加',
    source: sources.kinds,
    ...sinceSecond,
    test: (of) => truthOf(isYearAhead(of)),
    say: sayYearAhead,
  },
  {
    clause: 'target.noData',
    when: '灰：没有数据，或本期尚无数据。没有数据从不亮红灯',
    source: sources.unknown,
    ...sinceFirst,
    test: ({ stretch }) => truthOf(stretch === undefined),
    say: sayNoData,
  },
])
