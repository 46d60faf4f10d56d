import { dayInWords, daysBetween } from '#kernel/day.ts'
import { rulebook, truthOf } from '#kernel/rule.ts'
import { percent } from '../numbers.ts'
import { isKnownLate, isUnmarked, type ScheduleCase } from '../schedule-case.ts'
import { isSaidUndone } from '../stated.ts'
import type { Ref } from '../verdict.ts'
import { type LampRule, type LampSaid, onlyFirst, sinceFirst, sinceSecond, sources } from './lamp-rule.ts'

const ofTask = ({ task }: ScheduleCase): Ref[] => [{ kind: 'task', id: task.id }]
const ofLate = ({ late }: ScheduleCase): Ref[] => late.map(({ stepId }) => ({ kind: 'step', id: stepId }))

/** A finish that was signed for ends the matter; nothing else is asked then. */
export const finishRules = rulebook<ScheduleCase, LampSaid>([
  {
    clause: 'schedule.finished',
    when: '绿：各报送单位都报“已完成”并已签收',
    source: sources.common,
    ...sinceFirst,
    test: ({ finish }) => truthOf(finish !== undefined),
    say(of) {
      const { finish, dueOn, day } = of
      const signedOn = finish?.signedOn ?? day
      const late = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, signedOn))
      const evidence = finish?.evidence ? `，佐证 ${finish.evidence} 份` : '，报送时没有附佐证'
      return {
        lamp: 'green',
        code: 'finished',
        text: `${dayInWords(signedOn, day)}签收办结${late > 0 ? `，比期限晚 ${late} 天` : ''}${evidence}。`,
        refs: [...ofTask(of), ...(finish ? [{ kind: 'statement' as const, id: finish.id }] : [])],
        saidBy: finish ? [finish.agencyId] : [],
      }
    },
  },
  {
    clause: 'schedule.planAhead',
    when: '灰：方案还没有到开始的日子',
    source: sources.unknown,
    ...sinceSecond,
    test: ({ planStartOn, dueOn, day }) =>
      truthOf(!!planStartOn && day < planStartOn && (dueOn === null || dueOn >= planStartOn)),
    say: (of) => ({
      lamp: 'grey',
      code: 'planAhead',
      text: `方案从${dayInWords(of.planStartOn ?? of.day, of.day)}开始，还没有到，不亮灯，也不要求报送。`,
      refs: ofTask(of),
    }),
  },
])

/** Who is to answer: the agencies that lead the task. */
function askedOf({ task, nameOf }: ScheduleCase): string {
  const leads = task.agencies.filter(({ isLead }) => isLead)
  const names = leads.map(({ agencyId, name }) => (agencyId === null ? name : nameOf(agencyId)))
  return names.length === 0 ? '请专班办公室' : `请${names.slice(0, 2).join('、')}${names.length > 2 ? '等' : ''}`
}

const stepsLate: Pick<LampRule<ScheduleCase>, 'clause' | 'source' | 'say'> = {
  clause: 'schedule.stepsLate',
  source: sources.common,
  say: sayLate,
}

function askStep(of: ScheduleCase): string {
  const { late, oldest, day, done } = of
  const marked = done.length === 0 ? '，都没有标记办结' : ''
  return `到期节点 ${late.length} 个${marked}，最早的“${oldest?.title ?? ''}”应在${dayInWords(oldest?.finishOn ?? day, day)}完成`
}

const stepRules: readonly LampRule<ScheduleCase>[] = [
  {
    clause: 'schedule.notStarted',
    when: '灰：按工期还没有到开始的日子，也没有办结的节点',
    source: sources.unknown,
    ...sinceFirst,
    test: ({ steps, isBeforeStart }) => truthOf(steps.length > 0 && isBeforeStart),
    say: (of) => ({
      lamp: 'grey',
      code: 'notStarted',
      text: `按倒排工期最迟${dayInWords(of.schedule?.startOn ?? of.day, of.day)}开始，还没有到。`,
      refs: ofTask(of),
    }),
  },
  {
    ...stepsLate,
    ...onlyFirst,
    when: '红：到期节点完成的比例低于黄灯下限，且逾期超过宽限天数；否则黄。节点从未标记而单位报有进展或没有报送的，按未知亮灰灯',
    test: (of) => (of.late.length === 0 ? 'no' : isUnmarked(of) ? 'unknown' : 'yes'),
    ask: (of) => ({
      lamp: 'grey',
      code: 'stepsUnmarked',
      text: `${askStep(of)}。是未完成还是未标记，请在工期中标明。`,
      refs: ofLate(of),
    }),
  },
  {
    ...stepsLate,
    ...sinceSecond,
    when: '红：到期节点完成的比例低于黄灯下限，且逾期超过宽限天数；否则黄。节点从未标记而单位报有进展，或到期后没有人说过办没办的，按未知亮灰灯',
    test: (of) => (of.late.length === 0 ? 'no' : isUnmarked(of) || !isKnownLate(of) ? 'unknown' : 'yes'),
    ask: (of) => ({
      lamp: 'grey',
      code: 'stepsUnmarked',
      text: `${askStep(of)}。是未完成还是未标记，${askedOf(of)}在工期中标明。`,
      refs: ofLate(of),
    }),
  },
  {
    clause: 'schedule.stepsOnTime',
    when: '绿：到期节点全部完成',
    source: sources.common,
    ...sinceFirst,
    test: ({ steps, late, isBeforeStart }) => truthOf(steps.length > 0 && late.length === 0 && !isBeforeStart),
    say(of) {
      const { steps, done, due, next, day } = of
      const sofar = due.length === 0 ? '尚无到期节点' : `到期节点 ${due.length} 个均已完成`
      const coming = next ? `，下一个“${next.title}”${dayInWords(next.finishOn, day)}到期` : ''
      const counted = `${sofar}（共 ${steps.length} 个，已完成 ${done.length} 个）`
      const text = next ? `${counted}${coming}。` : `节点 ${steps.length} 个已全部完成。`
      return { lamp: 'green', code: 'stepsOnTime', text, refs: next ? [{ kind: 'step', id: next.stepId }] : ofTask(of) }
    },
  },
]

function sayLate(of: ScheduleCase): LampSaid {
  const { day, thresholds, due, late, oldest } = of
  const ratio = (due.length - late.length) / due.length
  const days = oldest ? daysBetween(oldest.finishOn, day) : 0
  const names = `“${oldest?.title ?? ''}”${late.length === 1 ? '' : `等 ${late.length} 个`}`
  const first = dayInWords(oldest?.finishOn ?? day, day)
  return {
    lamp: ratio >= thresholds.yellowRatio || days <= thresholds.graceDays ? 'yellow' : 'red',
    code: 'stepsLate',
    text: `到期节点 ${due.length} 个，完成 ${due.length - late.length} 个（${percent(ratio)}）；${names}未完成，最早的应在${first}完成，已晚 ${days} 天。`,
    refs: ofLate(of),
  }
}

const overdue: Pick<LampRule<ScheduleCase>, 'clause' | 'source' | 'say'> = {
  clause: 'schedule.overdue',
  source: sources.common,
  say: (of) => ({
    lamp: 'red',
    code: 'overdue',
    text: `应在${dayInWords(of.endOn ?? of.day, of.day)}前完成，已过 ${-(of.toEnd ?? 0)} 天，尚未办结。`,
    refs: ofTask(of),
  }),
}

const isPublishedLate = ({ endOn, startedOn }: ScheduleCase): boolean => !!endOn && !!startedOn && endOn < startedOn

const near: Pick<LampRule<ScheduleCase>, 'clause' | 'when' | 'source' | 'say'> = {
  clause: 'schedule.near',
  when: '黄：离期限不到临近天数，尚未办结',
  source: sources.usual,
  say: (of) => ({
    lamp: 'yellow',
    code: 'near',
    text:
      of.toEnd === 0
        ? '今天到期，尚未办结。'
        : `${dayInWords(of.endOn ?? of.day, of.day)}到期，还有 ${of.toEnd} 天，尚未办结。`,
    refs: ofTask(of),
  }),
}
const isNear = (left: number | null, { thresholds }: ScheduleCase) =>
  truthOf(left !== null && left >= 0 && left <= thresholds.nearDays)

const deadlineRules: readonly LampRule<ScheduleCase>[] = [
  {
    ...overdue,
    ...onlyFirst,
    when: '红：过了期限未办结',
    test: ({ left }) => truthOf(left !== null && left < 0),
  },
  {
    ...overdue,
    ...sinceSecond,
    when: '红：过了期限，有单位报没有办结；期限过后没有人说过办没办的，按未知亮灰灯，并列出问哪个单位',
    test: ({ toEnd, reports, endOn }) =>
      toEnd === null || toEnd >= 0 || endOn === null ? 'no' : isSaidUndone(reports, endOn) ? 'yes' : 'unknown',
    ask: (of) => ({
      lamp: 'grey',
      code: 'overdueUnsaid',
      text: `期限${dayInWords(of.endOn ?? of.day, of.day)}${isPublishedLate(of) ? '在方案发布时' : ''}已过，期限后还没有单位说明是否办结。${askedOf(of)}说明。`,
      refs: ofTask(of),
    }),
  },
  { ...near, ...onlyFirst, test: (of) => isNear(of.left, of) },
  { ...near, ...sinceSecond, test: (of) => isNear(of.toEnd, of) },
]

export const openRules = rulebook<ScheduleCase, LampSaid>([...stepRules, ...deadlineRules])

/** Asked only where nothing above says anything. */
export const bareRules = rulebook<ScheduleCase, LampSaid>([
  {
    clause: 'schedule.noSchedule',
    when: '灰：没有排定工期，期限未写明或还早',
    source: sources.unknown,
    ...sinceFirst,
    test: () => 'yes',
    say: (of) => ({
      lamp: 'grey',
      code: 'noSchedule',
      text: of.task.ongoing
        ? '长期任务，没有排定节点，不按工期亮灯。需要时请排定工期。'
        : of.endOn === null
          ? '没有写明期限，也没有排定工期，无法判断进度。请排定工期。'
          : `${dayInWords(of.endOn, of.day)}到期，还没有排定节点，只能到期前后判断。请在倒排工期中排定。`,
      refs: ofTask(of),
    }),
  },
])
