import { freshnessCase, freshnessRules } from './rules/freshness.rules.ts'
import type { TaskCase } from './task-case.ts'
import type { Freshness } from './verdict.ts'

/** Whether the agencies that have to report on a task have done so. A finished task is asked no more. */
export function judgeFreshness(of: TaskCase): Freshness {
  const found = freshnessRules.first(freshnessCase(of), of.day)
  return found?.said ?? { state: 'none', reasons: [] }
}
