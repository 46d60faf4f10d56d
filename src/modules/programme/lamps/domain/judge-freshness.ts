import { dayInWords, daysBetween } from '#kernel/day.ts'
import type { DutyFact } from './facts.ts'
import { findFinish, type TaskCase } from './task-case.ts'
import type { Freshness, Reason } from './verdict.ts'

/**
 * Whether the agencies that have to report have done so. Every agency's newest cycle that is over counts; saying
 * 无变化 is saying something. A finished task is asked no more.
 */
export function judgeFreshness(of: TaskCase): Freshness {
  const finish = findFinish(of)
  const last = of.statements.at(-1)
  const heard = last ? [lastHeard(of)] : []
  if (finish) return { state: 'fresh', reasons: [say(of, 'finished', '已办结，不再要求报送。')] }
  const duties = of.duties.filter(({ opensOn }) => opensOn <= of.day)
  if (duties.length === 0) return withoutDuties(of)
  const over = newestOfEach(duties.filter(({ dueOn }) => dueOn < of.day))
  const missing = over.filter((duty) => !isAnswered(of, duty))
  if (missing.length > 0) return { state: 'stale', reasons: [missed(of, missing), ...heard] }
  const open = duties.filter(({ dueOn }) => dueOn >= of.day).filter((duty) => !isAnswered(of, duty))
  if (open.length > 0) return { state: 'due', reasons: [awaited(of, open), ...heard] }
  return { state: 'fresh', reasons: heard }
}

/** By a statement of its cycle, or by anything said since the cycle opened. */
const isAnswered = ({ statements }: TaskCase, { agencyId, cycle, opensOn }: DutyFact): boolean =>
  statements.some((one) => one.agencyId === agencyId && (one.cycle === cycle || one.submittedOn >= opensOn))

function newestOfEach(duties: readonly DutyFact[]): DutyFact[] {
  const newest = new Map<string, DutyFact>()
  for (const duty of duties) if (duty.dueOn > (newest.get(duty.agencyId)?.dueOn ?? '')) newest.set(duty.agencyId, duty)
  return [...newest.values()]
}

function withoutDuties(of: TaskCase): Freshness {
  const last = of.statements.at(-1)
  if (!last) return { state: 'none', reasons: [say(of, 'noDuty', '还没有到报送的时候，也没有人报送过。')] }
  const age = daysBetween(last.submittedOn, of.day)
  return { state: age <= of.thresholds.freshDays ? 'fresh' : 'stale', reasons: [lastHeard(of)] }
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

function missed(of: TaskCase, duties: readonly DutyFact[]): Reason {
  const oldest = duties.reduce((first, duty) => (duty.dueOn < first.dueOn ? duty : first))
  const days = daysBetween(oldest.dueOn, of.day)
  return say(
    of,
    'missed',
    `${names(of, duties)}没有按期报送，应在${dayInWords(oldest.dueOn, of.day)}前报，已过 ${days} 天。`,
    idsOf(duties),
  )
}

function awaited(of: TaskCase, duties: readonly DutyFact[]): Reason {
  const soonest = duties.reduce((first, duty) => (duty.dueOn < first.dueOn ? duty : first))
  const text = `${names(of, duties)}本期待报，${dayInWords(soonest.dueOn, of.day)}截止。`
  return say(of, 'awaited', text, idsOf(duties))
}

function lastHeard(of: TaskCase): Reason {
  const last = of.statements.at(-1)
  if (!last) return say(of, 'unheard', '还没有人报送过。')
  const text = `最近一次报送：${of.nameOf(last.agencyId)}，${dayInWords(last.submittedOn, of.day)}${last.signedOn === null ? '，待签收' : ''}。`
  return { code: 'lastHeard', text, refs: [{ kind: 'statement', id: last.id }], saidBy: [last.agencyId] }
}
