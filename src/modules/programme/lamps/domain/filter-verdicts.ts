import { matchesText } from '#kernel/search.ts'
import { byBadness } from './lamp.ts'
import type { NamedVerdict } from './verdict.ts'

export interface VerdictFilter {
  text: string
  colours: readonly string[]
  leads: readonly string[]
  /** `stale`: not reported in time; `doubt`: green to be checked; empty: all. */
  only: string
}

/** Tasks that fit, worst first, those of one colour in the order of the plan. */
export function listVerdictsMatching(tasks: readonly NamedVerdict[], filter: VerdictFilter): NamedVerdict[] {
  const { text, colours, leads, only } = filter
  const fits = (task: NamedVerdict) =>
    matchesText(text, { words: [task.title, task.number, ...task.leads], initials: '' }) &&
    (colours.length === 0 || colours.includes(task.summary)) &&
    (leads.length === 0 || task.leads.some((name) => leads.includes(name))) &&
    (only !== 'stale' || task.freshness.state === 'stale') &&
    (only !== 'doubt' || task.doubts.length > 0)
  return tasks.filter(fits).sort((a, b) => byBadness(a.summary, b.summary))
}
