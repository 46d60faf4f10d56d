import { isJudged } from '#modules/programme/plans/contract.ts'
import { meaningOfFact } from './fact-meaning.ts'
import { judgeFreshness } from './judge-freshness.ts'
import { judgeSchedule } from './judge-schedule.ts'
import { findStretch, judgeTarget } from './judge-target.ts'
import { type Lamp, worstOf } from './lamp.ts'
import { type GreenTarget, listDoubts } from './rules/doubts.rules.ts'
import { isDoneOrNot, type TargetCase } from './target-case.ts'
import type { TaskCase } from './task-case.ts'
import type { Reason, TargetVerdict, TaskVerdict, Verdict } from './verdict.ts'

export type JudgedTask = Omit<TaskVerdict, 'sinceOn'>

/** All lamps of a task on a day. The summary is the worse of schedule and value; freshness stands beside it. */
export function judgeTask(of: TaskCase, targets: readonly TargetCase[]): JudgedTask {
  const judged = targets.filter(({ target }) => isJudged(target))
  const verdicts = judged.map(judgeTarget)
  const schedule = judgeSchedule(of)
  const value = judgeValue(judged, verdicts)
  const freshness = judgeFreshness(of)
  const isFinished = schedule.reasons.some(({ code }) => code === 'finished')
  const summary = worstOf([schedule.lamp, ...(value ? [value.lamp] : [])])
  return {
    taskId: of.task.id,
    summary,
    schedule,
    value,
    freshness,
    doubts: summary === 'green' ? listDoubts(of, freshness.state, isFinished ? [] : greenOnes(judged, verdicts)) : [],
    targets: verdicts,
  }
}

/** A figure for a year that is over does not colour the task any more once the plan's figure for the next year runs. */
function isSuperseded({ target, family, day }: TargetCase): boolean {
  const { endOn, kind } = target
  if (endOn === null || day <= endOn) return false
  return family.members.some(({ id, kind: other, startOn, endOn: end }) => {
    return id !== target.id && other === kind && (startOn ?? '') <= day && (end ?? '') > endOn
  })
}

function judgeValue(cases: readonly TargetCase[], verdicts: readonly TargetVerdict[]): Verdict | null {
  if (cases.length === 0) return null
  const counting = verdicts.filter((_, i) => cases[i] && !isSuperseded(cases[i]))
  const lamp = worstOf(counting.map((verdict) => verdict.lamp))
  const said = reasonsOf(counting, lamp)
  const failed = cases.some(({ asBefore }) => asBefore) ? [] : listFailed(verdicts, counting)
  return { lamp, reasons: [...said, ...failed.filter((reason) => !said.includes(reason))] }
}

/** What failed before stays said beside the colour of what runs now: years of a yearly target, figures another year has followed. */
const listFailed = (all: readonly TargetVerdict[], counting: readonly TargetVerdict[]): Reason[] => [
  ...all.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'missedYear' || code === 'openYear')),
  ...all
    .filter((verdict) => verdict.lamp === 'red' && !counting.includes(verdict))
    .flatMap(({ reasons }) => reasons.slice(0, 1)),
]

/** Of the worst targets what each says first; where all is well, how many are. */
function reasonsOf(verdicts: readonly TargetVerdict[], lamp: Lamp): Reason[] {
  const worst = verdicts.filter((verdict) => verdict.lamp === lamp)
  const refs = worst.map(({ targetId }) => ({ kind: 'target' as const, id: targetId }))
  if (lamp === 'green' && worst.length > 1) {
    const silent = verdicts.length - worst.length
    const rest = silent === 0 ? '' : `，另有 ${silent} 个未到期或没有数据`
    const saidBy = [...new Set(verdicts.flatMap((verdict) => verdict.saidBy))]
    return [{ code: 'allOnCourse', text: `${worst.length} 个指标都不落后于进度线${rest}。`, refs, saidBy }]
  }
  return worst.flatMap(({ reasons }) => (lamp === 'red' ? reasons.slice(0, 2) : reasons.slice(0, 1)))
}

function greenOnes(cases: readonly TargetCase[], verdicts: readonly TargetVerdict[]): GreenTarget[] {
  return cases.flatMap((of, i) => {
    const { id: targetId, indicator, unit, whole } = of.target
    const isApproached = !isDoneOrNot(of) && meaningOfFact(of.target).from !== 'always'
    if (verdicts[i]?.lamp !== 'green' || !isApproached) return []
    const stretch = findStretch(of)
    return stretch ? [{ targetId, indicator, unit, whole, stretch }] : []
  })
}
