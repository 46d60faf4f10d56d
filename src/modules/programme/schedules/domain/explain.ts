import { dayInWords, daysBetween } from '#kernel/day.ts'
import type { Conflict, Constraint } from './conflict.ts'
import type { EarliestBound, LatestBound, Step, StepDates, StepSlack } from './step.ts'

/** What sentences need besides the facts: the names of steps, and days as a sentence says them. */
export interface Words {
  titleOf: (stepId: string) => string
  /** How long it waits for what goes before, empty where it does not. */
  waitOf: (stepId: string) => string
  say: (day: string) => string
}

/** @param today the day whose year goes without saying: `3月14日`, `2027年3月14日` */
export function wordsFor(steps: readonly Step[], today: string): Words {
  const of = new Map(steps.map((step) => [step.id, step]))
  return {
    titleOf: (stepId) => of.get(stepId)?.title ?? '已删去的步骤',
    waitOf: (stepId) => {
      const step = of.get(stepId)
      return step ? waitInWords(step) : ''
    },
    say: (day) => dayInWords(day, today),
  }
}

/** 15 个工作日; 7 日（日历日）; a mark has no length. */
export const lengthInWords = ({ days, unit }: Pick<Step, 'days' | 'unit'>): string =>
  days === 0 ? '节点' : unit === 'working_day' ? `${days} 个工作日` : `${days} 日（日历日）`

/** How long a step waits: 前一步完成后第 5 个工作日起; empty where it follows at once. */
export const waitInWords = ({ lagDays, lagUnit }: Pick<Step, 'lagDays' | 'lagUnit'>): string =>
  lagDays === 0 ? '' : `前一步完成后第 ${lagDays} ${lagUnit === 'working_day' ? '个工作日' : '日（日历日）'}起`

/** How long a step takes and until when: 7 日（日历日），至6月12日，期末遇休息日已顺延. */
export function spanInWords(
  step: Pick<Step, 'days' | 'unit'>,
  { startOn, finishOn }: Pick<StepDates, 'startOn' | 'finishOn'>,
  say: Words['say'],
): string {
  if (step.days === 0) return `节点，${say(finishOn)}`
  const isMoved = step.unit === 'day' && daysBetween(startOn, finishOn) > step.days
  return `${lengthInWords(step)}，至${say(finishOn)}${isMoved ? '，期末遇休息日已顺延' : ''}`
}

const edges = { start: '开始', finish: '完成' } as const

/** Why a step begins and ends at the latest when it does, as one sentence. */
export function explainLatest(step: Step, dates: StepDates, words: Words): string {
  const { startOn, finishOn, bound } = dates
  const { say } = words
  if (bound.by === 'done') {
    const rests = step.done?.proof ? `，依据${step.done.proof.words}` : ''
    return `已于${say(bound.on)}${step.claim ? '达到' : '办结'}${rests}，原定${plannedText(step, dates, say)}`
  }
  const takes = step.unit === 'day' ? spanInWords(step, dates, say) : lengthInWords(step)
  const needs = step.days === 0 ? '' : `，本步需 ${takes}`
  const figure = step.claim ? `；签批的数字达到${step.claim.words}时自动办结` : ''
  if (bound.by === 'pin')
    return `定在${plannedText(step, dates, say)}，因为${edges[bound.edge]}日期已人工定为${say(bound.on)}${needs}${figure}`
  const by = step.days === 0 ? `${say(finishOn)}` : `${say(startOn)}开始`
  return `最迟${by}，因为${boundText(bound, words)}${needs}${figure}`
}

const plannedText = (step: Step, { startOn, finishOn }: StepDates, say: Words['say']): string =>
  step.days === 0 ? say(finishOn) : `${say(startOn)}开始、${say(finishOn)}完成`

function boundText(bound: LatestBound, { titleOf, waitOf, say }: Words): string {
  const on = say(bound.on)
  if (bound.by === 'step') {
    const wait = waitOf(bound.stepId)
    return `后一步“${titleOf(bound.stepId)}”最迟${on}开始${wait === '' ? '' : `（${wait}）`}`
  }
  return bound.by === 'deadline' ? `任务须在${on}前完成` : `本步的节点是${on}`
}

/** What fixes the earliest start, and how much room that leaves. */
export function explainEarliest(slack: StepSlack, words: Words): string {
  const { startOn, bound, slackDays } = slack
  const room =
    slackDays > 0 ? `有 ${slackDays} 个工作日机动` : slackDays === 0 ? '没有机动时间' : `已晚 ${-slackDays} 个工作日`
  return `最早${words.say(startOn)}开始（${floorText(bound, words)}），${room}`
}

function floorText(bound: EarliestBound, { titleOf, say }: Words): string {
  const on = say(bound.on)
  if (bound.by === 'floor') return bound.why === 'today' ? '自今日起算' : `方案自${on}起实施`
  if (bound.by === 'notBefore') return `本步不早于${on}`
  if (bound.by === 'pin') return `${edges[bound.edge]}日期已人工定为${on}`
  return bound.by === 'done'
    ? `前一步“${titleOf(bound.stepId)}”${on}办结`
    : `前一步“${titleOf(bound.stepId)}”最早${on}完成`
}

/** One constraint in words, so that a reader sees which one could give way. */
export function explainConstraint(one: Constraint, { titleOf, say }: Words): string {
  switch (one.kind) {
    case 'floor':
      return one.why === 'today' ? `今天是${say(one.on)}，未办的步骤只能从今天起算` : `方案自${say(one.on)}起实施`
    case 'deadline':
      return `任务须在${say(one.on)}前完成`
    case 'notBefore':
      return `“${titleOf(one.stepId)}”不早于${say(one.on)}开始`
    case 'notAfter':
      return `“${titleOf(one.stepId)}”的节点是${say(one.on)}`
    case 'pin':
      return `“${titleOf(one.stepId)}”已人工定在${say(one.on)}${edges[one.edge]}`
    case 'done':
      return `“${titleOf(one.stepId)}”${say(one.on)}才办结，“${titleOf(one.next)}”${one.lagDays === 0 ? '在其后' : waitInWords(one)}`
    case 'order':
      return `“${titleOf(one.next)}”须等“${titleOf(one.stepId)}”完成${one.lagDays === 0 ? '' : `，${waitInWords(one)}`}`
    case 'duration':
      return `“${titleOf(one.stepId)}”需 ${lengthInWords(one)}`
  }
}

/** The whole conflict: how much is missing, what cannot hold together, what to do. */
export function explainConflict(conflict: Conflict, words: Words): string {
  const { constraints, shortDays } = conflict
  const gone = explainGone(conflict, words)
  if (gone !== undefined) return gone
  const parts = constraints.map((one) => explainConstraint(one, words)).join('；')
  if (shortDays === null) return `步骤互相等待，排不出先后：${parts}。请去掉其中一条先后关系。`
  return `时间差 ${shortDays} 个工作日，下列各条不能同时满足：${parts}。请放宽其中一条。`
}

/** A day that has simply passed needs no list of constraints. */
function explainGone({ constraints, shortDays }: Conflict, { titleOf, say }: Words): string | undefined {
  const [floor, bound, more] = constraints
  if (floor?.kind !== 'floor' || floor.why !== 'today' || more !== undefined || bound === undefined) return undefined
  const late = `已过 ${shortDays ?? 0} 个工作日`
  if (bound.kind === 'deadline')
    return `完成期限${say(bound.on)}${late}，还有步骤没有办结。已办的请标记办结；确需延期的，请按程序调整期限。`
  if (bound.kind !== 'notAfter') return undefined
  return `“${titleOf(bound.stepId)}”的节点${say(bound.on)}${late}，至今没有办结。已办的请标记办结；确需延后的，请修改节点并说明理由。`
}
