import type { Conflict, Constraint } from './conflict.ts'
import type { EarliestBound, LatestBound, Step, StepDates, StepSlack } from './step.ts'

export type TitleOf = (stepId: string) => string

export const titlesOf = (steps: readonly Pick<Step, 'id' | 'title'>[]): TitleOf => {
  const titles = new Map(steps.map(({ id, title }) => [id, title]))
  return (stepId) => titles.get(stepId) ?? '已删去的步骤'
}

/** `3月14日`; with the year when it is another than that of the day beside it. */
export function wordsOf(day: string, beside = ''): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${beside.startsWith(year) ? '' : `${year}年`}${Number(month)}月${Number(date)}日`
}

const edges = { start: '开始', finish: '完成' } as const

/** Why a step begins and ends at the latest when it does, as one sentence. */
export function explainLatest(step: Pick<Step, 'workingDays'>, dates: StepDates, titleOf: TitleOf): string {
  const { startOn, finishOn, bound } = dates
  const needs = `本步需 ${step.workingDays} 个工作日`
  if (bound.by === 'done')
    return `已于${wordsOf(bound.on)}办结，原定${wordsOf(startOn)}开始、${wordsOf(finishOn, startOn)}完成`
  if (bound.by === 'pin')
    return `定在${wordsOf(startOn)}开始、${wordsOf(finishOn, startOn)}完成，因为${edges[bound.edge]}日期已人工定为${wordsOf(bound.on, startOn)}，${needs}`
  return `最迟${wordsOf(startOn)}开始，因为${boundText(bound, startOn, titleOf)}，${needs}`
}

function boundText(bound: LatestBound, beside: string, titleOf: TitleOf): string {
  const on = wordsOf(bound.on, beside)
  if (bound.by === 'step') return `后一步“${titleOf(bound.stepId)}”最迟${on}开始`
  return bound.by === 'deadline' ? `任务须在${on}前完成` : `本步的节点是${on}`
}

/** What fixes the earliest start, and how much room that leaves. */
export function explainEarliest(slack: StepSlack, titleOf: TitleOf): string {
  const { startOn, bound, slackDays } = slack
  const room =
    slackDays > 0 ? `有 ${slackDays} 个工作日机动` : slackDays === 0 ? '没有机动时间' : `已晚 ${-slackDays} 个工作日`
  return `最早${wordsOf(startOn)}开始（${floorText(bound, startOn, titleOf)}），${room}`
}

function floorText(bound: EarliestBound, beside: string, titleOf: TitleOf): string {
  const on = wordsOf(bound.on, beside)
  if (bound.by === 'floor') return bound.why === 'today' ? '自今日起算' : `方案自${on}起实施`
  if (bound.by === 'notBefore') return `本步不早于${on}`
  if (bound.by === 'pin') return `${edges[bound.edge]}日期已人工定为${on}`
  return bound.by === 'done'
    ? `前一步“${titleOf(bound.stepId)}”${on}办结`
    : `前一步“${titleOf(bound.stepId)}”最早${on}完成`
}

/** One constraint in words, so that a reader sees which one could give way. */
export function explainConstraint(one: Constraint, titleOf: TitleOf): string {
  switch (one.kind) {
    case 'floor':
      return one.why === 'today'
        ? `今天是${wordsOf(one.on)}，未办的步骤只能从今天起算`
        : `方案自${wordsOf(one.on)}起实施`
    case 'deadline':
      return `任务须在${wordsOf(one.on)}前完成`
    case 'notBefore':
      return `“${titleOf(one.stepId)}”不早于${wordsOf(one.on)}开始`
    case 'notAfter':
      return `“${titleOf(one.stepId)}”的节点是${wordsOf(one.on)}`
    case 'pin':
      return `“${titleOf(one.stepId)}”已人工定在${wordsOf(one.on)}${edges[one.edge]}`
    case 'done':
      return `“${titleOf(one.stepId)}”${wordsOf(one.on)}才办结，“${titleOf(one.next)}”在其后`
    case 'order':
      return `“${titleOf(one.next)}”须等“${titleOf(one.stepId)}”完成`
    case 'duration':
      return `“${titleOf(one.stepId)}”需 ${one.workingDays} 个工作日`
  }
}

/** The whole conflict: how much is missing, what cannot hold together, what to do. */
export function explainConflict({ constraints, shortDays }: Conflict, titleOf: TitleOf): string {
  const parts = constraints.map((one) => explainConstraint(one, titleOf)).join('；')
  if (shortDays === null) return `步骤互相等待，排不出先后：${parts}。请去掉其中一条先后关系。`
  return `时间差 ${shortDays} 个工作日，下列各条不能同时满足：${parts}。请放宽其中一条。`
}
