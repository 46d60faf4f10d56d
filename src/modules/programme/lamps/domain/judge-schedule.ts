import { dayInWords, daysBetween } from '#kernel/day.ts'
import type { StatementFact, StepFact } from './facts.ts'
import { byBadness, type Lamp, worstOf } from './lamp.ts'
import { percent } from './numbers.ts'
import { findFinish, listDifficulties, listUnsignedFinishes, type TaskCase } from './task-case.ts'
import type { Ref, Verdict } from './verdict.ts'

interface Finding {
  lamp: Lamp
  code: string
  text: string
  refs: Ref[]
  saidBy?: readonly string[]
}

/** What makes the lamp what it is stands first. */
const verdictOf = (findings: readonly Finding[]): Verdict => ({
  lamp: worstOf(findings.map(({ lamp }) => lamp)),
  reasons: [...findings]
    .sort((a, b) => byBadness(a.lamp, b.lamp))
    .map(({ code, text, refs, saidBy = [] }) => ({ code, text, refs, saidBy: [...saidBy] })),
})

/** Steps done beside steps that were to be done, the deadline near or over, and what the agencies say of it. */
export function judgeSchedule(of: TaskCase): Verdict {
  const finish = findFinish(of)
  const task: Ref = { kind: 'task', id: of.task.id }
  if (finish) {
    const signedOn = finish.signedOn ?? of.day
    const late = dueOf(of) === null ? 0 : Math.max(0, daysBetween(dueOf(of) ?? signedOn, signedOn))
    const evidence = finish.evidence === 0 ? '，报送时没有附佐证' : `，佐证 ${finish.evidence} 份`
    const text = `${dayInWords(signedOn, of.day)}签收办结${late > 0 ? `，比期限晚 ${late} 天` : ''}${evidence}。`
    const refs: Ref[] = [task, { kind: 'statement', id: finish.id }]
    return verdictOf([{ lamp: 'green', code: 'finished', text, refs, saidBy: [finish.agencyId] }])
  }
  const found = [...judgeSteps(of), ...judgeDeadline(of), ...judgeWords(of)]
  return verdictOf(found.length > 0 ? found : [nothingToGoBy(of)])
}

/** The later of the plan's deadline and the schedule's would hide a delay; the plan's own holds where there is one. */
const dueOf = ({ task, schedule }: TaskCase): string | null => task.dueOn ?? schedule?.finishOn ?? null

function judgeSteps(of: TaskCase): Finding[] {
  const { schedule, day } = of
  if (!schedule || schedule.steps.length === 0) return []
  const steps = schedule.steps
  const done = steps.filter(({ doneOn }) => doneOn !== null)
  const due = steps.filter(({ finishOn }) => finishOn < day)
  const late = due.filter(({ doneOn }) => doneOn === null)
  if (due.length === 0 && done.length === 0 && schedule.startOn > day) {
    const text = `按工期${dayInWords(schedule.startOn, day)}开始，还没有到。`
    return [{ lamp: 'grey', code: 'notStarted', text, refs: [{ kind: 'task', id: of.task.id }] }]
  }
  if (late.length > 0)
    return [done.length === 0 && isUnmarked(of, late) ? unmarked(of, late) : lateSteps(of, { due, late })]
  const next = steps.filter(({ doneOn }) => doneOn === null).sort((a, b) => (a.finishOn < b.finishOn ? -1 : 1))[0]
  const coming = next ? `，下一个“${next.title}”${dayInWords(next.finishOn, day)}到期` : ''
  const sofar = due.length === 0 ? '尚无到期节点' : `到期节点 ${due.length} 个均已完成`
  const counted = `${sofar}（共 ${steps.length} 个，已完成 ${done.length} 个）`
  const text = next ? `${counted}${coming}。` : `节点 ${steps.length} 个已全部完成。`
  const refs: Ref[] = next ? [{ kind: 'step', id: next.stepId }] : [{ kind: 'task', id: of.task.id }]
  return [{ lamp: 'green', code: 'stepsOnTime', text, refs }]
}

const oldestOf = (steps: readonly StepFact[]): StepFact | undefined =>
  steps.reduce<StepFact | undefined>(
    (first, step) => (first && first.finishOn <= step.finishOn ? first : step),
    undefined,
  )

/**
 * Nobody ever ticked a step of the task, while its agencies speak of progress or say nothing at all: whether the steps
 * are undone or only unmarked is not known, and what is not known is not red. 无变化 alone says that they are undone.
 */
function isUnmarked({ statements }: TaskCase, late: readonly StepFact[]): boolean {
  const since = statements.filter(({ submittedOn }) => submittedOn >= (oldestOf(late)?.startOn ?? ''))
  return since.length === 0 || since.some(({ state }) => state === 'progressed' || state === 'finished')
}

function unmarked({ day }: TaskCase, late: readonly StepFact[]): Finding {
  const oldest = oldestOf(late)
  const text = `到期节点 ${late.length} 个，都没有标记办结，最早的“${oldest?.title ?? ''}”应在${dayInWords(oldest?.finishOn ?? day, day)}完成。是未完成还是未标记，请在工期中标明。`
  return { lamp: 'grey', code: 'stepsUnmarked', text, refs: late.map(({ stepId }) => ({ kind: 'step', id: stepId })) }
}

/** Down to the ratio set, or within days of grace, late steps are yellow; else red. */
function lateSteps(
  { day, thresholds }: TaskCase,
  { due, late }: { due: readonly StepFact[]; late: readonly StepFact[] },
): Finding {
  const ratio = (due.length - late.length) / due.length
  const oldest = late.reduce((first, step) => (step.finishOn < first.finishOn ? step : first))
  const days = daysBetween(oldest.finishOn, day)
  const lamp = ratio >= thresholds.yellowRatio || days <= thresholds.graceDays ? 'yellow' : 'red'
  const names = late.length === 1 ? `“${oldest.title}”` : `“${oldest.title}”等 ${late.length} 个`
  const text = `到期节点 ${due.length} 个，完成 ${due.length - late.length} 个（${percent(ratio)}）；${names}未完成，最早的应在${dayInWords(oldest.finishOn, day)}完成，已晚 ${days} 天。`
  return { lamp, code: 'stepsLate', text, refs: late.map(({ stepId }) => ({ kind: 'step', id: stepId })) }
}

function judgeDeadline(of: TaskCase): Finding[] {
  const { day, thresholds, task } = of
  const dueOn = dueOf(of)
  if (dueOn === null) return []
  const left = daysBetween(day, dueOn)
  const refs: Ref[] = [{ kind: 'task', id: task.id }]
  const due = dayInWords(dueOn, day)
  if (left < 0) return [{ lamp: 'red', code: 'overdue', text: `应在${due}前完成，已过 ${-left} 天，尚未办结。`, refs }]
  if (left <= thresholds.nearDays) {
    const text = left === 0 ? '今天到期，尚未办结。' : `${due}到期，还有 ${left} 天，尚未办结。`
    return [{ lamp: 'yellow', code: 'near', text, refs }]
  }
  return []
}

const restingOn = ({ id, agencyId }: StatementFact): Pick<Finding, 'refs' | 'saidBy'> => ({
  refs: [{ kind: 'statement', id }],
  saidBy: [agencyId],
})

function waitingFinish({ nameOf, day }: TaskCase, said: StatementFact): Finding {
  const evidence = said.evidence === 0 ? '，没有附佐证' : ''
  const text = `${nameOf(said.agencyId)}${dayInWords(said.submittedOn, day)}报“已完成”${evidence}，待签收后办结。`
  return { lamp: 'grey', code: 'finishUnsigned', text, ...restingOn(said) }
}

function difficulty({ nameOf, day, thresholds }: TaskCase, said: StatementFact): Finding {
  const words = said.text === '' ? '。' : `：“${said.text}”`
  const text = `${nameOf(said.agencyId)}${dayInWords(said.submittedOn, day)}报“有困难”${words}`
  return { lamp: thresholds.difficultYellow ? 'yellow' : 'grey', code: 'difficult', text, ...restingOn(said) }
}

/** Of every agency its own: what one said is no reason in the eyes of another. */
const judgeWords = (of: TaskCase): Finding[] => [
  ...listUnsignedFinishes(of).map((said) => waitingFinish(of, said)),
  ...listDifficulties(of).map((said) => difficulty(of, said)),
]

function nothingToGoBy(of: TaskCase): Finding {
  const { task, day } = of
  const dueOn = dueOf(of)
  const text = task.ongoing
    ? '长期任务，没有排定节点，不按工期亮灯。需要时请排定工期。'
    : dueOn === null
      ? '没有写明期限，也没有排定工期，无法判断进度。请排定工期。'
      : `${dayInWords(dueOn, day)}到期，还没有排定节点，只能到期前后判断。请排定工期。`
  return { lamp: 'grey', code: 'noSchedule', text, refs: [{ kind: 'task', id: task.id }] }
}
