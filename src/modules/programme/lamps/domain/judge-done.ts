import { doneCase } from './done-case.ts'
import { doneRules } from './rules/done.rules.ts'
import type { TargetCase } from './target-case.ts'
import type { TargetVerdict } from './verdict.ts'
import { verdictSaying } from './verdict-saying.ts'

/** The lamp of a milestone or a cadence, and of whatever names no figure. */
export function judgeDone(target: TargetCase): TargetVerdict {
  const of = doneCase(target)
  const found = doneRules.first(of, of.day)
  const verdict = verdictSaying(of, found?.said)
  const isSilent = found?.clause === 'target.notStarted' || found?.truth === 'unknown'
  return isSilent || !of.newest ? verdict : { ...verdict, reached: of.newest.value, asOfOn: of.newest.on }
}
