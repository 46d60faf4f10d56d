import { dayInWords, daysBetween } from '#kernel/day.ts'
import { rulebook, truthOf } from '#kernel/rule.ts'
import { answering, isPastDue } from '#modules/programme/reports/contract.ts'
import type { DutyFact, ReportFact } from '../facts.ts'
import { isFinishedCase, type TaskCase } from '../task-case.ts'
import type { Freshness, Reason } from '../verdict.ts'
import { onlyFirst, sinceFirst, sinceSecond, sources } from './lamp-rule.ts'

/** Who had to say something of a task, and who did. */
export interface FreshnessCase extends TaskCase {
  isFinished: boolean
  last: ReportFact | undefined
  /** Duties of cycles that have opened. */
  opened: readonly DutyFact[]
  /** Duties nobody has answered. */
  unanswered: Unanswered
  /** The same where anything said since the cycle opened counts for it. */
  unheard: Unanswered
}

interface Unanswered {
  /** Of every agency the newest cycle that is over. */
  missing: readonly DutyFact[]
  /** Of cycles still open. */
  awaited: readonly DutyFact[]
  /** Of the agency that has been silent longest, how many cycles in a row are over without an answer. */
  streak: number
}

export function freshnessCase(of: TaskCase): FreshnessCase {
  const { reports, day } = of
  const opened = of.duties.filter(({ opensOn }) => opensOn <= day)
  const past = opened.filter((duty) => isPastDue(duty, day))
  const over = newestOfEach(past)
  const open = opened.filter((duty) => !isPastDue(duty, day))
  const without = (answers: (duty: DutyFact) => boolean): Unanswered => ({
    missing: over.filter((duty) => !answers(duty)),
    awaited: open.filter((duty) => !answers(duty)),
    streak: Math.max(0, ...over.map(({ agencyId }) => countSilent(past, agencyId, answers))),
  })
  const answerTo = answering(reports)
  const spokeSince = ({ agencyId, opensOn }: DutyFact) =>
    reports.some((one) => one.agencyId === agencyId && one.submittedOn >= opensOn)
  return {
    ...of,
    isFinished: isFinishedCase(of),
    last: reports.at(-1),
    opened,
    unanswered: without((duty) => answerTo(duty) !== undefined),
    unheard: without((duty) => answerTo(duty) !== undefined || spokeSince(duty)),
  }
}

function countSilent(past: readonly DutyFact[], agencyId: string, answers: (duty: DutyFact) => boolean): number {
  const own = past.filter((duty) => duty.agencyId === agencyId).sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1))
  const answered = own.findIndex(answers)
  return answered === -1 ? own.length : answered
}

function newestOfEach(duties: readonly DutyFact[]): DutyFact[] {
  const newest = new Map<string, DutyFact>()
  for (const duty of duties) if (duty.dueOn > (newest.get(duty.agencyId)?.dueOn ?? '')) newest.set(duty.agencyId, duty)
  return [...newest.values()]
}

/** @param saidBy whose words it rests on; silence too is that of an agency */
const say = ({ task }: TaskCase, code: string, text: string, saidBy: readonly string[] = []): Reason => ({
  code,
  text,
  refs: [{ kind: 'task', id: task.id }],
  saidBy: [...new Set(saidBy)],
})

const idsOf = (duties: readonly DutyFact[]): string[] => duties.map(({ agencyId }) => agencyId)

const names = ({ nameOf }: TaskCase, duties: readonly DutyFact[]): string => {
  const all = [...new Set(duties.map(({ agencyId }) => nameOf(agencyId)))]
  return all.length > 3 ? `${all.slice(0, 2).join('、')} 等 ${all.length} 家` : all.join('、')
}

const earliest = (duties: readonly DutyFact[], day: string): string =>
  duties.reduce((first, { dueOn }) => (first < dueOn ? first : dueOn), duties[0]?.dueOn ?? day)

function heard({ last, nameOf, day }: FreshnessCase): Reason[] {
  if (!last) return []
  const text = `最近一次报送：${nameOf(last.agencyId)}，${dayInWords(last.submittedOn, day)}${last.signedOn === null ? '，待签收' : ''}。`
  return [{ code: 'lastHeard', text, refs: [{ kind: 'statement', id: last.id }], saidBy: [last.agencyId] }]
}

function sayMissing(of: FreshnessCase, { missing, streak }: Unanswered): Freshness {
  const dueOn = earliest(missing, of.day)
  const row = streak > 1 ? `，${new Set(idsOf(missing)).size > 1 ? '最多的' : ''}已连续 ${streak} 期未报` : ''
  const text = `${names(of, missing)}没有按期报送，应在${dayInWords(dueOn, of.day)}前报，已过 ${daysBetween(dueOn, of.day)} 天${row}。`
  return { state: 'stale', reasons: [say(of, 'missed', text, idsOf(missing)), ...heard(of)] }
}

function sayAwaited(of: FreshnessCase, { awaited }: Unanswered): Freshness {
  const text = `${names(of, awaited)}本期待报，${dayInWords(earliest(awaited, of.day), of.day)}截止。`
  return { state: 'due', reasons: [say(of, 'awaited', text, idsOf(awaited)), ...heard(of)] }
}

/**
 * Whether the agencies that have to report have done so; saying 无变化 is saying something. Read in their order; the first
 * that holds settles it.
 */
export const freshnessRules = rulebook<FreshnessCase, Freshness>([
  {
    clause: 'freshness.finished',
    when: '已报：任务已办结，不再要求报送',
    source: sources.apart,
    ...sinceFirst,
    test: ({ isFinished }) => truthOf(isFinished),
    say: (of) => ({ state: 'fresh', reasons: [say(of, 'finished', '已办结，不再要求报送。')] }),
  },
  {
    clause: 'freshness.noDuty',
    when: '虚线：没有报送周期的，最近一次报送在有效天数以内为已报，超过为逾期未报，从未报送为尚无报送',
    source: sources.apart,
    ...sinceFirst,
    test: ({ opened }) => truthOf(opened.length === 0),
    say(of) {
      const { last, day, thresholds } = of
      if (!last) return { state: 'none', reasons: [say(of, 'noDuty', '还没有到报送的时候，也没有人报送过。')] }
      const isFresh = daysBetween(last.submittedOn, day) <= thresholds.freshDays
      return { state: isFresh ? 'fresh' : 'stale', reasons: heard(of) }
    },
  },
  {
    clause: 'freshness.missed',
    when: '虚线：按周期应报而未报，以各单位最近一个到期的周期为准。单独表示，不改变灯色',
    source: sources.apart,
    ...onlyFirst,
    test: ({ unheard }) => truthOf(unheard.missing.length > 0),
    say: (of) => sayMissing(of, of.unheard),
  },
  {
    clause: 'freshness.missed',
    when: '虚线：按周期应报而未报，以各单位最近一个到期的周期为准；补报的算在所补的周期。单独表示，不改变灯色',
    source: sources.apart,
    ...sinceSecond,
    test: ({ unanswered }) => truthOf(unanswered.missing.length > 0),
    say: (of) => sayMissing(of, of.unanswered),
  },
  {
    clause: 'freshness.awaited',
    when: '待报：本期还没有截止，尚未报送',
    source: sources.apart,
    ...onlyFirst,
    test: ({ unheard }) => truthOf(unheard.awaited.length > 0),
    say: (of) => sayAwaited(of, of.unheard),
  },
  {
    clause: 'freshness.awaited',
    when: '待报：本期还没有截止，尚未报送本期',
    source: sources.apart,
    ...sinceSecond,
    test: ({ unanswered }) => truthOf(unanswered.awaited.length > 0),
    say: (of) => sayAwaited(of, of.unanswered),
  },
  {
    clause: 'freshness.upToDate',
    when: '已报：应报的都已报送',
    source: sources.apart,
    ...sinceFirst,
    test: () => 'yes',
    say: (of) => ({ state: 'fresh', reasons: heard(of) }),
  },
])
