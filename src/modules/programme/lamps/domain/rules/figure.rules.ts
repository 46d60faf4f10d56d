import { dayInWords, daysBetween } from '#kernel/day.ts'
import { allOf, not, rulebook, truthOf } from '#kernel/rule.ts'
import { type FigureCase, isFullFor, isOver } from '../figure-case.ts'
import { gapInWords, lackInWords, quoted, reckoned, targetInWords, withUnit } from '../numbers.ts'
import { reportRef } from '../series.ts'
import type { Ref } from '../verdict.ts'
import { type LampRule, type LampSaid, onlyFirst, sinceFirst, sinceSecond, sources } from './lamp-rule.ts'

const refsOf = ({ of, newest }: FigureCase): Ref[] => [
  { kind: 'target', id: of.target.id },
  ...reportRef(newest?.observation),
]

const over = (figure: FigureCase) => truthOf(isOver(figure))
const standsAt = (figure: FigureCase, lamp: FigureCase['standing']) =>
  allOf(not(over(figure)), truthOf(figure.standing === lamp))

/** Where a figure stands beside its course. */
function sayStanding(figure: FigureCase): LampSaid {
  const { of, stretch, newest, reached, falling, limit, standing } = figure
  const { target, day } = of
  const expected = figure.expected ?? stretch.wanted
  const behind = falling ? reached - expected : expected - reached
  const lacks = limit && falling ? '超出' : '差'
  const held = behind > 1e-9 ? `，${lacks} ${gapInWords(reckoned(behind, target.unit) || behind, target.unit)}` : ''
  const all = targetInWords({ reached, wanted: stretch.wanted, unit: target.unit })
  const isSaid = Math.abs(expected - stretch.wanted) < 1e-9 && all.startsWith('目标')
  const share = falling || limit || isSaid ? '' : `，${all}`
  const asOf = dayInWords(newest?.on ?? day, day)
  return {
    lamp: standing,
    code: standing === 'green' ? 'onCourse' : limit ? 'limitBroken' : 'behindCourse',
    text: `${quoted(target.indicator)}截至${asOf}为 ${withUnit(reached, target.unit)}，${beside(figure, expected)} ${withUnit(expected === stretch.wanted ? expected : reckoned(expected, target.unit), target.unit)}${held}${share}${lateBy(figure)}。`,
    refs: refsOf(figure),
  }
}

/** What a figure stands beside: the plan's own words, or a reference that is computed from them and stands nowhere in the plan. */
function beside({ of, stretch, falling, limit }: FigureCase, expected: number): string {
  const bound = falling ? '不高于' : '不低于'
  if (limit) return `要求始终${bound}`
  if (Math.abs(expected - stretch.wanted) < 1e-9) return `要求${bound}`
  const way =
    of.course === undefined ? (of.season ? '按季节推算' : '推算') : of.course.shape === 'linear' ? '推算' : '自行设定'
  return `进度参考（${way}）为${falling ? '不高于' : ''}`
}

/** How long after its last day a target was reached; nothing when it was in time or is not reached. */
function lateBy({ of, stretch: { series, wanted, endOn } }: FigureCase): string {
  const first = series.find(({ value }) => isFullFor(of, value, wanted))
  return first && first.on > endOn
    ? `，${dayInWords(endOn, of.day)}到期，晚 ${daysBetween(endOn, first.on)} 天达到`
    : ''
}

const lackingOf = ({ of, stretch: { wanted }, reached, falling }: FigureCase): string =>
  lackInWords({ reached, wanted, unit: of.target.unit }, falling)

const isUnmet = ({ isFull, hasDeadline }: FigureCase) => truthOf(!isFull && hasDeadline)
/** The last figure speaks of the last day itself: it is the final word. */
const isClosed = ({ stretch }: FigureCase) => truthOf(stretch.judgedOn >= stretch.endOn)
const isOverdue = ({ left }: FigureCase) => truthOf(left < 0)

const courseRules: readonly LampRule<FigureCase>[] = [
  {
    clause: 'figure.overRange',
    when: '黄：超过区间上限，或超过“左右”允许的上限，需要核对',
    source: sources.kinds,
    ...sinceFirst,
    test: over,
    say(figure) {
      const { of, reached, ceiling } = figure
      const { target } = of
      const named = target.op === 'range' ? '区间上限' : '“左右”允许的上限'
      const text = `${quoted(target.indicator)}已达 ${withUnit(reached, target.unit)}，超过${named} ${withUnit(ceiling ?? 0, target.unit)}，请核对目标或数据。`
      return { lamp: 'yellow', code: 'overRange', text, refs: refsOf(figure) }
    },
  },
  {
    clause: 'figure.onCourse',
    when: '绿：不落后于进度线；限额从第一个数据起就守住；增长率不低于目标',
    source: sources.common,
    ...sinceFirst,
    test: (figure) => standsAt(figure, 'green'),
    say: sayStanding,
  },
  {
    clause: 'figure.slightlyBehind',
    when: '黄：完成数不到应完成数，但不低于黄灯下限；起步段内、按家按人计数差在允许个数以内、增长率差在黄灯幅度以内',
    source: sources.usual,
    ...sinceFirst,
    test: (figure) => standsAt(figure, 'yellow'),
    say: sayStanding,
  },
  {
    clause: 'figure.behind',
    when: '红：完成数低于应完成数的黄灯下限',
    source: sources.common,
    ...sinceFirst,
    test: (figure) => standsAt(figure, 'red'),
    say: sayStanding,
  },
]

/** Why there is no course, and what would give one; in the place of a colour. */
function sayNoCourse(figure: FigureCase): LampSaid {
  const { of, stretch, newest, reached } = figure
  const { target, day } = of
  const wanted = `目标 ${withUnit(stretch.wanted, target.unit)}`
  const words = stretch.isOld
    ? '数据已过有效天数，现在怎样不清楚。请牵头单位报送最新数'
    : stretch.startKnown
      ? `${wanted}，只有一件，不按时间推算，中途看任务的节点`
      : `${wanted}，没有写明从多少起算，不推算进度。请专班办公室在进度线中填上起点的数（逐点，第一点填基数）`
  return {
    lamp: 'grey',
    code: stretch.isOld ? 'figureOld' : stretch.startKnown ? 'onePiece' : 'needsBaseline',
    text: `${quoted(target.indicator)}截至${dayInWords(newest?.on ?? day, day)}为 ${withUnit(reached, target.unit)}，${words}。`,
    refs: refsOf(figure),
  }
}

const openRules: readonly LampRule<FigureCase>[] = [
  {
    clause: 'figure.noCourse',
    when: '灰：没有写明基数的不推算进度；只要一件的看节点；好的数据过了有效天数不再作数，落后的在报新数之前仍然算落后',
    source: sources.unknown,
    ...sinceSecond,
    test: (figure) => allOf(standsAt(figure, 'grey'), not(allOf(isOverdue(figure), isUnmet(figure)))),
    say: sayNoCourse,
  },
  {
    clause: 'figure.leadsDiffer',
    when: '黄：几个牵头单位对同一期报的数不一致，逐家列出，暂按后报的判断',
    source: sources.usual,
    ...sinceSecond,
    test: ({ differing }) => truthOf(differing.length > 0),
    say({ of, differing }) {
      const each = differing.map(({ agencyId, value }) => `${of.nameOf(agencyId)}报 ${withUnit(value, of.target.unit)}`)
      return {
        lamp: 'yellow',
        code: 'leadsDiffer',
        text: `${quoted(of.target.indicator)}同一期${each.join('，')}，数不一致，暂按后报的判断。请核对后更正。`,
        refs: [{ kind: 'target', id: of.target.id }, ...differing.flatMap(reportRef)],
      }
    },
  },
]

const overdueTest = (figure: FigureCase) => {
  const truth = allOf(isOverdue(figure), isUnmet(figure))
  return truth === 'yes' && isClosed(figure) === 'no' ? 'unknown' : truth
}

const sayFinalMissing =
  (lamp: LampSaid['lamp']) =>
  (figure: FigureCase): LampSaid => ({
    lamp,
    code: 'finalMissing',
    text: `${quoted(figure.of.target.indicator)}${dayInWords(figure.stretch.endOn, figure.of.day)}到期，期末数据还没有报送，上一个数据仍${lackingOf(figure)}。请补报期末数据。`,
    refs: refsOf(figure),
  })

const overdue: Pick<LampRule<FigureCase>, 'clause' | 'source' | 'test' | 'say'> = {
  clause: 'figure.overdue',
  source: sources.common,
  test: overdueTest,
  say: (figure) => ({
    lamp: 'red',
    code: 'overdue',
    text: `${quoted(figure.of.target.indicator)}${dayInWords(figure.stretch.endOn, figure.of.day)}到期，已过 ${-figure.left} 天，仍${lackingOf(figure)}。`,
    refs: refsOf(figure),
  }),
}

const timeRules: readonly LampRule<FigureCase>[] = [
  {
    ...overdue,
    ...onlyFirst,
    when: '红：过了期限未达到；期末数据还没有报送的，亮黄灯待补报',
    ask: sayFinalMissing('yellow'),
  },
  {
    ...overdue,
    ...sinceSecond,
    when: '红：过了期限未达到；期末数据还没有报送的，按未知亮灰灯待补报',
    ask: sayFinalMissing('grey'),
  },
  {
    clause: 'figure.near',
    when: '黄：离期限不到临近天数而未达到',
    source: sources.usual,
    ...sinceFirst,
    test: (figure) =>
      allOf(not(isOverdue(figure)), isUnmet(figure), truthOf(figure.left <= figure.of.thresholds.nearDays)),
    say: (figure) => ({
      lamp: 'yellow',
      code: 'near',
      text: `${quoted(figure.of.target.indicator)}${dayInWords(figure.stretch.endOn, figure.of.day)}到期，还有 ${figure.left} 天，还${lackingOf(figure)}。`,
      refs: refsOf(figure),
    }),
  },
]

export const figureRules = rulebook<FigureCase, LampSaid>([...courseRules, ...openRules, ...timeRules])
