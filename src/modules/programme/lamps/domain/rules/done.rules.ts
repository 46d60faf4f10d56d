import { dayInWords } from '#kernel/day.ts'
import { rulebook, truthOf } from '#kernel/rule.ts'
import type { DoneCase } from '../done-case.ts'
import type { Lamp } from '../lamp.ts'
import { quoted, withUnit } from '../numbers.ts'
import { reportRef, speakersOf } from '../series.ts'
import { isSaidUndone, speaksOf } from '../stated.ts'
import { type LampRule, type LampSaid, onlyFirst, sinceFirst, sinceSecond, sources } from './lamp-rule.ts'
import { notStarted, sayNoData, sayNotDue } from './silence.rules.ts'

/** @param words between the name of the target and what was last said of it */
const says =
  (lamp: Lamp, code: string, words: (of: DoneCase) => string) =>
  (of: DoneCase): LampSaid => ({
    lamp,
    code,
    text: `${quoted(of.target.indicator)}${words(of)}`,
    refs: [{ kind: 'target', id: of.target.id }, ...reportRef(of.newest?.observation)],
    saidBy: speakersOf(of.observations),
  })

const said = ({ newest, target, day }: DoneCase): string =>
  newest ? `，截至${dayInWords(newest.on, day)}为 ${withUnit(newest.value, target.unit)}` : ''
/** What nobody has said a word of is not said to be undone. */
const undone = (of: DoneCase): string => (of.newest || of.words.length > 0 ? `尚未完成${said(of)}` : '还没有报过完成')
const dueIn = ({ target, day }: DoneCase): string => dayInWords(target.endOn ?? day, day)
const reportedOn = ({ newest, day }: DoneCase): string => `（${dayInWords(newest?.on ?? day, day)}报）。`

/** A cadence is asked cycle by cycle. */
const cadenceRules: readonly LampRule<DoneCase>[] = [
  {
    clause: 'done.cadenceMet',
    when: '绿：按频次做的，最近一期已做到',
    source: sources.kinds,
    ...sinceFirst,
    test: ({ isAsked, isMissed }) => truthOf(isAsked && !isMissed),
    say: says('green', 'done', (of) => `最近一期已做到${reportedOn(of)}`),
  },
  {
    clause: 'done.cadenceMissedTwice',
    when: '红：按频次做的，连续两期未做到',
    source: sources.kinds,
    ...sinceFirst,
    test: ({ isAsked, isMissedBefore }) => truthOf(isAsked && isMissedBefore),
    say: says('red', 'missedTwice', (of) => `连续两期未做到${reportedOn(of)}`),
  },
  {
    clause: 'done.cadenceMissedOnce',
    when: '黄：按频次做的，最近一期未做到',
    source: sources.kinds,
    ...sinceFirst,
    test: ({ isAsked }) => truthOf(isAsked),
    say: says('yellow', 'missedOnce', (of) => `最近一期未做到${reportedOn(of)}`),
  },
]

const overdue: Pick<LampRule<DoneCase>, 'clause' | 'source' | 'say'> = {
  clause: 'done.overdue',
  source: sources.common,
  say: says('red', 'overdue', (of) => `应在${dueIn(of)}前完成，已过 ${-(of.left ?? 0)} 天，${undone(of)}。`),
}

/** Its last figure speaks of its last day, or a word on the task does. */
const isKnownUndone = ({ newest, words, opening, target: { endOn } }: DoneCase): boolean =>
  endOn !== null &&
  ((newest !== undefined && speaksOf(newest.observation, endOn)) || isSaidUndone(words, endOn, opening))

/** Milestones, cadences, coverage of the first edition: done or not, nothing in between. Read in their order; the first that holds settles it. */
export const doneRules = rulebook<DoneCase, LampSaid>([
  ...cadenceRules,
  {
    clause: 'done.done',
    when: '绿：里程碑已做到，覆盖已达到，或任务已办结',
    source: sources.common,
    ...sinceFirst,
    test: ({ isDone }) => truthOf(isDone),
    say: says('green', 'done', (of) => `已完成${said(of)}。`),
  },
  notStarted,
  {
    ...overdue,
    ...onlyFirst,
    when: '红：过了期限未做到；没有人报送过的，按未知亮灰灯',
    test: ({ left, newest, words }) =>
      left === null || left >= 0 ? 'no' : newest !== undefined || words.length > 0 ? 'yes' : 'unknown',
    ask: sayNoData,
  },
  {
    ...overdue,
    ...sinceSecond,
    when: '红：过了期限，有单位报没有做到；期限过后没有人说过的，按未知亮灰灯',
    test: (of) => (of.left === null || of.left >= 0 ? 'no' : isKnownUndone(of) ? 'yes' : 'unknown'),
    ask: says(
      'grey',
      'overdueUnsaid',
      (of) => `应在${dueIn(of)}前完成，期限后还没有单位说明是否做到${said(of)}。请牵头单位说明。`,
    ),
  },
  {
    clause: 'done.near',
    when: '黄：离期限不到临近天数而未做到',
    source: sources.usual,
    ...sinceFirst,
    test: ({ left, thresholds }) => truthOf(left !== null && left <= thresholds.nearDays),
    say: says('yellow', 'near', (of) => `${dueIn(of)}到期，还有 ${of.left} 天，${undone(of)}。`),
  },
  {
    clause: 'done.notDue',
    when: '灰：期限还早或没有期限，尚未做到；没有期限也没有数据的，按没有数据处理',
    source: sources.unknown,
    ...sinceFirst,
    test: ({ newest, left }) => (newest === undefined && left === null ? 'unknown' : 'yes'),
    say: (of) =>
      of.newest
        ? says('grey', 'notDue', (one) =>
            one.left === null ? `没有期限，尚未完成${said(one)}。` : `${dueIn(one)}到期，尚未完成${said(one)}。`,
          )(of)
        : sayNotDue(of),
    ask: sayNoData,
  },
])
